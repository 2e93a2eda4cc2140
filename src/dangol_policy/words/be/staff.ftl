# Супрацоўнікі: навучанне, заахвочванні і спагнанні, справаздачы.

section-staff = Супрацоўнікі
training = { $roles }: на працягу { FORM($time, "gen") } трэба вывучыць — { $list }
training-every = паўтарэнне раз у { FORM($time, "acc") }
training-passed = дастаткова { $rate } правільных адказаў
reward-reward = { $roles }: заахвочванне { $money } раз у { FORM($time, "acc") }
reward-penalty = { $roles }: спагнанне { $money } раз у { FORM($time, "acc") }
reward-at-least = умова: { $figure } не менш за { $rate }
reward-at-most = умова: { $figure } не больш за { $rate }
reward-cases = толькі калі выпадкаў не менш за { $n }
reward-appeal = абскардзіць можна на працягу { FORM($time, "gen") }; да рашэння спагнанне адкладаецца
report = { $roles }: справаздача раз у { FORM($time, "acc") } — { $about }
