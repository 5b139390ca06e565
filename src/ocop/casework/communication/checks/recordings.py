"""What a recording may not be without."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.communication.checks.news import too_long
from ocop.foundation.refusals import Refusal

LONGEST_TITLE = 200
LONGEST_TRANSCRIPT = 10_000


def refuse_words(title: str, transcript: str) -> Refusal | None:
    """Without a name, without its words, or with too many of them."""
    if not title:
        return Refusal("title_missing", _("Bản ghi âm chưa có tên."), "", _("Ghi tên rồi lưu lại."))
    if not transcript:
        return Refusal(
            "transcript_missing",
            _("Bản ghi âm chưa có lời ghi bằng tiếng Việt."),
            _("Người không nghe được thì đọc lời ghi; cán bộ duyệt theo lời ghi."),
            _("Ghi lại những gì bản ghi âm nói rồi lưu lại."),
        )
    if len(title) > LONGEST_TITLE:
        return too_long(_("Tên bản ghi âm"), LONGEST_TITLE)
    if len(transcript) > LONGEST_TRANSCRIPT:
        return too_long(_("Lời ghi"), LONGEST_TRANSCRIPT)
    return None
