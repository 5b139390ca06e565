"""Officers keep the help of their place; leaders, secretaries, signers and the ministry read it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.support.models import Activity
from ocop.casework.support.models.visible import READERS
from ocop.casework.support.rules import ActivityState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal

KEEPERS = (Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER)


def refuse_list(who: Who) -> Refusal | None:
    """The lists of all help: people with an office that reads them."""
    if who.holds_any(*READERS):
        return None
    return Refusal(
        "no_office",
        _("Bạn không xem được danh sách hỗ trợ."),
        _("Danh sách dành cho cán bộ OCOP của xã và của tỉnh."),
        _("Hỗ trợ mà chủ thể của bạn đã nhận ở trang của chủ thể."),
    )


def may_read_money(who: Who) -> bool:
    """Costs and papers of the office are not for the producers who were helped."""
    return refuse_list(who) is None


def refuse_plan(who: Who, _kind: object = None) -> Refusal | None:
    """Entering help at all: officers of a province or a commune."""
    return None if who.holds_any(*KEEPERS) else _not_keeper()


def keeps_at(who: Who, place: Place) -> bool:
    """Whether the person is an officer whose office reaches the place."""
    return who.holds_any(*KEEPERS, place=place)


def refuse_keep_at(who: Who, place: Place) -> Refusal | None:
    """Entering help at a place: officers of its province (former ones too) or of its commune."""
    return None if keeps_at(who, place) else _not_keeper()


def _not_keeper() -> Refusal:
    return Refusal(
        "not_keeper",
        _("Bạn không ghi được hoạt động hỗ trợ ở địa bàn này."),
        _("Việc này thuộc cán bộ OCOP cấp tỉnh, hoặc cán bộ của xã đó."),
        _("Chọn địa bàn bạn phụ trách, hoặc liên hệ cán bộ phụ trách."),
    )


def refuse_keep(who: Who, activity: Activity) -> Refusal | None:
    """Moving an activity on: who may enter help at its place."""
    return refuse_keep_at(who, activity.place)


def refuse_change(who: Who, activity: Activity) -> Refusal | None:
    """Facts, people, steps, parties, kits: as keeping, while it is planned or under way."""
    refusal = refuse_keep(who, activity)
    if refusal is not None or activity.is_open:
        return refusal
    return _ended(activity)


def refuse_add(who: Who, activity: Activity) -> Refusal | None:
    """Payments, papers and looks come after the result as well; nothing is added to what was cancelled."""
    refusal = refuse_keep(who, activity)
    if refusal is not None or activity.state != ActivityState.CANCELLED:
        return refusal
    return _ended(activity)


def _ended(activity: Activity) -> Refusal:
    return Refusal(
        "conflict_ended",
        _("“%(name)s” đã kết thúc hoặc đã huỷ, không sửa được nữa.") % {"name": activity.name},
        "",
        _("Tải lại trang để xem tình trạng hiện tại."),
    )
