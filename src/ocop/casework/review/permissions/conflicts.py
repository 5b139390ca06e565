"""Who may declare, and who is kept from a product."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.models import AgendaItem, Declaration, ScoreSheet, Seat
from ocop.casework.review.permissions.meetings import refuse_keep
from ocop.casework.review.permissions.who import has_conflict, scoring_seat, seat_of, seats_held
from ocop.casework.review.rules import (
    SCORING_FUNCTIONS,
    Function,
    ItemState,
    MeetingState,
    SheetState,
)
from ocop.foundation.ui.refusals import Refusal

UNDECIDED = frozenset({ItemState.WAITING, ItemState.SCORING, ItemState.DISPUTED})


def refuse_declare(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """A member declares for the own seat, until the own sheet is sealed."""
    seat = seat_of(person, item.meeting.council_id, at)
    if seat is None:
        return Refusal("not_member", _("Bạn không phải thành viên của hội đồng này."))
    return refuse_declared_late(seat, item)


def refuse_declare_for(person: Any, seat: Seat, item: AgendaItem, at: datetime) -> Refusal | None:
    """The secretary or the chair records a conflict found later, before that member's sheet is sealed."""
    if seat.council_id != item.meeting.council_id:
        return Refusal("not_member", _("Người này không phải thành viên của hội đồng."))
    return refuse_keep(person, item.meeting, at) or refuse_declared_late(seat, item)


def refuse_declared_late(seat: Seat, item: AgendaItem) -> Refusal | None:
    """A declaration stands once the product has its result, or once the member sealed a sheet for it."""
    if item.meeting.state not in {MeetingState.PLANNED, MeetingState.OPEN} or item.state not in UNDECIDED:
        return Refusal(
            "declaration_too_late",
            _("Không khai báo thêm được cho “%(product)s”.") % {"product": item},
            _("Sản phẩm đã có kết quả hoặc phiên họp đã kết thúc."),
            _("Báo chủ tịch hội đồng để ghi vào biên bản."),
        )
    if ScoreSheet.objects.filter(item=item, seat=seat, state=SheetState.SEALED).exists():
        return Refusal(
            "declaration_after_sealing",
            _("Phiếu của %(member)s cho “%(product)s” đã chốt.") % {"member": seat.person, "product": item},
            _("Xung đột lợi ích phải khai trước khi chốt phiếu."),
            _("Báo chủ tịch hội đồng để xem xét."),
        )
    return None


def refuse_conflict(person: Any, item: AgendaItem) -> Refusal | None:
    """Nobody with a conflict of interest gets near the product, its sheets or its result (T-04)."""
    if not has_conflict(person, item):
        return None
    return Refusal(
        "own_interest",
        _("Bạn không tham gia đánh giá sản phẩm này."),
        _("Đã khai báo xung đột lợi ích nên bạn không xem hồ sơ, phiếu và kết quả của sản phẩm."),
    )


def is_kept_from(person: Any, dossier: Dossier, at: datetime) -> bool:
    """Whether a conflict keeps the person from a dossier, or a declaration that a scoring member still owes.

    Registered with `dossiers.permissions.register_bar`: it holds against every office that the person has
    besides.
    """
    if not getattr(person, "pk", None):
        return False
    if Declaration.objects.filter(item__dossier=dossier, seat__person=person, has_conflict=True).exists():
        return True
    owing = seats_held(at).filter(person=person, function__in=SCORING_FUNCTIONS)
    items = AgendaItem.objects.filter(
        dossier=dossier,
        state__in=UNDECIDED,
        meeting__state=MeetingState.OPEN,
        meeting__council__seats__in=owing,
    )
    return items.exclude(declarations__seat__in=owing).exists()


def reads_dossier(person: Any, dossier: Dossier, at: datetime) -> bool:
    """Whether a council makes somebody a reader of a dossier: a product on the agenda of an open meeting.

    Scoring members after declaring that they have no conflict; the council's own secretary without declaring.
    Registered with `dossiers.permissions.register_reader`.
    """
    if not getattr(person, "pk", None):
        return False
    live = AgendaItem.objects.filter(dossier=dossier, meeting__state=MeetingState.OPEN).exclude(
        state=ItemState.REMOVED
    )
    for item in live.select_related("meeting"):
        seat = seat_of(person, item.meeting.council_id, at)
        if seat is None:
            continue
        declared = Declaration.objects.filter(item=item, seat=seat).first()
        if declared is None and seat.function == Function.SECRETARY:
            return True
        if declared is not None and not declared.has_conflict:
            return True
    return False


def refuse_undeclared(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Nothing of a product opens to a scoring member before the declaration for it."""
    seat = scoring_seat(person, item.meeting, at)
    if seat is None or Declaration.objects.filter(item=item, seat=seat).exists():
        return None
    return Refusal(
        "not_declared",
        _("Bạn chưa khai báo về sản phẩm này."),
        _("Mỗi sản phẩm cần một lời khai có hay không có xung đột lợi ích trước khi mở hồ sơ."),
        _("Mở trang khai báo của phiên họp."),
    )
