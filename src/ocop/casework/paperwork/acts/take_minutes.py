"""Nhận lại bản Word của biên bản: what was written in the zone of the conclusion becomes the minutes'."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.states import DecisionState
from ocop.casework.paperwork.about import MINUTES
from ocop.casework.paperwork.forms import AsksWord
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.word_minutes import CONCLUSION, minutes_docx
from ocop.casework.paperwork.permissions import refuse_make
from ocop.casework.paperwork.rules import Kind
from ocop.casework.paperwork.writes.word_back import word_back
from ocop.casework.review.models import Meeting
from ocop.casework.review.states import MeetingState
from ocop.casework.review.writes.conclusion import word_conclusion
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.printing.writes import want


def refuse_take_minutes(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever makes the papers of the meeting, until another paper rests on the minutes."""
    return refuse_make(who, meeting) or _refuse_only_printed(meeting) or _refuse_rested_on(meeting)


def _refuse_only_printed(meeting: Meeting) -> Refusal | None:
    """Of a meeting that is open, or was closed before what minutes say was kept beside their PDF."""
    if meeting.minutes_content:
        return None
    return Refusal(
        "conflict_minutes_only_printed",
        _("Biên bản này không có bản Word."),
        _("Phiên họp chưa bế mạc, hoặc biên bản chỉ còn bản in đã lưu."),
        _("Nếu biên bản sai, ban hành văn bản đính chính."),
    )


def _refuse_rested_on(meeting: Meeting) -> Refusal | None:
    """The numbered report, a decision that was submitted, and a correcting paper quote the minutes."""
    beyond = Decision.objects.filter(items__item__meeting=meeting, items__is_live=True)
    if not (
        meeting.corrections.exists()
        or MeetingPaper.objects.filter(meeting=meeting).exclude(number="").exists()
        or beyond.exclude(state__in=[DecisionState.DRAFT, DecisionState.DROPPED]).exists()
    ):
        return None
    return Refusal(
        "conflict_minutes_rested_on",
        _("Biên bản này không sửa lời kết luận được nữa."),
        _("Báo cáo đã có số, quyết định đã trình hoặc văn bản đính chính đã dựa vào biên bản."),
        _("Nếu biên bản sai, ban hành văn bản đính chính."),
    )


@recorded
def take_minutes(meeting: Meeting, *, file: File, by: Person, at: datetime) -> Meeting:
    """Reads the conclusion from the Word file alone and has the minutes made anew with it; the council's
    report too, where it says the same.

    Refused as making the papers is; once another paper rests on the minutes; a file that `word_back` refuses.
    """
    ensure(refuse_take_minutes(who_is(by, at), held(meeting)))
    with override("vi"):  # papers are Vietnamese, whoever hands them in
        sent = minutes_docx(meeting.minutes_content or {}, at)
    came = word_back(file, sent, (CONCLUSION,))
    word_conclusion(meeting, came.texts[CONCLUSION], word=came.word, by=by, at=at)
    for report in MeetingPaper.objects.filter(meeting=meeting, kind=Kind.REPORT, texts={}):
        _say_again(report, by=by, at=at)
    return meeting


def _say_again(report: MeetingPaper, *, by: Person, at: datetime) -> None:
    held(report).file = None
    report.save(update_fields=["file"])
    want(report, at=at, entry=record("meetingpaper.want", report, by=by, at=at))


TAKE_MINUTES = Act(
    about=MINUTES,
    name="take_minutes",
    path="ban-word/",
    when=frozenset({MeetingState.CLOSED}),
    refuse=refuse_take_minutes,
    form=AsksWord,
    do=take_minutes,
    button=_("Nhận lại bản Word của biên bản"),
    lead=_(
        "Chỉ phần viết trong ô “Kết luận” được nhận. Phần khác phải giống biên bản; chỗ nào khác được nêu "
        "tên và tệp không được nhận."
    ),
    said=_("Đã nhận. Biên bản đang được lập lại với kết luận vừa viết."),
    icon="upload",
)
