"""Numbers of samples for a tasting: the table that the secretary keeps, and labels without any name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone, translation

from ocop.casework.paperwork.papers.frame import FOLDER
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.foundation.documents.engines import pdf
from ocop.kernel.text import day_words_vi

MOST_COPIES = 30


def with_numbers(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The products that have a sample number, in the order of the numbers: no order of the agenda shows."""
    return sorted(
        (one for one in items if one.sample_no), key=lambda one: (len(one.sample_no), one.sample_no)
    )


def _meeting_words(meeting: Meeting) -> str:
    return f"{meeting.title}, ngày {day_words_vi(timezone.localdate(meeting.starts_at))}"


def table_pdf(meeting: Meeting, items: Sequence[AgendaItem], *, by: Any, at: datetime) -> bytes:
    """Which number is which product."""
    programme = meeting.council.programme
    data = {
        "illustration": programme.is_demonstration,
        "parent": programme.agency_parent or programme.authority_name,
        "agency": meeting.council.name,
        "meeting": _meeting_words(meeting),
        "secretary": str(by),
        "count": f"{len(items):02d}",
        "rows": [
            {
                "number": one.sample_no,
                "product": one.dossier.product.name,
                "producer": one.dossier.product.producer.name,
            }
            for one in items
        ],
    }
    with translation.override("vi"):
        return pdf.render(FOLDER / "bang_so_mau.typ", data, at=at)


def labels_pdf(meeting: Meeting, items: Sequence[AgendaItem], *, copies: int, at: datetime) -> bytes:
    """A label for each sample, so many times."""
    data = {
        "illustration": meeting.council.programme.is_demonstration,
        "meeting": _meeting_words(meeting),
        "labels": [one.sample_no for one in items for _copy in range(copies)],
    }
    with translation.override("vi"):
        return pdf.render(FOLDER / "nhan_mau.typ", data, at=at)
