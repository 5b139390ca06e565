"""Telling the members of a council, and those who judged a product."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.models import AgendaItem, Meeting, ScoreSheet, Seat
from ocop.casework.review.rules import PRESIDING_FUNCTIONS, Function
from ocop.casework.review.selectors import pack_due_on
from ocop.foundation.accounts.models import Person
from ocop.foundation.notifications.actions import Text, tell
from ocop.foundation.ui.templatetags.ui import gio
from ocop.foundation.ui.words import words


def tell_members(meeting: Meeting, *, kind: str, subject: Text, body: Text, at: datetime) -> None:
    """A message to who sits on the council of a meeting now, or will on its day."""
    tell(
        [seat.person for seat in _invited(meeting, at)],
        kind=kind,
        subject=subject,
        body=body,
        url=meeting.get_absolute_url(),
        at=at,
    )


def _invited(meeting: Meeting, at: datetime) -> list[Seat]:
    seats = Seat.objects.filter(council=meeting.council_id).select_related("person").order_by("pk")
    day = max(meeting.starts_at, at)
    return list({seat.person_id: seat for seat in seats if seat.is_held(day)}.values())


def invite(meeting: Meeting, *, at: datetime, reason: str = "") -> None:
    """Who has a seat on the day of the meeting is invited; again, with the reason, where it was changed."""
    when = {"time": gio(meeting.starts_at), "venue": meeting.venue or "–", "title": meeting.title}
    body = words(_("Bắt đầu %(time)s. Địa điểm: %(venue)s."), **when)
    if reason:
        body = words(
            _("Lịch mới: %(time)s. Địa điểm: %(venue)s. Lý do đổi: %(reason)s"), reason=reason, **when
        )
    if meeting.answers_due_on is not None:
        until = f"{meeting.answers_due_on:%d/%m/%Y}"
        body = words(_("%(body)s Gửi ý kiến đến hết ngày %(day)s."), body=body, day=until)
    due = pack_due_on(meeting)
    if due is not None:
        body = words(_("%(body)s Hồ sơ đến thành viên chậm nhất %(day)s."), body=body, day=f"{due:%d/%m/%Y}")
    subject = _("Đổi lịch, mời dự: %(title)s") if reason else _("Mời dự: %(title)s")
    kind = "review.rescheduled" if reason else "review.planned"
    tell_members(meeting, kind=kind, subject=words(subject, title=meeting.title), body=body, at=at)


def invited_words(meeting: Meeting) -> str:
    """That the members were invited; and whose seat will have ended by then, so that they were not."""
    seats = Seat.objects.filter(council=meeting.council_id, ends_at__gt=timezone.now())
    away = [seat for seat in seats.select_related("person") if not seat.is_held(meeting.starts_at)]
    said = gettext("Đã lên lịch và mời các thành viên.")
    if not away:
        return said
    names = ", ".join(str(seat.person) for seat in away)
    ended = gettext("Không mời %(names)s: đến ngày họp nhiệm vụ trong hội đồng đã kết thúc.")
    return f"{said} {ended % {'names': names}}"


def tell_of_pass(item: AgendaItem, old: Iterable[ScoreSheet], *, reason: str, at: datetime) -> None:
    """Who sealed a sheet has a new one to fill in."""
    tell(
        [sheet.seat.person for sheet in old if sheet.seat.is_held(at)],
        kind="review.rescoring",
        subject=words(_("Chấm lại: %(product)s"), product=item.dossier.product.name),
        body=words(_("Hội đồng yêu cầu chấm lại. Lý do: %(reason)s"), reason=reason),
        url=item.meeting.get_absolute_url(),
        at=at,
    )


def tell_recounted(item: AgendaItem, people: Iterable[Person], *, reason: str, at: datetime) -> None:
    """Who judged a product learns that it was counted again, never how."""
    tell(
        people,
        kind="review.recounted",
        subject=words(_("Tính lại kết quả: %(product)s"), product=item.dossier.product.name),
        body=words(_("Một phiếu đã thay đổi hoặc không còn được tính. Lý do: %(reason)s"), reason=reason),
        url=item.meeting.get_absolute_url(),
        at=at,
    )


def tell_divergence(item: AgendaItem, *, at: datetime) -> None:
    """Who keeps the meeting learns that opinions in writing differ, and that a meeting is proposed."""
    seats = Seat.objects.filter(council=item.meeting.council_id).select_related("person")
    keepers = [
        seat.person
        for seat in seats
        if seat.is_held(at) and (seat.function == Function.SECRETARY or seat.function in PRESIDING_FUNCTIONS)
    ]
    tell(
        keepers,
        kind="review.divergence",
        subject=words(_("Ý kiến khác nhau, đề nghị họp: %(product)s"), product=item.dossier.product.name),
        body=words(
            _("Phiếu lấy ý kiến chưa thống nhất theo quy chế. Đưa ra phiên họp, hoặc ghi ý kiến thống nhất.")
        ),
        url=item.get_absolute_url(),
        at=at,
    )
