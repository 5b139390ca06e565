"""Officers keep the help of their place; leaders, secretaries, signers and the ministry read it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.support import refusals
from ocop.casework.support.models import Activity
from ocop.casework.support.models.visible import READERS
from ocop.casework.support.rules import ActivityState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on, holds
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal

KEEPERS = (Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER)


def refuse_list(person: Any, at: datetime) -> Refusal | None:
    """The lists of all help: people with an office that reads them."""
    if any(one.role in READERS for one in appointments_on(person, at)):
        return None
    return Refusal(
        "no_office",
        _("Bạn không xem được danh sách hỗ trợ."),
        _("Danh sách dành cho cán bộ OCOP của xã và của tỉnh."),
        _("Hỗ trợ mà chủ thể của bạn đã nhận ở trang của chủ thể."),
    )


def may_read_money(person: Any, at: datetime) -> bool:
    """Costs and papers of the office are not for the producers who were helped."""
    return refuse_list(person, at) is None


def refuse_plan(person: Any, at: datetime) -> Refusal | None:
    """Entering help at all: officers of a province or a commune."""
    return None if any(holds(person, role, at) for role in KEEPERS) else _not_keeper()


def refuse_keep(person: Any, place: Place, at: datetime) -> Refusal | None:
    """Entering help at a place: officers of its province (former ones too) or of its commune."""
    return None if keeps_at(person, place, at) else _not_keeper()


def keeps_at(person: Any, place: Place, at: datetime) -> bool:
    """Whether the person is an officer whose office reaches the place."""
    return any(holds(person, role, at, place=place) for role in KEEPERS)


def _not_keeper() -> Refusal:
    return Refusal(
        "not_keeper",
        _("Bạn không ghi được hoạt động hỗ trợ ở địa bàn này."),
        _("Việc này thuộc cán bộ OCOP cấp tỉnh, hoặc cán bộ của xã đó."),
        _("Chọn địa bàn bạn phụ trách, hoặc liên hệ cán bộ phụ trách."),
    )


def refuse_change(person: Any, activity: Activity, at: datetime) -> Refusal | None:
    """Facts, people, steps, parties, kits: as keeping, while it is planned or under way."""
    refusal = refuse_keep(person, activity.place, at)
    if refusal is not None or activity.is_open:
        return refusal
    return refusals.not_open(activity.name)


def refuse_add(person: Any, activity: Activity, at: datetime) -> Refusal | None:
    """Payments, papers and looks come after the result as well; nothing is added to what was cancelled."""
    refusal = refuse_keep(person, activity.place, at)
    if refusal is not None or activity.state != ActivityState.CANCELLED:
        return refusal
    return refusals.not_open(activity.name)
