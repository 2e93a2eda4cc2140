# How we speak.

section-style = How we speak
style = in { $language } we address customers as “{ $address }”
style-own = of ourselves we say “{ $words }”
style-tone = tone: { $words }
style-greeting = greeting: “{ $words }”
style-closing = closing: “{ $words }”
style-longest = a sentence has at most { $n } words
style-never = instead of { $words } we say “{ $instead }”
style-pair = not “{ $bad }”, but “{ $good }”
