# Trả lời về một tình huống.

ask-goods = sản phẩm này
ask-supposing = giả sử hàng được mua và nhận vào ngày { $day }
ask-return-until = có thể trả hàng đến hết ngày { $day }
ask-return-yes = có thể trả hàng
ask-return-fee = phí trả hàng là { $money }
ask-return-free = trả hàng không mất phí
ask-return-check = xin kiểm tra hàng có ở tình trạng mà chính sách yêu cầu không
ask-exchange-until = có thể đổi hàng đến hết ngày { $day }
ask-exchange-over = thời hạn đổi hàng đã hết vào ngày { $day }
ask-warranty-until = bảo hành đến hết ngày { $day }
ask-warranty-over = bảo hành đã hết vào ngày { $day }
ask-give = { $what }: { $money }
