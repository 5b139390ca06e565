"""Who may set up councils, seats, rules and meetings."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.review.models import Council
from ocop.casework.review.permissions.who import has_office, seat_of, sets_up
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal

OFFICE_READERS = (Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER)


def not_office() -> Refusal:
    """Somebody who neither sets up councils nor prepares their meetings."""
    return Refusal(
        "not_council_office",
        _("Bạn không làm được việc này."),
        _("Việc lập hội đồng và chuẩn bị phiên họp thuộc cơ quan quản lý OCOP cấp tỉnh và thư ký hội đồng."),
        _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
    )


def refuse_set_up(who: Who, council: Council) -> Refusal | None:
    """Working rules, seats and meetings of a council:
    officers of the province and the council's secretary.
    """
    return None if sets_up(who, council) else not_office()


def refuse_see_council(who: Who, council: Council) -> Refusal | None:
    """A council's page: its members, and the offices of the province."""
    if seat_of(who, council) is not None:
        return None
    if has_office(who, council, *OFFICE_READERS):
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được hội đồng này."), _("Trang này dành cho thành viên hội đồng.")
    )
