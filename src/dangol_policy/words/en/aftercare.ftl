# What follows a sale.

section-aftercare = After your purchase
plan = { $name }: it begins with { $begins }
plan-of = it is for { $of }
plan-stops = it stops with: { $list }
plan-solved = { $time } after a matter is solved we ask you whether it really is
touch-message = { $time } after { $begins } we write to you: { $what }
touch-task = { $time } after { $begins } we take care of this: { $what }
touch-role = who does it: { $role }
touch-channel = by: { $list }
touch-relevant = what could not be sent within { $time } is not sent at all
begins-purchase = the purchase
begins-delivery = the delivery
begins-visit = the visit
begins-case-resolved = the solution of a matter
stop-return = a return
stop-complaint = a complaint
stop-customers-wish = your wish
stop-next-order = your next order
