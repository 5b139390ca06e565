"""The plan of a day and the notice to one producer, from what is planned now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import translation

from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.papers.frame import FOLDER, KIND_WORDS, frame, place_words, team_words
from ocop.foundation.documents.engines import pdf
from ocop.kernel.text import day_words_vi
from ocop.registers.programme.models import Programme

PLAN_TEMPLATE = FOLDER / "ke_hoach_kiem_tra.typ"
NOTICE_TEMPLATE = FOLDER / "thong_bao_kiem_tra.typ"


def plan_pdf(programme: Programme, day: date, visits: Sequence[Visit], *, at: datetime) -> bytes:
    """All producers of the day in the order of the way."""
    with translation.override("vi"):
        content = {
            **frame(programme),
            "day": day_words_vi(day),
            "rows": [_row(visit) for visit in visits],
            "reasons": list(dict.fromkeys(visit.reason for visit in visits)),
        }
        return pdf.render(PLAN_TEMPLATE, content, at=at)


def notice_pdf(visit: Visit, *, at: datetime) -> bytes:
    """To one producer: day, team, reason, what is looked at, what to have at hand."""
    with translation.override("vi"):
        content = {
            **frame(visit.programme),
            **_row(visit),
            "day": day_words_vi(visit.day),
            "reason": visit.reason,
            "lines": [line.label for line in visit.lines],
        }
        return pdf.render(NOTICE_TEMPLATE, content, at=at)


def _row(visit: Visit) -> dict[str, Any]:
    return {
        "product": visit.product_name,
        "producer": visit.producer_name,
        "address": place_words(visit),
        "kind": KIND_WORDS[visit.kind],
        "team": team_words(visit),
    }
