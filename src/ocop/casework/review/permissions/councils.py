"""Who may set up councils, seats, rules and meetings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.review.models import Council
from ocop.casework.review.permissions.who import seat_of, sets_up
from ocop.foundation.accounts.appointments import holds
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.refusals import Refusal
from ocop.registers.programme.models import Programme

OFFICE_READERS = (Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER)


def _not_office() -> Refusal:
    return Refusal(
        "not_council_office",
        _("Bạn không làm được việc này."),
        _("Việc lập hội đồng và chuẩn bị phiên họp thuộc cơ quan quản lý OCOP cấp tỉnh và thư ký hội đồng."),
        _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
    )


def refuse_establish(person: Any, programme: Programme, at: datetime) -> Refusal | None:
    """Setting up a council: officers of the province, secretaries."""
    roles = (Role.PROVINCE_OFFICER, Role.SECRETARY)
    return None if any(holds(person, role, at, place=programme.province) for role in roles) else _not_office()


def refuse_set_up(person: Any, council: Council, at: datetime) -> Refusal | None:
    """Working rules, seats and meetings of a council:
    officers of the province and the council's secretary.
    """
    return None if sets_up(person, council, at) else _not_office()


def refuse_see_council(person: Any, council: Council, at: datetime) -> Refusal | None:
    """A council's page: its members, and the offices of the province."""
    if seat_of(person, council, at) is not None:
        return None
    if any(holds(person, role, at, place=council.programme.province) for role in OFFICE_READERS):
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được hội đồng này."), _("Trang này dành cho thành viên hội đồng.")
    )
