"""Nhận lại bản Word: what the council wrote in the open zones of its report becomes the report's text."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ocop.casework.paperwork.about import REPORT
from ocop.casework.paperwork.acts.number import refuse_number
from ocop.casework.paperwork.forms import AsksWord
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.report import report_data
from ocop.casework.paperwork.papers.word import NOTE, report_docx
from ocop.casework.paperwork.writes.word_back import word_back
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.printing.writes import want


def refuse_take_word(who: Who, report: MeetingPaper) -> Refusal | None:
    """Whoever makes the papers of the meeting, until the report has its number."""
    return refuse_number(who, report) or _refuse_numbered(report)


def _refuse_numbered(report: MeetingPaper) -> Refusal | None:
    if not report.number:
        return None
    return Refusal(
        "conflict_report_numbered",
        _("Báo cáo này đã có số."),
        _("Nội dung của báo cáo đã ban hành không đổi được."),
        _("Tải lại trang."),
    )


@recorded
def take_word(report: MeetingPaper, *, file: File, by: Person, at: datetime) -> MeetingPaper:
    """Reads the zone of the Word file alone and has the PDF made anew with what was written.

    Refused as making the papers is; with a number; a file that `word_back` refuses.
    """
    ensure(refuse_take_word(who_is(by, at), held(report)))
    with override("vi"):  # papers are Vietnamese, whoever hands them in
        sent = report_docx(report_data(report), at)
    came = word_back(file, sent, (NOTE,))
    report.texts, report.file = came.texts, None
    report.save(update_fields=["texts", "file"])
    data = {"word": came.word, "texts": report.texts}
    want(report, at=at, entry=record("meetingpaper.take_word", report, by=by, at=at, data=data))
    return report


TAKE_WORD = Act(
    about=REPORT,
    name="take_word",
    path="ban-word/",
    refuse=refuse_take_word,
    form=AsksWord,
    do=take_word,
    button=_("Nhận lại bản Word"),
    lead=_(
        "Chỉ phần viết trong ô “Nhận xét, kiến nghị” được nhận. Phần khác phải giống báo cáo; chỗ nào khác "
        "được nêu tên và tệp không được nhận."
    ),
    said=_("Đã nhận. Báo cáo đang được lập lại với nội dung vừa viết."),
    icon="upload",
)
