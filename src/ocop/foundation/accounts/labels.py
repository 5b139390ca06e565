"""The words for levels, bodies and roles on screen."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.rules import Body, Doubt, Level, Role

LEVELS: dict[Level, Promise] = {
    Level.COMMUNE: _("Cấp xã"),
    Level.DISTRICT: _("Cấp huyện (đến 30/6/2025)"),
    Level.PROVINCE: _("Cấp tỉnh"),
    Level.MINISTRY: _("Cấp bộ"),
}

BODIES: dict[Body, Promise] = {
    Body.PEOPLE_COMMITTEE: _("Ủy ban nhân dân"),
    Body.AGRICULTURE_DEPARTMENT: _("Sở Nông nghiệp và Môi trường"),
    Body.COORDINATION_OFFICE: _("Văn phòng Điều phối nông thôn mới"),
    Body.OTHER_DEPARTMENT: _("Sở, ban, ngành khác"),
    Body.ECONOMIC_DIVISION: _("Phòng Kinh tế"),
    Body.MINISTRY: _("Bộ Nông nghiệp và Môi trường"),
}

ROLES: dict[Role, Promise] = {
    Role.COMMUNE_OFFICER: _("Cán bộ xã"),
    Role.PROVINCE_OFFICER: _("Cán bộ tỉnh"),
    Role.SECRETARY: _("Thư ký hội đồng"),
    Role.SIGNER: _("Người ký"),
    Role.LEADER: _("Lãnh đạo"),
    Role.OPERATOR: _("Quản trị hệ thống"),
    Role.MINISTRY_OFFICER: _("Cán bộ Bộ"),
}


def _choices(labels: Mapping[Any, Promise]) -> list[tuple[str, Promise]]:
    return [(key.value, text) for key, text in labels.items()]


def level_choices() -> list[tuple[str, Promise]]:
    """For fields; a function, so that a change of words needs no migration."""
    return _choices(LEVELS)


def body_choices() -> list[tuple[str, Promise]]:
    """For fields, as above."""
    return _choices(BODIES)


def role_choices() -> list[tuple[str, Promise]]:
    """For fields, as above."""
    return _choices(ROLES)


DOUBTS: dict[Doubt, Promise] = {
    Doubt.BOTH_HANDS: _(
        "Một người vừa soạn, vừa ký ở cùng một nơi. Hai việc này nên do hai người làm; hệ thống không cho "
        "ai ký quyết định do chính mình soạn."
    ),
    Doubt.SIGNS_ELSEWHERE: _(
        "Quyết định công nhận do Chủ tịch Ủy ban nhân dân ký; cơ quan đã chọn không phải Ủy ban nhân dân."
    ),
    Doubt.ONESELF: _("Bạn đang tự phân công cho mình. Quyền của một người nên do người khác giao."),
    Doubt.NO_BASIS: _(
        "Chưa ghi căn cứ. Quyền của một người nên có quyết định hoặc văn bản phân công; ghi số vào ô "
        "“Căn cứ”."
    ),
}

# what the history of a person says of an act
ACTS: dict[str, Promise] = {
    "person.open_account": _("Đã mở tài khoản"),
    "person.sign_up": _("Tự đăng ký tài khoản"),
    "person.change_details": _("Đã sửa thông tin của mình"),
    "person.deactivate": _("Đã ngừng tài khoản"),
    "person.reactivate": _("Đã mở lại tài khoản"),
    "person.issue_password_link": _("Đã cấp liên kết đặt mật khẩu"),
    "person.issue_code": _("Đã cấp mã đặt lại mật khẩu"),
    "person.use_code": _("Đã đặt mật khẩu bằng mã"),
    "person.reset_second_factor": _("Đã bỏ bước xác thực thứ hai"),
    "person.lift_lock": _("Đã mở khoá đăng nhập"),
    "person.end_sessions": _("Đã đăng xuất ở mọi nơi khác"),
    "person.change_password": _("Đã đổi mật khẩu"),
    "person.change_second_factor": _("Đã đổi bước xác thực thứ hai"),
    "person.confirm_email": _("Đã xác nhận thư điện tử"),
    "person.appoint": _("Được phân công"),
    "person.end_appointment": _("Đã thôi giữ phân công"),
}
