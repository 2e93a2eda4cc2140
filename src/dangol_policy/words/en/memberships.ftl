# Bodies the business belongs to.

section-memberships = Bodies we belong to
belongs-to = we belong to { $body }
body-number = our number there: { $number }
body-until = until { $day }
body-verify = you can verify it: { $page }
body-route = where you can turn when we do not help: { $what }
body-answer = we answer what comes through it within { $time }
