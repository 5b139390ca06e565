"""A Word file that comes back: what stands in its zones, and nothing else of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.acts.comment import refuse_unreadable
from ocop.foundation.documents.engines.written import UnreadableWordError, Written, changes, written_in
from ocop.foundation.documents.inspection import examine
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.documents.storage import hash_of
from ocop.foundation.refusals import Refusal, Refused, ensure

KINDS = (FileKind.DOCX,)
LONGEST = 8000
MOST_NAMED = 5
MOST_LETTERS = 120


@dataclass(frozen=True)
class CameBack:
    """The hash of the file, and by the names of the zones what was written in them."""

    word: str
    texts: dict[str, str]


def word_back(file: File, sent: bytes, zones: Sequence[str]) -> CameBack:
    """Reads the named zones and compares everything outside of zones with the paper as it is sent out.

    Refused: a file that is no Word file, harmful or broken; one in which anything outside the zones says
    something else, which is named; without a zone; a zone that is empty, too long or cannot be read.
    """
    content, _findings = examine(file, KINDS)
    came = _read(content)
    ensure(_refuse_changed(written_in(sent), came, zones))
    for zone in zones:
        ensure(_refuse_text(zone, came.zones[zone]))
    return CameBack(hash_of(content), {zone: came.zones[zone] for zone in zones})


def _read(content: bytes) -> Written:
    try:
        return written_in(content)
    except UnreadableWordError as fault:
        raise Refused(Refusal("word_unreadable", _("Không đọc được tệp Word này."))) from fault


def _refuse_changed(sent: Written, came: Written, zones: Sequence[str]) -> Refusal | None:
    """Figures and words that the data gives are changed where the data is, never on the paper."""
    found = changes(sent.lines, came.lines)
    if not found:
        gone = next((zone for zone in zones if zone not in came.zones), None)
        if gone is None:
            return None
        return Refusal("word_without_zone", _("Tệp không còn ô viết “%(zone)s”.") % {"zone": gone})
    named = "; ".join(_named(old, new) for old, new in found[:MOST_NAMED])
    return Refusal(
        "word_changed",
        gettext("Bản Word có %(n)s chỗ khác số liệu đã chốt: %(named)s") % {"n": len(found), "named": named},
        _("Chỉ nhận nội dung trong các ô được viết; phần khác lấy từ số liệu."),
        _("Tải lại bản Word, chép phần đã viết vào ô rồi gửi lại."),
    )


def _named(old: str, new: str) -> str:
    old, new = (text[:MOST_LETTERS] for text in (old, new))
    if not new:
        return gettext("thiếu “%(old)s”") % {"old": old}
    if not old:
        return gettext("thêm “%(new)s”") % {"new": new}
    return gettext("“%(old)s” thành “%(new)s”") % {"old": old, "new": new}


def _refuse_text(zone: str, text: str) -> Refusal | None:
    if not text:
        return Refusal("word_zone_empty", _("Ô “%(zone)s” để trống.") % {"zone": zone})
    if len(text) > LONGEST:
        return Refusal("word_zone_long", _("Ô “%(zone)s” dài quá %(n)s chữ.") % {"zone": zone, "n": LONGEST})
    return refuse_unreadable(text)
