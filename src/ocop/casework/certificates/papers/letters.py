"""The written notice of a result, and the letter that goes to the ministry with a package."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation

from ocop.casework.certificates.labels import PACKAGE_PARTS
from ocop.casework.certificates.models import Certificate, DecisionItem, Proposal, ResultNotice
from ocop.casework.certificates.papers.frame import FOLDER, closed_on, frame, points, symbol
from ocop.casework.certificates.rules import PackagePart
from ocop.casework.certificates.selectors.again import again_lines, is_kept
from ocop.casework.certificates.selectors.packages import package_of
from ocop.casework.certificates.selectors.terms import issued_term
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.review.selectors import why
from ocop.foundation.documents.engines import pdf
from ocop.kernel.law import load_regulations
from ocop.kernel.text import day_words_vi


def notice_data(notice: ResultNotice) -> dict[str, Any]:
    """What the notice says: points, stars, what follows; below 3 stars what was missing; excluded: why."""
    meeting, content = notice.item.meeting, notice.content
    certificate = Certificate.objects.filter(decision_item__item=notice.item).first()
    known = why(notice.item) if content["outcome"] != Outcome.EXCLUDED else None
    return {
        **frame(meeting.council.programme),
        **_signature(content),
        "symbol": symbol("TB", meeting.council.programme),
        "number": notice.number,
        "date": "" if notice.noticed_on is None else notice.noticed_on.isoformat(),
        "product": content["product"],
        "producer": content["producer"],
        "commune": content["commune"],
        "commune_committee": f"Ủy ban nhân dân {content['commune'].partition(',')[0]}",
        "council": meeting.council.name,
        "minutes": f"số {meeting.number_on(notice.at)} ngày {closed_on(meeting)}",
        "outcome": content["outcome"],
        "total": points(None if content["total"] is None else _number(content["total"])),
        "stars": content["stars"] or 0,
        "decision": content["decision"],
        "decided_on": _day(content["decided_on"]),
        "term": "" if certificate is None else issued_term(certificate).vi,
        "reason": content["reason"],
        "is_unchanged": is_kept(content),
        "again": again_lines(content),
        "missing": missing_words(notice)
        if content["outcome"] == Outcome.NOT_RECOGNISED and known is None
        else [],
        "why": {} if known is None else known.lines(),
    }


def _signature(content: dict[str, Any]) -> dict[str, Any]:
    """Who signs, as it was when the notice was written; earlier notices did not say."""
    return {"titles": content.get("titles") or ["Thủ trưởng cơ quan"], "signer": content.get("signer", "")}


def missing_words(notice: ResultNotice) -> list[str]:
    """The minimum requirements of 3 stars that were not reached, in words."""
    content = notice.content
    regulation = load_regulations()[content["regulation"]]
    criteria = regulation.set(content["set"]).criteria
    return [
        f"{fault['criterion']}. {criteria[fault['criterion']].label.vi}"
        for fault in content["missing"]
        if fault["stars"] == 3 and fault["criterion"] in criteria
    ]


def _number(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)


def _day(text: str) -> str:
    return day_words_vi(date.fromisoformat(text)) if text else ""


def proposal_letter_pdf(item: DecisionItem, proposal: Proposal | None, *, at: datetime) -> bytes:
    """The province's letter to the ministry; a draft until its number and date are on record."""
    with translation.override("vi"):
        return pdf.render(
            FOLDER / "cong_van.typ", proposal_data(item, proposal), at=proposal.at if proposal else at
        )


def proposal_data(item: DecisionItem, proposal: Proposal | None) -> dict[str, Any]:
    """What the letter says: which product, its result, the approval, what is enclosed."""
    parts = [
        part
        for part in package_of(item)
        if proposal is None or proposal.package.get(part) or part != PackagePart.EXTRA_TESTS
    ]
    decision = item.decision
    return {
        **frame(decision.programme),
        "draft": proposal is None,
        "number": "" if proposal is None else proposal.letter_no,
        "date": "" if proposal is None else proposal.letter_on.isoformat(),
        "product": item.printed["product"],
        "producer": item.printed["producer"],
        "commune": item.printed["commune"],
        "total": points(item.total),
        "reason": item.item.recommendation_reason,
        "decision": decision.number_on(proposal.at if proposal else timezone.now()),
        "decided_on": "" if decision.signed_on is None else day_words_vi(decision.signed_on),
        "again": PackagePart.BODY_REPORT in parts,
        "parts": [str(PACKAGE_PARTS[part]) for part in parts],
    }
