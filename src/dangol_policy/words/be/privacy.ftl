# Персанальныя даныя.

section-privacy = Вашы персанальныя даныя
privacy-officer = хто адказвае за персанальныя даныя: { $who }
privacy-guardian = да { $n ->
    [one] { $n } года
   *[other] { $n } гадоў
} патрэбна згода законнага прадстаўніка
data = { $what }: мы захоўваем — { $fields }
data-purpose = мэта: { $list }
data-ground = падстава: { $ground }
data-sensitive = гэта адчувальныя даныя: { $what }
data-recipients = хто яшчэ іх бачыць: { $list }
data-optional = паведамляць іх неабавязкова
keep-erase = тэрмін захоўвання: { $time } ({ $since }); потым даныя выдаляюцца
keep-anonymise = тэрмін захоўвання: { $time } ({ $since }); потым даныя абязлічваюцца
keep-separate = тэрмін захоўвання: { $time } ({ $since }); потым даныя захоўваюцца асобна, як патрабуе закон
ground-contract = дагавор з Вамі
ground-consent = Ваша згода
ground-law = закон
ground-legitimate-interest = законны інтарэс
ground-vital-interest = жыццё і здароўе
sensitivity-identity = дакументы асобы
sensitivity-money = фінансы
sensitivity-location = месцазнаходжанне
sensitivity-health = здароўе
sensitivity-biometric = біяметрыя
since-contract-end = ад заканчэння дагавора
since-supply = ад пастаўкі
since-case-closed = ад закрыцця звароту
since-display-end = ад заканчэння паказу
since-event = ад падзеі
since-consent-withdrawn = ад адклікання згоды
since-last-activity = ад Вашай апошняй актыўнасці
since-contact = ад размовы
request = на такі запыт мы адказваем на працягу { FORM($time, "gen") }: { $list }
request-access = доступ да даных
request-copy = копія даных
request-correction = выпраўленне
request-erasure = выдаленне
request-suspension = спыненне апрацоўкі
request-objection = пярэчанне
request-withdrawal = адкліканне згоды
request-disclosures = каму перадаваліся даныя
request-explanation = тлумачэнне аўтаматычнага рашэння
leak-people = пры ўцечцы даных мы паведамляем тым, каго гэта тычыцца, на працягу { FORM($time, "gen") }
leak-authority = мы паведамляем дзяржаўнаму органу на працягу { FORM($time, "gen") }
leak-authority-from = калі гэта тычыцца не менш як { $n } чалавек, мы паведамляем дзяржаўнаму органу на працягу { FORM($time, "gen") }
