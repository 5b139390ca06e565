"""Who may declare, and who is kept from a product."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.models import AgendaItem, ScoreSheet, Seat
from ocop.casework.review.permissions.who import (
    conflicts_of,
    has_declared,
    member_seat,
    seat_of,
    seats_of,
    words_of,
)
from ocop.casework.review.rules import Function
from ocop.casework.review.states import UNFINISHED, ItemState, MeetingState, SheetState
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal

UNDECIDED = frozenset({ItemState.WAITING, ItemState.SCORING, ItemState.DISPUTED})


def refuse_declare(who: Who, item: AgendaItem) -> Refusal | None:
    """A member declares for the own seat, until the own sheet is sealed."""
    seat = seat_of(who, item.meeting.council_id)
    if seat is None:
        return not_member()
    return refuse_declared_late(seat, item)


def not_member() -> Refusal:
    """Somebody without a seat on the council."""
    return Refusal("not_member", _("Bạn không phải thành viên của hội đồng này."))


def refuse_declared_late(seat: Seat, item: AgendaItem) -> Refusal | None:
    """A declaration stands once the product has its result, or once the member sealed a sheet for it."""
    if item.meeting.state not in UNFINISHED or item.state not in UNDECIDED:
        return Refusal(
            "declaration_too_late",
            _("Không khai báo thêm được cho “%(product)s”.") % {"product": item},
            _("Sản phẩm đã có kết quả hoặc phiên họp đã kết thúc."),
            _("Báo chủ tịch hoặc thư ký hội đồng: trước khi bế mạc vẫn ghi được và kết quả được tính lại."),
        )
    if ScoreSheet.objects.filter(item=item, seat=seat, state=SheetState.SEALED).exists():
        return Refusal(
            "declaration_after_sealing",
            _("Phiếu của %(member)s cho “%(product)s” đã chốt.") % {"member": seat.person, "product": item},
            _("Xung đột lợi ích phải khai trước khi chốt phiếu."),
            _("Báo chủ tịch hoặc thư ký hội đồng: họ ghi xung đột lợi ích, phiếu không được tính nữa."),
        )
    return None


def refuse_conflict(who: Who, item: AgendaItem) -> Refusal | None:
    """Nobody with a conflict of interest gets near the product, its sheets or its result (T-04)."""
    if item.pk not in conflicts_of(who):
        return None
    return Refusal(
        "own_interest",
        _("Bạn không tham gia đánh giá sản phẩm này."),
        _("Đã khai báo xung đột lợi ích nên bạn không xem hồ sơ, phiếu và kết quả của sản phẩm."),
    )


def is_kept_from(who: Who, dossier: Dossier) -> bool:
    """Whether a conflict keeps the person from a dossier, or a declaration that a scoring member still owes.

    Registered with `dossiers.permissions.register_bar`: it holds against every office that the person has
    besides.
    """
    if any(word.has_conflict and word.dossier == dossier.pk for word in words_of(who)):
        return True
    owing = {seat.council_id: seat for seat in seats_of(who) if seat.scores}
    if not owing:
        return False
    items = AgendaItem.objects.filter(
        dossier=dossier,
        state__in=UNDECIDED,
        meeting__state=MeetingState.OPEN,
        meeting__council__in=owing,
    )
    rows = items.select_related("meeting")
    return any(not has_declared(who, owing[item.meeting.council_id], item) for item in rows)


def reads_dossier(who: Who, dossier: Dossier) -> bool:
    """Whether a council makes somebody a reader of a dossier: a product on the agenda of an open meeting.

    Scoring members after declaring that they have no conflict; the council's own secretary without declaring.
    Registered with `dossiers.permissions.register_reader`.
    """
    live = AgendaItem.objects.filter(
        dossier=dossier,
        meeting__state=MeetingState.OPEN,
        meeting__council__in=[seat.council_id for seat in seats_of(who)],
    )
    items = live.exclude(state=ItemState.REMOVED).select_related("meeting")
    return any(_reads(who, seat_of(who, item.meeting.council_id), item) for item in items)


def _reads(who: Who, seat: Seat | None, item: AgendaItem) -> bool:
    """In this seat: the secretary until a conflict is declared, the others once none is."""
    if seat is None:
        return False
    words = [word for word in words_of(who) if (word.item, word.seat) == (item.pk, seat.pk)]
    if not words:
        return seat.function == Function.SECRETARY
    return not any(word.has_conflict for word in words)


def refuse_undeclared(who: Who, item: AgendaItem) -> Refusal | None:
    """Nothing of a product opens to a scoring member before the declaration for it."""
    seat = member_seat(who, item.meeting)
    if seat is None or has_declared(who, seat, item):
        return None
    return Refusal(
        "not_declared",
        _("Bạn chưa khai báo về sản phẩm này."),
        _("Mỗi sản phẩm cần một lời khai có hay không có xung đột lợi ích trước khi mở hồ sơ."),
        _("Mở trang khai báo của phiên họp."),
    )
