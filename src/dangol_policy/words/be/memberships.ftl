# Bodies the business belongs to.

section-memberships = Аб’яднанні, у якіх мы ўдзельнічаем
belongs-to = мы ўдзельнічаем у аб’яднанні: { $body }
body-number = наш нумар там: { $number }
body-until = тэрмін: да { $day }
body-verify = дзе гэта праверыць: { $page }
body-route = куды звярнуцца, калі мы не дапамаглі: { $what }
body-answer = на скаргі, якія прыйшлі праз яго, мы адказваем на працягу { FORM($time, "gen") }
