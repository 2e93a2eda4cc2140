# Service standards and their clocks.

section-service = What you can count on
standard-promised = { $cases }: we promise { $list }
standard-aimed = { $cases }: we aim at { $list }
standard-reached = we keep this in { $rate } of cases
standard-missed = if we miss it: { $what }
cases-all = every case
cases-tier = { $tiers } tier
cases-severity = severity “{ $names }”
clock-acknowledge-within = confirmation of receipt within { $time }
clock-first-response-within = a first answer from a person within { $time }
clock-next-response-within = every further answer within { $time }
clock-update-every-within = word of how it stands at least every { $time }
clock-resolve-within = a solution within { $time }
clock-acknowledge = confirmation of receipt
clock-first-response = first answer
clock-next-response = further answers
clock-update-every = word of how it stands
clock-resolve = solution
awaited-customer = your answer
awaited-third-party = somebody else
pause = while we wait for { $whom }, these clocks stand still: { $clocks }

told-due = { $clock } is due { $due }
told-waiting = { $clock } is due when the waiting ends
told-met = { $clock } was met
told-breached = { $clock } was missed at { $at }
told-changed = { $clock } was missed at { $at }, because the case changed
told-ended = { $clock } ended without an answer
step-started = { $at }: it starts
step-paused = { $at }: it pauses
step-resumed = { $at }: it goes on
step-changed = { $at }: the case changes
closed-day = { $day } does not count: closed
closed-holiday = { $day } does not count: { $name }
