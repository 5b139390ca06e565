"""The words of this package on the screen."""

from django.utils.translation import gettext_lazy as _

from ocop.registers.producers.rules import EnterpriseSize, LegalForm, Source

LEGAL_FORMS = {
    LegalForm.COOPERATIVE: _("Hợp tác xã"),
    LegalForm.COOPERATIVE_UNION: _("Liên hiệp hợp tác xã"),
    LegalForm.COOPERATIVE_GROUP: _("Tổ hợp tác"),
    LegalForm.LIMITED_COMPANY: _("Công ty trách nhiệm hữu hạn"),
    LegalForm.JOINT_STOCK_COMPANY: _("Công ty cổ phần"),
    LegalForm.PRIVATE_ENTERPRISE: _("Doanh nghiệp tư nhân"),
    LegalForm.FARM: _("Trang trại"),
    LegalForm.HOUSEHOLD: _("Hộ sản xuất, hộ gia đình có đăng ký kinh doanh"),
    LegalForm.ASSOCIATION: _("Hội"),
    LegalForm.FEDERATION: _("Hiệp hội"),
    LegalForm.OPERATING_CENTRE: _("Trung tâm điều hành hoặc tổ chức tương đương"),
}
ENTERPRISE_SIZES = {
    EnterpriseSize.MICRO: _("Siêu nhỏ"),
    EnterpriseSize.SMALL: _("Nhỏ"),
    EnterpriseSize.MEDIUM: _("Vừa"),
    EnterpriseSize.LARGE: _("Lớn"),
}
SOURCES = {
    Source.SELF: _("Chủ thể tự đăng ký"),
    Source.OFFICE: _("Cán bộ nhập"),
    Source.REGISTER: _("Danh bạ sản phẩm đã công nhận"),
}

# what each form is in plain words, and the word of its page
LEGAL_FORM_NOTES = {
    LegalForm.COOPERATIVE: _("Có giấy chứng nhận đăng ký hợp tác xã."),
    LegalForm.COOPERATIVE_UNION: _("Nhiều hợp tác xã cùng lập, có giấy chứng nhận đăng ký."),
    LegalForm.COOPERATIVE_GROUP: _("Nhóm hộ cùng làm, có hợp đồng hợp tác và giấy đăng ký tổ hợp tác."),
    LegalForm.LIMITED_COMPANY: _("Công ty TNHH, có giấy chứng nhận đăng ký doanh nghiệp."),
    LegalForm.JOINT_STOCK_COMPANY: _("Công ty có cổ đông, có giấy chứng nhận đăng ký doanh nghiệp."),
    LegalForm.PRIVATE_ENTERPRISE: _("Một người làm chủ, có giấy chứng nhận đăng ký doanh nghiệp."),
    LegalForm.FARM: _("Trang trại có đăng ký kinh doanh."),
    LegalForm.HOUSEHOLD: _("Gia đình hoặc cơ sở nhỏ, có giấy chứng nhận đăng ký hộ kinh doanh."),
    LegalForm.ASSOCIATION: _("Chỉ với sản phẩm du lịch."),
    LegalForm.FEDERATION: _("Chỉ với sản phẩm du lịch."),
    LegalForm.OPERATING_CENTRE: _("Chỉ với sản phẩm du lịch."),
}
LEGAL_FORM_WORDS = {
    LegalForm.COOPERATIVE: "hop-tac-xa",
    LegalForm.COOPERATIVE_GROUP: "to-hop-tac",
    LegalForm.HOUSEHOLD: "ho-kinh-doanh",
    LegalForm.LIMITED_COMPANY: "cong-ty-tnhh",
    LegalForm.JOINT_STOCK_COMPANY: "cong-ty-co-phan",
    LegalForm.PRIVATE_ENTERPRISE: "doanh-nghiep-tu-nhan",
    LegalForm.FARM: "trang-trai",
    LegalForm.COOPERATIVE_UNION: "lien-hiep-hop-tac-xa",
    LegalForm.ASSOCIATION: "hoi",
    LegalForm.FEDERATION: "hiep-hoi",
    LegalForm.OPERATING_CENTRE: "trung-tam-dieu-hanh",
}
ENTERPRISE_SIZE_NOTES = {
    EnterpriseSize.LARGE: _("Doanh nghiệp lớn không thuộc đối tượng tham gia OCOP (khoản 3 Điều 2)."),
}
SEXES = [("Nữ", _("Nữ")), ("Nam", _("Nam"))]  # as the forms of the decree print them

# the pages on which the facts of a producer are written, in the order in which they are asked
SECTIONS = {
    "name": _("Tên và loại hình"),
    "registration": _("Giấy đăng ký"),
    "place": _("Địa chỉ"),
    "representative": _("Người đại diện pháp luật"),
    "contact": _("Liên hệ"),
    "about": _("Giới thiệu"),
}
SECTION_WORDS = {
    "name": "ten",
    "registration": "giay-dang-ky",
    "place": "dia-chi",
    "representative": "nguoi-dai-dien",
    "contact": "lien-he",
    "about": "gioi-thieu",
}
# what the history of a producer says of an act
ACTS = {
    "producer.register": _("Ghi chủ thể"),
    "producer.amend": _("Sửa thông tin chủ thể"),
    "producer.place": _("Chọn xã mới sau khi xã cũ chia tách"),
    "producer.share_contact": _("Đồng ý cho hiện liên hệ trên trang công khai"),
    "producer.hide_contact": _("Thôi hiện liên hệ trên trang công khai"),
    "producer.add_representation": _("Thêm người được phép làm hồ sơ"),
    "producer.end_representation": _("Kết thúc quyền làm thay"),
}
