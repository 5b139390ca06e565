"""Ghi số báo cáo: number and day of the council's report, as the records office gave them."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import letter_incomplete, refuse_paper
from ocop.casework.paperwork.about import REPORT
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.report import SYMBOL
from ocop.casework.paperwork.permissions import refuse_make
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line


class AsksNumber(Asks):
    """What the records office gave."""

    number = TextField(label=_("Số, ký hiệu báo cáo"), max_length=60)
    issued_on = DateField(label=_("Ngày ban hành"))
    beside = {"number_": "number", "paper_": "number", "signed_": "issued_on", "day_": "issued_on"}


def refuse_number(who: Who, report: MeetingPaper) -> Refusal | None:
    """Whoever makes the papers of the meeting."""
    return refuse_make(who, report.meeting)


@recorded
def number_report(report: MeetingPaper, *, number: str, issued_on: date, by: Person, at: datetime) -> None:
    """Adds number and day to the report, puts it on record, and has it made anew. Refused as making is, where
    it bears a number, for a number or day that cannot be.
    """
    ensure(refuse_number(who_is(by, at), held(report)) or _refuse_again(report))
    number, council = one_line(number), report.meeting.council
    ensure(letter_incomplete() if not number else None)
    ensure(refuse_paper(council.programme, number, issued_on, at, symbol=SYMBOL))
    ensure(_refuse_day(report, issued_on))
    file_paper(
        kind=PaperKind.REPORT, number=number, issued_on=issued_on, issuer=council.name,
        subject=f"Kết quả đánh giá, phân hạng sản phẩm OCOP: {report.meeting.title}", by=by, at=at,
    )  # fmt: skip
    report.number, report.issued_on, report.file = number, issued_on, None
    report.save(update_fields=["number", "issued_on", "file"])
    data = {"number": number, "on": issued_on.isoformat()}
    want(report, at=at, entry=record("meetingpaper.number", report, by=by, at=at, data=data))


def _refuse_again(report: MeetingPaper) -> Refusal | None:
    if not report.number:
        return None
    return Refusal(
        "conflict_report_numbered",
        _("Báo cáo này đã có số."),
        _("Số đã cấp không đổi được."),
        _("Tải lại trang."),
    )


def _refuse_day(report: MeetingPaper, day: date) -> Refusal | None:
    closed_at = report.meeting.closed_at
    if closed_at is None or day >= timezone.localdate(closed_at):
        return None
    return Refusal(
        "day_before_meeting",
        _("Ngày báo cáo trước ngày bế mạc phiên họp."),
        "",
        _("Xem lại ngày ban hành."),
    )


NUMBER = Act(
    about=REPORT,
    name="number",
    path="so/",
    refuse=refuse_number,
    form=AsksNumber,
    do=number_report,
    button=_("Ghi số báo cáo"),
    confirm=_("Lưu"),
    said=_("Đã ghi số báo cáo."),
)
