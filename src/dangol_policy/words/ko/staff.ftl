# 직원: 교육, 포상과 제재, 보고.

section-staff = 직원
training = { JOSA($roles, "은") } { $time } 이내에 다음을 익힙니다: { $list }
training-every = { $time }마다 다시 익힙니다
training-passed = { $rate } 이상 맞히면 익힌 것으로 봅니다
reward-reward = { $roles }에게 { $time }마다 포상 { JOSA($money, "을") } 드립니다
reward-penalty = { $roles }에게 { $time }마다 제재로 { JOSA($money, "을") } 감액합니다
reward-at-least = { JOSA($figure, "이") } { $rate } 이상일 때입니다
reward-at-most = { JOSA($figure, "이") } { $rate } 이하일 때입니다
reward-cases = 적어도 { $n }건을 바탕으로 할 때만입니다
reward-appeal = { $time } 이내에 이의를 제기할 수 있으며, 그동안 제재는 미룹니다
report = { JOSA($roles, "은") } { $time }마다 보고합니다: { $about }
