# Levels of responsibility.

section-responsibility = Who decides
level = { $name }: decided by { $roles }
level-kinds = what is decided here: { $list }
level-may = what may be given here: { $list }
level-cover = when nobody is there: { $roles }
level-rises-after = after { $time } it goes to { $to }
level-rises-severity = with severity “{ $names }” it goes to { $to } at once
level-rises-wish = if you ask for it, it goes to { $to }
power-up-to = { $what } up to { $money }
remedy-refund = a refund
remedy-voucher = a voucher
remedy-points = points
remedy-discount = a discount
remedy-exchange = an exchange
remedy-repair = a repair
remedy-gift = a gift
remedy-apology = an apology
remedy-callback = a call back
authority-may = it may be given here
authority-higher = { $by } decides on it
authority-nobody = nobody may give it
