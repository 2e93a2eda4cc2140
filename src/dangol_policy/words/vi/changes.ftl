# How the policy itself is changed.

section-changes = Khi chính sách này thay đổi
changes-notice = chúng tôi thông báo những thay đổi bất lợi cho Quý khách trước ngày hiệu lực ít nhất { $time }
changes-two-people = mỗi phiên bản của chính sách này được phê duyệt bởi người không soạn ra nó
changes-review = chúng tôi rà soát lại chính sách này chậm nhất { $time } sau khi có hiệu lực
