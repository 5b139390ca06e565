"""What several acts refuse about what they were told."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal


def refuse_no_answer(answer: str) -> Refusal | None:
    """The producer reads why."""
    if answer.strip():
        return None
    return Refusal("answer_missing", _("Chưa ghi nội dung trả lời."), _("Chủ thể đọc lý do trong văn bản."))
