# Answers to questions about a situation.

ask-goods = this product
ask-supposing = supposing that it was bought and received on { $day }
ask-return-until = it can be returned until { $day }
ask-return-yes = it can be returned
ask-return-fee = the return costs { $money }
ask-return-free = the return costs nothing
ask-return-check = please look whether the goods are in the state the policy asks for
ask-exchange-until = it can be exchanged until { $day }
ask-exchange-over = the time for an exchange ended on { $day }
ask-warranty-until = the warranty holds until { $day }
ask-warranty-over = the warranty ended on { $day }
ask-give = { $what }: { $money }
