"""Who may read figures, and of which places."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal

ALL_FIGURES = frozenset(
    {Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER, Role.MINISTRY_OFFICER}
)


def refuse_read(person: Any, at: datetime) -> Refusal | None:
    """Officers of the province and the ministry read all figures,
    officers of a commune those of their commune.
    """
    if reads_all(person, at) or commune_of(person, at) is not None:
        return None
    return Refusal(
        "not_for_figures",
        _("Trang này dành cho cán bộ xã, tỉnh và Bộ."),
        _("Số liệu tổng hợp được đọc theo chức vụ của cơ quan."),
        _("Nếu bạn là cán bộ, hãy nhờ người quản trị ghi chức vụ của bạn."),
    )


def reads_all(person: Any, at: datetime) -> bool:
    """Whether the person reads the figures of the whole province."""
    return any(one.role in ALL_FIGURES for one in appointments_on(person, at))


def commune_of(person: Any, at: datetime) -> Place | None:
    """The commune whose figures alone an officer reads; None for who reads all, and for everybody else."""
    if reads_all(person, at):
        return None
    roles = (one for one in appointments_on(person, at) if one.role == Role.COMMUNE_OFFICER)
    return next((one.office.place for one in roles if one.office.place is not None), None)


def refuse_periodic(person: Any, at: datetime) -> Refusal | None:
    """Periodic reports are the province's; the ministry reads them."""
    if reads_all(person, at):
        return None
    return Refusal(
        "not_for_periodic",
        _("Báo cáo định kỳ do cơ quan cấp tỉnh lập."),
        "",
        _("Số liệu của xã xem ở trang Tổng quan và trang Tiến độ."),
    )
