"""The press plan: the province plans, a commune proposes and records for its own place, leaders read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.communication.models import PressItem
from ocop.casework.communication.models.visible import READERS
from ocop.casework.communication.rules import PressState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal


def refuse_list(who: Who) -> Refusal | None:
    """The lists of this package: officers of province and communes; secretaries, signers and leaders read."""
    if who.holds_any(*READERS):
        return None
    return Refusal(
        "not_office",
        _("Phần truyền thông dành cho cơ quan OCOP."),
        "",
        _("Đọc tin và hướng dẫn trên trang công khai."),
    )


def refuse_note(who: Who, place: Place | None = None) -> Refusal | None:
    """Putting a line into the plan: the province; a commune officer proposes one for the own commune."""
    if who.holds_any(Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER, place=place):
        return None
    return Refusal(
        "not_planner",
        _("Bạn không lập được đầu việc truyền thông này."),
        _("Cán bộ OCOP cấp tỉnh lập kế hoạch; cán bộ xã đề xuất cho xã mình."),
        _("Chọn địa bàn của cơ quan bạn, hoặc liên hệ cán bộ OCOP cấp tỉnh."),
    )


def refuse_amend_item(who: Who, item: PressItem) -> Refusal | None:
    """Changing what is planned: the province until it is done or cancelled,
    the commune while it is its proposal.
    """
    if item.state not in {PressState.PROPOSED, PressState.PLANNED}:
        return Refusal(
            "conflict_press_ended",
            _("“%(item)s” đã thực hiện hoặc đã huỷ.") % {"item": item},
            _("Đầu việc đã xong giữ nguyên để đếm và tra cứu."),
            _("Ghi sai thì chọn “Ghi lại kết quả” trước."),
        )
    if item.state == PressState.PROPOSED:
        return refuse_note(who, item.place)
    return refuse_settle(who, item)


def refuse_settle(who: Who, item: PressItem) -> Refusal | None:
    """Taking a proposal in, cancelling what is planned, opening a record again: officers of the province."""
    if who.holds(Role.PROVINCE_OFFICER, item.place):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không quyết định được việc này."),
        _("Kế hoạch truyền thông do cơ quan quản lý OCOP cấp tỉnh giữ."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def refuse_record(who: Who, item: PressItem) -> Refusal | None:
    """Recording that it was done, with evidence: whoever may plan for its place."""
    return refuse_note(who, item.place)


def refuse_read_item(who: Who, item: PressItem) -> Refusal | None:
    """Reading a line with its evidence: whoever it is visible to."""
    if PressItem.objects.visible_to(who.person, who.at).filter(pk=item.pk).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được đầu việc này."), _("Đầu việc thuộc địa bàn khác."))
