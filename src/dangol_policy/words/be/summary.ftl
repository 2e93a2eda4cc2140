# Палітыка на адным экране.

summary-earn = налічэнне балаў: { $list }
summary-use = { $points } пры аплаце: { $money } за кожны бал
summary-expire = { $points } дзейнічаюць { FORM($time, "acc") }
summary-tiers = узроўні: { $list }
summary-tier = { QUOTE($tier) } ад { FORM($least, "gen") }
summary-card = картка наведванняў: { $gift } на кожнае { FORM($nth, "neu") } наведванне
summary-card-stamps = картка пазнак: { $gift } за { $n ->
    [one] { $n } пазнаку
    [few] { $n } пазнакі
   *[many] { $n } пазнак
}
summary-referral = за рэкамендацыю: { $gift }
summary-promotions = { $n ->
    [one] { $n } акцыя
    [few] { $n } акцыі
   *[many] { $n } акцый
}: { $list }
summary-promotions-more = { $n ->
    [one] { $n } акцыя
    [few] { $n } акцыі
   *[many] { $n } акцый
}: { $list } і іншыя
summary-returns = вяртанне тавару на працягу { FORM($time, "gen") }
summary-returns-none = вяртанне: толькі тавары з недахопам
summary-fee = плата за вяртанне: { $money }
summary-warranty = гарантыя: { $time }
