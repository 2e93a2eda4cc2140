# Ways to reach us.

section-channels = How to reach us
channel-phone = phone
channel-email = e-mail
channel-sms = text message
channel-chat = chat
channel-messenger = messenger
channel-kakao = KakaoTalk
channel-web = the website
channel-app = the app
channel-push = app notification
channel-social = social media
channel-post = post
channel-store = in the shop
channel-reach = { $name }: you can reach us here
channel-at = { $name }: you can reach us at { $at }
channel-purposes = it is meant for: { $list }
channel-person-first = a person answers
channel-machine-first = a machine answers first and says so; you reach a person within { $time } of asking for one
channel-answer = a person answers within { $time }
channel-cost = it costs you { $money }
channel-free = it is free of charge
channel-identity = before we speak of anything personal we ask for your { $what }
channel-identity-none = you need not say who you are
identity-order-number = order number
identity-phone-number = phone number
identity-one-time-code = one-time code
identity-signed-in = sign-in
identity-identity-card = identity card
channel-length = a message holds up to { $n } characters
channel-files = you can send up to { $n ->
    [one] { $n } file
   *[other] { $n } files
} of { $size } MB each
channel-file-types = types of file: { $list }
channel-recording = about recording: { $what }
channel-languages = we answer in: { $list }

case-question = a question
case-advice = a request for advice
case-order-help = help with an order
case-complaint = a complaint
case-return = a return
case-exchange = an exchange
case-warranty = a warranty claim
case-privacy = a privacy request
case-feedback = feedback
case-praise = praise
case-incident = an incident
