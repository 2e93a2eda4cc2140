# May we write to you? What for, when, how often.

section-contact = When we contact you
purpose-transactional = messages about an order or a case
purpose-care = messages of care
purpose-marketing = advertising
purpose-any = messages
contact-by = { $what } by { $by }
contact-register = whoever is on the list “{ $list }” gets no { $what }
contact-consent-always = we send advertising only with your consent
contact-consent = we send { $what } only with your consent
contact-renew-hold = we ask you to confirm it every { $time }; as long as you do not, we send nothing
contact-renew-send = we ask you to confirm it every { $time }; if you do not answer, it stays as it is
contact-bought = for { $time } after a purchase it needs no consent
contact-starts = { $what } begins with { $words }
contact-holds = { $what } says { $words }
contact-quiet = { $hours }, by the clock where you are, we send no { $what }
contact-quiet-agreed = if you agreed to these hours too, we may
contact-cap = of { $what } you get at most { $n } in any { $time }
contact-floor = of { $what } you get at least { $n } in any { $time }
contact-rest = while { $cases } of yours is open, we send you no { $what }

gate-allow = the message may go out
gate-defer = the message waits until { $until }
gate-refuse = the message does not go out
gate-on-register = the customer is on a list of people who get no such messages
gate-no-consent = there is no consent for it
gate-consent-old = the consent has not been confirmed in time
gate-label-missing = it lacks the words it must show
gate-quiet-hours = it is a quiet hour where the customer is
gate-cap = the customer has had as many as are allowed
gate-own-wish = the customer asked for fewer messages
gate-open-case = a case of the customer is open
gate-too-late = it would be pointless by then
gate-never = there is no hour at which it could go out
