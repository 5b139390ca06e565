"""The decision with its list of products, and the submission letter that asks for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone, translation

from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.papers.articles import articles_of
from ocop.casework.certificates.papers.frame import (
    FOLDER,
    bases,
    closed_on,
    frame_of,
    paper_words,
    points,
    symbol,
)
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity
from ocop.casework.certificates.selectors.items import shown_items
from ocop.casework.certificates.selectors.terms import term_of
from ocop.foundation.documents.engines import pdf
from ocop.kernel.text import day_words_vi
from ocop.registers.programme.selectors import signer_of


def decision_pdf(decision: Decision, *, at: datetime) -> bytes:
    """The decision as it would be printed now; before it is signed a draft that says so across the page."""
    moment = decision.signed_at or at
    with translation.override("vi"):
        return pdf.render(FOLDER / "quyet_dinh.typ", decision_data(decision), at=moment)


def decision_data(decision: Decision) -> dict[str, Any]:
    """What the decision says."""
    items = shown_items(decision)
    data = {
        **frame_of(decision),
        "draft": not decision.is_signed,
        "is_recognition": decision.is_recognition,
        "number": decision.number,
        "date": "" if decision.signed_on is None else decision.signed_on.isoformat(),
        "subject": decision.subject,
        "term": term_of(items, decision.signed_on or timezone.localdate(decision.created_at)).vi,
        "bases": [
            *bases([row.item for row in items], decision.signed_at or timezone.now()),
            *(f"Căn cứ {paper_words(row.answer.paper)}" for row in items if row.answer is not None),
        ],
        "proposal": _proposal(decision),
        "products": [_row(row) for row in items],
        "replaced": [_replaced(row) for row in items if row.replaces is not None],
        "titles": decision.signer_title.split(", ")
        if decision.signer_title
        else list(CAPACITY_TITLES[Capacity.CHAIR]),
        "signer": decision.signer_name,
    }
    return data | {"articles": articles_of(data, decision.texts)}


def _proposal(decision: Decision) -> str:
    letter = ""
    if decision.letter_no and decision.letter_on is not None:
        letter = f" tại Tờ trình số {decision.letter_no} ngày {day_words_vi(decision.letter_on)}"
    return f"Theo đề nghị của {decision.programme.agency_name}{letter}"


def _row(row: DecisionItem) -> dict[str, Any]:
    certificate = getattr(row, "certificate", None)
    return {
        "name": row.printed["product"],
        "producer": row.printed["producer"],
        "commune": row.printed["commune"].partition(",")[0],
        "total": points(row.total),
        "stars": row.stars,
        "code": "" if certificate is None else certificate.product_code,
    }


def _replaced(row: DecisionItem) -> dict[str, str]:
    """Which certificate gets another in its place, and what that one prints otherwise."""
    was, now = row.printed["was"], row.printed
    old, certificate = row.replaces, getattr(row, "certificate", None)
    assert old is not None  # noqa: S101 - asked by who calls
    return {
        "old": old.printed_code,
        "by": f"{old.recognition.number} ngày {old.recognition.decided_on:%d/%m/%Y}",
        "new": "" if certificate is None else certificate.printed_code,
        "until": f"{old.expires_on:%d/%m/%Y}",
        "reason": row.printed["reason"],
        "changes": "; ".join(f"“{was[name]}” thành “{now[name]}”" for name in was if was[name] != now[name]),
    }


def submission_letter_pdf(decision: Decision, *, at: datetime) -> bytes:
    """The submission letter of the provincial OCOP body to the authority; a draft for the records office."""
    moment = decision.submitted_at or at
    with translation.override("vi"):
        return pdf.render(FOLDER / "to_trinh.typ", letter_data(decision, at=moment), at=moment)


def letter_data(decision: Decision, *, at: datetime) -> dict[str, Any]:
    """What the submission letter says: what was evaluated, by whom, with which result, what is asked for."""
    items, moment = shown_items(decision), at
    meetings = {row.item.meeting_id: row.item.meeting for row in items}.values()
    return {
        **frame_of(decision),
        "draft": not decision.letter_no,
        **signer_of(decision.programme, at),
        "symbol": symbol("TTr", decision.programme),
        "number": decision.letter_no,
        "date": "" if decision.letter_on is None else decision.letter_on.isoformat(),
        "subject": decision.subject,
        "is_recognition": decision.is_recognition,
        "bases": bases([row.item for row in items], moment),
        "meetings": [
            f"{meeting.title}, bế mạc ngày {closed_on(meeting)}, biên bản số {meeting.number_on(moment)}"
            for meeting in meetings
        ],
        "counts": [
            [f"{stars} sao", str(sum(row.stars == stars for row in items))]
            for stars in (3, 4, 5)
            if any(row.stars == stars for row in items)
        ],
        "count": str(len(items)),
        "products": [_row(row) | {"reason": row.item.recommendation_reason} for row in items],
    }
