# Тон і стыль.

section-style = Тон і стыль зносін
style = мова: { $language }; зварот да кліента — «{ $address }»
style-own = пра сябе мы кажам «{ $words }»
style-tone = тон: { $words }
style-greeting = прывітанне: «{ $words }»
style-closing = развітанне: «{ $words }»
style-longest = сказ мае не больш за { $n ->
    [one] { $n } слова
    [few] { $n } словы
   *[many] { $n } слоў
}
style-never = замест { $words } мы кажам «{ $instead }»
style-pair = не «{ $bad }», а «{ $good }»
