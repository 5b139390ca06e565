"""What the minutes of an inspection and the letter with its orders say, frozen by the conclusion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import translation

from ocop.casework.certificates.papers.frame import frame, symbol
from ocop.casework.inspections.labels import CONCLUSIONS, PARTS, RESULTS
from ocop.casework.inspections.models import CorrectiveOrder, Finding, Inspection, InspectionItem
from ocop.casework.inspections.rules.checklist import Conclusion, Part, Result
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.models import Paper
from ocop.kernel.law import load_regulations
from ocop.kernel.text import date_vi, day_words_vi

FOLDER = Path("casework") / "inspections" / "papers"


def minutes_data(
    inspection: Inspection,
    items: Sequence[InspectionItem],
    findings: Sequence[Finding],
    team: Sequence[Person],
    *,
    paper: Paper | None,
    by: Person,
) -> dict[str, Any]:
    """What was found and concluded, product by product."""
    with translation.override("vi"):
        return {
            **frame(inspection.programme),
            "symbol": symbol("BB", inspection.programme),
            "bases": bases(inspection),
            "producer": inspection.producer.name,
            "address": _address(inspection),
            "day": day_words_vi(inspection.starts_on),
            "kind": "đột xuất" if inspection.is_surprise else "theo kế hoạch",
            "because": inspection.surprise_because,
            "team": [one.full_name for one in team],
            "guests": [line for line in inspection.guests.splitlines() if line.strip()],
            "paper": "" if paper is None else f"số {paper.number} ngày {date_vi(paper.issued_on)}",
            "products": [_product(item, findings) for item in items],
            "lead": by.full_name,
        }


def _product(item: InspectionItem, findings: Sequence[Finding]) -> dict[str, Any]:
    own = [one for one in findings if one.item_id == item.pk]
    return {
        "name": item.product_name,
        "code": item.recognition.product_code,
        "stars": str(item.recognition.stars or ""),
        "conclusion": str(CONCLUSIONS[Conclusion(item.conclusion)]),
        "parts": [
            {
                "title": str(PARTS[part]),
                "lines": [
                    {"words": one.words, "result": str(RESULTS[Result(one.result)]), "note": one.note}
                    for one in own
                    if one.part == part
                ],
            }
            for part in Part
        ],
    }


def letter_data(
    inspection: Inspection,
    orders: Sequence[CorrectiveOrder],
    signer: dict[str, Any],
    *,
    number: str,
    issued_on: date | None,
) -> dict[str, Any]:
    """What the producer has to put right, and by when."""
    with translation.override("vi"):
        commune = inspection.producer.commune
        return {
            **frame(inspection.programme),
            **signer,
            "symbol": symbol("YC", inspection.programme),
            "number": number,
            "date": "" if issued_on is None else issued_on.isoformat(),
            "producer": inspection.producer.name,
            "commune_committee": "" if commune is None else f"Ủy ban nhân dân {commune.local_name}",
            "day": day_words_vi(inspection.starts_on),
            "orders": [
                {
                    "product": order.item.product_name,
                    "found": f"{order.finding.words}: {order.finding.note}".strip(" :"),
                    "demand": order.demand,
                    "due": date_vi(order.due_on),
                }
                for order in orders
            ],
        }


def bases(inspection: Inspection) -> list[str]:
    """The law, and the plan by which the inspection was made."""
    law = list(load_regulations().values())[-1]
    title = law.label.vi.partition(" (")[0]
    plan = inspection.plan.paper if inspection.plan else None
    return [
        f"Căn cứ Điều 9 Quyết định số {law.number} ngày {day_words_vi(law.issued_on)} của {law.issuer.vi} "
        f"về {title[0].lower()}{title[1:]}",
        *([f"Căn cứ Kế hoạch số {plan.number} ngày {day_words_vi(plan.issued_on)}"] if plan else []),
    ]


def _address(inspection: Inspection) -> str:
    producer = inspection.producer
    place = "" if producer.commune is None else producer.commune.local_full_name
    return ", ".join(part for part in (producer.address, place) if part)
