"""The council's report on its results to the authority, from the minutes that the closing froze."""

from __future__ import annotations

from typing import Any

from ocop.casework.certificates.papers.frame import bases
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.frame import council_frame
from ocop.casework.paperwork.papers.word import NOTE
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.selectors import agenda

SYMBOL = "BC-HĐ"


def report_data(paper: MeetingPaper) -> dict[str, Any]:
    """What was evaluated, by whom, by which rules, with which result; what the council proposes."""
    meeting = paper.meeting
    assert meeting.closed_at is not None  # noqa: S101 - only closed meetings have papers
    frozen = meeting.minutes_content or {}
    items = agenda(meeting)
    products = frozen.get("products", [])
    return {
        **council_frame(meeting),
        "paper": "bao_cao_hoi_dong",
        "draft": not paper.number,
        "number": paper.number,
        "symbol": SYMBOL,
        "date": "" if paper.issued_on is None else paper.issued_on.isoformat(),
        "subject": f"Kết quả đánh giá, phân hạng sản phẩm OCOP tại {_small(meeting.title)}",
        "bases": bases(items, meeting.closed_at),
        "begins": frozen.get("begins", ""),
        "ends": frozen.get("ends", ""),
        "count": frozen.get("count", ""),
        "rules": frozen.get("rules", []),
        "conflicts": frozen.get("conflicts", []),
        "products": products,
        "many": f"{len(products):02d}",
        "details": [one for one in frozen.get("details", []) if one["lines"]],
        "counts": _counts(items),
        "note": paper.texts.get(NOTE) or frozen.get("note", "") or "Hội đồng nhất trí với kết quả nêu trên",
    }


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _counts(items: list[AgendaItem]) -> list[list[str]]:
    """How many products reached how many stars, the highest first; a count under 10 has two figures."""
    found: dict[str, int] = {}
    for item in sorted(items, key=lambda one: -(one.stars or 0)):
        word = f"{item.stars} sao" if item.stars is not None else "không có kết quả"
        found[word] = found.get(word, 0) + 1
    return [[word, f"{count:02d}"] for word, count in found.items()]
