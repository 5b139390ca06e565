"""The sealed score sheets of one product, each on pages of its own, and the table of all scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.paperwork.papers.frame import council_frame
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.papers.passes import with_history
from ocop.casework.review.papers.people import People, moment
from ocop.casework.review.papers.scores import Row, score_rows, tables
from ocop.casework.review.selectors import with_removed
from ocop.foundation.ui.words import said
from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import CriterionWorking, partial
from ocop.kernel.text import number_vi


def labels_of(meeting: Meeting) -> dict[int, str]:
    """How papers name the member of each seat: by the council's rule."""
    assert meeting.rules is not None  # noqa: S101 - only closed meetings have papers
    assert meeting.closed_at is not None  # noqa: S101
    return People(meeting, meeting.closed_at).labels(meeting.rules)


def sheets_data(item: AgendaItem, labels: Mapping[int, str]) -> dict[str, Any]:
    """Every sealed sheet of a product, of each pass and edition, read from what was sealed."""
    with_history([item])
    product = item.dossier.product
    rows = list(score_rows([item], labels))
    facts = {**dossier_for_scoring(item.dossier).facts, **item.known_facts} if rows else {}
    return {
        **council_frame(item.meeting),
        "paper": "phieu_danh_gia",
        "product": product.name,
        "producer": product.producer.name,
        "sheets": [_sheet(row, facts) for row in rows],
    }


def _sheet(row: Row, facts: Mapping[str, Any]) -> dict[str, Any]:
    content = row.sheet.content or {}
    product_set = load_regulations()[content["regulation"]].set(content["set"])
    regulation = load_regulations()[content["regulation"]]
    result = partial(regulation, product_set, content["choices"], dict(facts))
    worked = {one.criterion.code: one for one in result.criteria if one.applies}
    return {
        "set": said(product_set.label),
        "member": row.member,
        "pass": row.pass_words,
        "code": row.code,
        "sha256": row.sheet.sha256,
        "sealed": moment(row.sheet.sealed_at),
        "note": row.note,
        "sections": [
            {
                "title": f"{section.code}. {said(section.label)}",
                "lines": [
                    _line(worked[one.code], content) for one in section.criteria if one.code in worked
                ],
            }
            for section in product_set.sections
        ],
        "parts": [[part.code.value, number_vi(result.parts.get(part.code.value, 0)), str(part.max)]
                  for part in product_set.parts],
        "total": number_vi(result.total or 0),
        "comment": content.get("general_comment", ""),
        "paper_entry": content.get("from_paper", {}),
    }  # fmt: skip


def _line(worked: CriterionWorking, content: Mapping[str, Any]) -> dict[str, str]:
    criterion = worked.criterion
    choices = content["choices"]
    return {
        "name": name(criterion),
        "answer": chosen(criterion, choices[criterion.code]) if criterion.code in choices else "",
        "points": number_vi(worked.mean),
        "most": str(criterion.max),
        "comment": content["comments"].get(criterion.code, ""),
    }


def scores_data(meeting: Meeting) -> dict[str, Any]:
    """Every sealed sheet of every product with its points, its code, and whether it counts."""
    items = with_removed(meeting)
    with_history(items)
    for item in items:
        item.meeting = meeting
    results = (meeting.minutes_content or {}).get("products", [])
    return {
        **council_frame(meeting),
        "paper": "bang_diem",
        "products": results,
        "scores": tables(score_rows(items, labels_of(meeting))),
    }
