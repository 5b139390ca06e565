"""What the letter that answers an objection says. A state paper: always in Vietnamese."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone, translation

from ocop.casework.certificates.papers.frame import frame, symbol
from ocop.casework.objections.models import Objection
from ocop.foundation.documents.models import Paper
from ocop.kernel.canonical import short_code
from ocop.kernel.text import day_words_vi
from ocop.registers.programme.selectors import signer_of


def letter_data(objection: Objection, paper: Paper, *, is_kept: bool, at: datetime) -> dict[str, Any]:
    """Agency, number, day, what the producer said, the answer, who signs."""
    notice, commune = objection.notice, objection.producer.commune
    told_on = notice.noticed_on or timezone.localdate(notice.at)
    with translation.override("vi"):
        return {
            **frame(objection.programme),
            **signer_of(objection.programme, at),
            "symbol": symbol("CV", objection.programme),
            "number": paper.number,
            "date": paper.issued_on.isoformat(),
            "producer": objection.producer.name,
            "commune_committee": "" if commune is None else f"Ủy ban nhân dân {commune.local_name}",
            "product": objection.product_name,
            "filed_on": day_words_vi(timezone.localdate(objection.filed_at)),
            "code": short_code(objection.sha256),
            "notice": notice.number,
            "told_on": day_words_vi(told_on),
            "meeting": notice.item.meeting.title,
            "reason": objection.reason,
            "answer": objection.answer,
            "is_kept": is_kept,
        }
