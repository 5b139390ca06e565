"""The words of this package on the screen."""

from django.utils.translation import gettext_lazy as _

from ocop.registers.products.rules import EventKind, Kind, PhotoKind, Precision, RecordStatus, StandingKind

KINDS = {Kind.FIRST: _("Lần đầu"), Kind.UPGRADE: _("Nâng hạng"), Kind.RENEWAL: _("Đánh giá lại")}
PHOTO_KINDS = {
    PhotoKind.PRODUCT: _("Sản phẩm"),
    PhotoKind.PACKAGING: _("Bao bì"),
    PhotoKind.LABEL: _("Nhãn"),
}
PRECISIONS = {Precision.DAY: _("ngày"), Precision.MONTH: _("tháng"), Precision.YEAR: _("năm")}
RECORD_STATUSES = {
    RecordStatus.RECOGNISED: _("Đã công nhận"),
    RecordStatus.REVOKED: _("Đã thu hồi"),
    RecordStatus.RENEWAL_FAILED: _("Đánh giá lại không đạt"),
    RecordStatus.COUNCIL_RESULT: _("Có kết quả hội đồng, chưa thấy quyết định"),
    RecordStatus.CANDIDATE: _("Đề nghị đánh giá"),
    RecordStatus.CLAIM_NOT_CONFIRMED: _("Chưa xác nhận được"),
}
EVENT_KINDS = {
    EventKind.REVOKED: _("Thu hồi"),
    EventKind.REPLACED: _("Thay thế"),
    EventKind.ANNULLED: _("Huỷ bỏ"),
    EventKind.RENEWAL_FILED: _("Nộp hồ sơ đánh giá lại"),
    EventKind.RENEWAL_RESULT: _("Có kết quả đánh giá lại"),
    EventKind.EXTENDED: _("Kéo dài hiệu lực"),
}
STANDINGS = {
    StandingKind.NOT_YET: _("Chưa có hiệu lực"),
    StandingKind.VALID: _("Còn hiệu lực"),
    StandingKind.EXTENDED: _("Đang kéo dài"),
    StandingKind.EXPIRED: _("Hết hạn"),
    StandingKind.REVOKED: _("Đã thu hồi"),
    StandingKind.REPLACED: _("Đã thay thế"),
    StandingKind.ANNULLED: _("Đã huỷ bỏ"),
    StandingKind.UNKNOWN: _("Chưa có dữ liệu về hiệu lực hiện nay"),
    StandingKind.NOT_RECOGNISED: _("Chưa được công nhận"),
}
# how each standing looks: a chip's kind, never colour alone
STANDING_KINDS = {
    StandingKind.NOT_YET: "wait",
    StandingKind.VALID: "ok",
    StandingKind.EXTENDED: "warn",
    StandingKind.EXPIRED: "bad",
    StandingKind.REVOKED: "bad",
    StandingKind.REPLACED: "info",
    StandingKind.ANNULLED: "bad",
    StandingKind.UNKNOWN: "info",
    StandingKind.NOT_RECOGNISED: "info",
}
