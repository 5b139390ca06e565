"""Đính chính biên bản: a wrong number or name on minutes is put right by a paper that names it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_minutes_number
from ocop.casework.review.forms import AsksCorrection
from ocop.casework.review.models import Meeting, MinutesCorrection
from ocop.casework.review.permissions import refuse_keep, refuse_read_minutes
from ocop.casework.review.states import MeetingState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded, words
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.correcting import (
    Correction,
    Sheet,
    misnumbered,
    refuse_correction,
    written_down,
)
from ocop.foundation.documents.rules import PaperKind, Wrong
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want


class AsksMinutesCorrection(AsksCorrection):
    """About minutes."""

    def numbered(self) -> str:
        """Their number, as it was put right last."""
        number: str = self.thing.number_on(self.who.at)
        return number


def refuse_correct(who: Who, meeting: Meeting) -> Refusal | None:
    """Those who ran the session and may read its minutes, once it is closed."""
    refusal = refuse_keep(who, meeting) or refuse_read_minutes(who, meeting)
    if refusal is not None or meeting.state == MeetingState.CLOSED:
        return refusal
    return Refusal(
        "no_minutes_yet",
        _("Chưa có biên bản để đính chính."),
        _("Biên bản được lập khi phiên họp bế mạc."),
        _("Sửa trực tiếp trong phiên họp."),
    )


@recorded
def correct_minutes(
    meeting: Meeting, *, what: str, wrong: str, right: str, reason: str, number: str, issued_on: date,
    by: Person, at: datetime,
) -> MinutesCorrection:  # fmt: skip
    """Writes the correcting paper; minutes, results and what they say stay as they were closed.

    Those who go on from the minutes learn it. Refused to all but the chair, the vice-chairs and the
    secretary, before the closing, for words that the minutes do not say, for a number that another meeting
    bears, and for a correcting paper without number of its own.
    """
    ensure(refuse_correct(who_is(by, at), held(meeting)))
    given = Correction.of(
        what=what, wrong=wrong, right=right, reason=reason, number=number, issued_on=issued_on
    )
    closed_on = timezone.localdate(meeting.closed_at)
    if given.what == Wrong.NUMBER and given.wrong != meeting.number_on(at):
        raise Refused(_overtaken(meeting.number_on(at)))
    ensure(refuse_correction(given, printed=meeting.minutes_content or {}, dated=closed_on))
    if given.what == Wrong.NUMBER:
        ensure(refuse_minutes_number(meeting, given.right, closed_on.year))
        _renumber(meeting, given, closed_on, by=by, at=at)
    made = MinutesCorrection.objects.create(
        meeting=meeting, **written_down(given, _sheet(meeting, given, at), by=by, at=at)
    )
    data = {"what": given.what.value, "wrong": given.wrong, "right": given.right, "paper": given.number}
    entry = record("meeting.correct", meeting, by=by, at=at, reason=given.reason, data=data)
    want(made, at=at, entry=entry)
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=meeting.council.programme.province),
        kind="review.corrected",
        subject=words(_("Đính chính biên bản: %(title)s"), title=meeting.title),
        body=words(_("“%(wrong)s” nay đúng là “%(right)s”."), wrong=given.wrong, right=given.right),
        url=meeting.get_absolute_url(),
        at=at,
    )
    return made


def _overtaken(number: str) -> Refusal:
    return Refusal(
        "wrong_number_overtaken",
        _("Biên bản nay mang số %(number)s.") % {"number": number},
        _("Có người vừa đính chính số trước bạn."),
        _("Tải lại trang."),
    )


def _renumber(meeting: Meeting, given: Correction, closed_on: date, *, by: Person, at: datetime) -> None:
    """The minutes are found under the right number; the wrong one is free for those that truly bear it."""
    issuer = _agency(meeting)
    found = misnumbered(given.wrong, issuer=issuer, year=closed_on.year)
    file_paper(
        kind=PaperKind.MINUTES, number=given.right, issued_on=closed_on, issuer=issuer,
        subject=meeting.title, by=by, at=at, file=None if found is None else found.file,
    )  # fmt: skip


def _agency(meeting: Meeting) -> str:
    """The council as its minutes name it."""
    content: dict[str, Any] = meeting.minutes_content or {}
    name: str = content.get("agency") or meeting.council.name
    return name


def _sheet(meeting: Meeting, given: Correction, at: datetime) -> Sheet:
    """Minutes are corrected by minutes, signed by the same two; a number by a letter of the council."""
    programme, kind = meeting.council.programme, given.kind(PaperKind.MINUTES)
    content: dict[str, Any] = meeting.minutes_content or {}
    chair = str(content.get("chair") or getattr(meeting.chaired_by, "person", ""))
    secretary = str(content.get("secretary") or meeting.recorded_by or "")
    letter: list[tuple[tuple[str, ...], str]] = [(("TM. Hội đồng", "Chủ trì"), chair)]
    with override("vi"):
        day = date_format(timezone.localdate(meeting.closed_at), "d/m/Y")
    bears = given.wrong if given.what == Wrong.NUMBER else meeting.number_on(at)
    return Sheet(
        kind=kind,
        own=PaperKind.MINUTES,
        issuer=_agency(meeting),
        cited=f"Biên bản số {bears} ngày {day}",
        frame={
            "illustration": programme.is_demonstration,
            "agency_parent": content.get("parent") or programme.agency_parent or programme.authority_name,
            "agency": _agency(meeting),
            "place": programme.seat or programme.province.name,
        },
        signatures=letter if kind == PaperKind.LETTER else [(("Thư ký",), secretary), (("Chủ trì",), chair)],
        addressees=[programme.agency_name] if kind == PaperKind.LETTER else [],
    )


CORRECT = Act(
    about=MEETING,
    name="correct",
    path="dinh-chinh/",
    when=frozenset({MeetingState.CLOSED}),
    refuse=refuse_correct,
    form=AsksMinutesCorrection,
    do=correct_minutes,
    button=_("Đính chính biên bản"),
    lead=_(
        "Biên bản đã lập vẫn giữ nguyên. Văn bản đính chính nêu rõ chỗ sai, có số riêng do văn thư cấp, và "
        "đi kèm biên bản."
    ),
    confirm=_("Đính chính"),
    said=_("Đã đính chính. Văn bản đính chính đi kèm biên bản."),
)
