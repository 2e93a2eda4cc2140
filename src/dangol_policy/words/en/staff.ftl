# Staff: training, rewards and penalties, reports.

section-staff = Our staff
training = { $roles }: within { $time } they know { $list }
training-every = it is repeated every { $time }
training-passed = it counts as known with { $rate } of answers right
reward-reward = { $roles }: a reward of { $money } per { $time }
reward-penalty = { $roles }: a penalty of { $money } per { $time }
reward-at-least = when { $figure } is at least { $rate }
reward-at-most = when { $figure } is at most { $rate }
reward-cases = only when it rests on at least { $n } cases
reward-appeal = it can be appealed against within { $time }; an appeal holds a penalty
report = { $roles }: a report every { $time } about { $about }
