"""What people are told about councils. Texts are lazy: each person gets them in the own language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.models import AgendaItem, Meeting, ScoreSheet
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import SheetState
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.rules import Role
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.templatetags.ui import gio


class _Filled:
    """A lazy text with its values, put together in the reader's language."""

    def __init__(self, text: Any, **values: Any) -> None:
        self.text, self.values = text, values

    def __str__(self) -> str:
        return str(self.text) % self.values


def _words(text: Any, **values: Any) -> Any:
    return lazystr(_Filled(text, **values))


def _members(meeting: Meeting, at: datetime) -> list[Any]:
    return [
        seat.person for seat in seats_held(at).filter(council=meeting.council_id).select_related("person")
    ]


def planned(meeting: Meeting, *, at: datetime) -> None:
    """The members are invited."""
    tell(
        _members(meeting, at),
        kind="review.planned",
        subject=_words(_("Mời dự: %(title)s"), title=meeting.title),
        body=_words(
            _("Bắt đầu %(time)s. Địa điểm: %(venue)s."),
            time=gio(meeting.starts_at),
            venue=meeting.venue or "–",
        ),
        url=meeting.get_absolute_url(),
        at=at,
    )


def cancelled(meeting: Meeting, *, reason: str, at: datetime) -> None:
    """The members need not come."""
    tell(
        _members(meeting, at),
        kind="review.cancelled",
        subject=_words(_("Huỷ: %(title)s"), title=meeting.title),
        body=_words(_("Lý do: %(reason)s"), reason=reason),
        url=meeting.get_absolute_url(),
        at=at,
    )


def rescoring(item: AgendaItem, *, reason: str, at: datetime) -> None:
    """The members whose sheets counted score again."""
    sheets = ScoreSheet.objects.filter(item=item, pass_no=item.pass_no, state=SheetState.DRAFT)
    tell(
        [sheet.seat.person for sheet in sheets.select_related("seat__person")],
        kind="review.rescoring",
        subject=_words(_("Chấm lại: %(product)s"), product=item.dossier.product.name),
        body=_words(_("Hội đồng yêu cầu chấm lại. Lý do: %(reason)s"), reason=reason),
        url=item.meeting.get_absolute_url(),
        at=at,
    )


def closed(meeting: Meeting, *, at: datetime) -> None:
    """The offices that go on from here: submission and decision."""
    province = meeting.council.programme.province
    offices: Iterable[Any] = people_holding(Role.PROVINCE_OFFICER, at, place=province)
    tell(
        offices,
        kind="review.closed",
        subject=_words(_("Đã bế mạc: %(title)s"), title=meeting.title),
        body=_words(_("Biên bản số %(number)s. Kết quả chờ trình quyết định."), number=meeting.minutes_no),
        url=meeting.get_absolute_url(),
        at=at,
    )
