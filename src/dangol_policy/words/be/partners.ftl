# Партнёры.

section-partners = Нашы партнёры
partner = { $name }: { $does }
partner-contract = дагавор: { $days }; разам з ім сканчаецца доступ
partner-kinds = што разглядае: { $list }
partner-fields = якія даныя бачыць: { $list }
partner-no-fields = Вашых даных не бачыць
partner-standards = якіх стандартаў прытрымліваецца: { $list }
