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
