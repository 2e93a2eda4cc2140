# Nhân viên: đào tạo, khen thưởng và xử phạt, báo cáo.

section-staff = Nhân viên
training = { $roles }: trong vòng { $time } phải nắm vững { $list }
training-every = đào tạo lại mỗi { $time }
training-passed = đạt khi trả lời đúng { $rate }
reward-reward = { $roles }: thưởng { $money } mỗi { $time }
reward-penalty = { $roles }: phạt { $money } mỗi { $time }
reward-at-least = khi { $figure } từ { $rate } trở lên
reward-at-most = khi { $figure } không quá { $rate }
reward-cases = chỉ khi dựa trên ít nhất { $n } trường hợp
reward-appeal = được khiếu nại trong vòng { $time }; trong thời gian đó, việc phạt được hoãn
report = { $roles }: báo cáo mỗi { $time } về { $about }
