# Returns, exchange, warranty.

reason-change-of-mind = a change of mind
reason-fault = a fault
reason-wrong-item = a wrong item sent
window-delivery = you can return { $of } because of { $reasons } within { $time } of the day of delivery
window-purchase = you can return { $of } because of { $reasons } within { $time } of the day of purchase
returns-none = goods cannot be returned on a change of mind; faulty goods can always be returned
exclusion = on a change of mind we cannot take back { $of }. The reason: { $because }
state-unused = unused
state-unopened = unopened
state-original-packaging = in the original packaging
state-tags-attached = with the tags attached
state-receipt = accompanied by the receipt
condition = to be returned, { $of } must be { $states }
condition-except-fault = this does not matter when goods are faulty
fee = a return of { $of } on a change of mind costs { $money }
fee-none = a return of { $of } on a change of mind costs nothing
return-shipping-customer = on a change of mind you pay for sending goods back; when the fault is ours, we do
return-shipping-business = we pay for sending goods back
refund-as-paid = money is refunded the way you paid
refund-as-paid-within = money is refunded the way you paid, within { $time }
refund-store-credit = refunds are given as credit with us
refund-store-credit-within = refunds are given as credit with us, within { $time }
refund-customers-choice = you choose how the refund is made
refund-customers-choice-within = you choose how the refund is made; it is made within { $time }
refund-shipping-kept = on a change of mind the first shipping charge is not refunded; when the fault is ours, it is
refund-shipping-given-back = when everything is returned, the first shipping charge is refunded too
tier-at-purchase = return benefits of a tier go by your tier at the purchase
tier-at-return = return benefits of a tier go by your tier at the return
exchange = you can exchange { $of } within { $time } of receiving them
exchange-times = at most { $times ->
    [one] { $times } exchange
   *[other] { $times } exchanges
}
warranty = { $of } are under warranty for { $time } from the day of purchase
warranty-covers = the warranty covers: { $what }
