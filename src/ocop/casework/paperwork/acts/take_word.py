"""Nhận lại bản Word: what the council wrote in the open zones of its report becomes the report's text."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.about import REPORT
from ocop.casework.paperwork.acts.number import refuse_number
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.report import report_data
from ocop.casework.paperwork.papers.word import NOTE, report_docx
from ocop.casework.review.acts.comment import refuse_unreadable
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.documents.engines.written import UnreadableWordError, Written, changes, written_in
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.inspection import examine
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.documents.storage import hash_of
from ocop.foundation.printing.writes import want

KINDS = (FileKind.DOCX,)
LONGEST = 8000
MOST_NAMED = 5
MOST_LETTERS = 120


class AsksWord(Asks):
    """The Word file with what was written in it."""

    file = UploadField(label=_("Bản Word đã viết thêm"), kinds=KINDS)

    def field_of(self, code: str) -> str | None:
        """What is refused of a file is said there."""
        return None if code.startswith("conflict_") else "file"


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
    """Reads the zones of the Word file alone, compares everything else with the report as its data says it,
    and has the PDF made anew with what was written.

    Refused as making the papers is; with a number; a file that is no Word file, harmful or broken; one in
    which anything outside the zones says something else, which is named; without the zone.
    """
    ensure(refuse_take_word(who_is(by, at), held(report)))
    content, _findings = examine(file, KINDS)
    came = _read(content)
    sent = written_in(report_docx(report_data(report), at))
    ensure(_refuse_changed(sent, came) or _refuse_text(came))
    report.texts, report.file = {NOTE: came.zones[NOTE]}, None
    report.save(update_fields=["texts", "file"])
    data = {"word": hash_of(content), "texts": report.texts}
    want(report, at=at, entry=record("meetingpaper.take_word", report, by=by, at=at, data=data))
    return report


def _read(content: bytes) -> Written:
    try:
        return written_in(content)
    except UnreadableWordError as fault:
        raise Refused(Refusal("word_unreadable", _("Không đọc được tệp Word này."))) from fault


def _refuse_changed(sent: Written, came: Written) -> Refusal | None:
    """Figures and words that the data gives are changed where the data is, never on the paper."""
    found = changes(sent.lines, came.lines)
    if not found and NOTE in came.zones:
        return None
    if not found:
        return Refusal("word_without_zone", _("Tệp không còn ô viết “%(zone)s”.") % {"zone": NOTE})
    named = "; ".join(_named(old, new) for old, new in found[:MOST_NAMED])
    return Refusal(
        "word_changed",
        gettext("Bản Word có %(n)s chỗ khác số liệu đã chốt: %(named)s") % {"n": len(found), "named": named},
        _("Chỉ nhận nội dung trong các ô được viết; số liệu lấy từ phiếu đã chốt và biên bản."),
        _("Tải lại bản Word, chép phần đã viết vào ô rồi gửi lại."),
    )


def _named(old: str, new: str) -> str:
    old, new = (text[:MOST_LETTERS] for text in (old, new))
    if not new:
        return gettext("thiếu “%(old)s”") % {"old": old}
    if not old:
        return gettext("thêm “%(new)s”") % {"new": new}
    return gettext("“%(old)s” thành “%(new)s”") % {"old": old, "new": new}


def _refuse_text(came: Written) -> Refusal | None:
    text = came.zones[NOTE]
    if not text:
        return Refusal("word_zone_empty", _("Ô “%(zone)s” để trống.") % {"zone": NOTE})
    if len(text) > LONGEST:
        return Refusal("word_zone_long", _("Ô “%(zone)s” dài quá %(n)s chữ.") % {"zone": NOTE, "n": LONGEST})
    return refuse_unreadable(text)


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
