"""A dossier as one record: what is shown, printed, frozen at the handing-in, and compared afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ocop.casework.dossiers.models import Citation, Dossier, Evidence, Submission
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import RESULT_FIELDS
from ocop.foundation.places.selectors import full_name
from ocop.registers.producers.models import Producer
from ocop.registers.producers.selectors import representative
from ocop.registers.products.models import Product

FORMAT = 1
_FORM_FIELDS = (
    "contact_name", "contact_title", "contact_phone", "contact_email", "samples_offered",
    "declared_papers", "exemptions", "has_story", *RESULT_FIELDS, "production_plan", "declared_true",
)  # fmt: skip
_PRODUCER_FIELDS = (
    "name", "legal_form", "enterprise_size", "registration_no", "registration_issuer",
    "address", "phone", "email", "history", "organisation",
)  # fmt: skip
_REPRESENTATIVE_FIELDS = ("full_name", "title", "sex", "ethnicity", "permanent_address")
_PRODUCT_FIELDS = ("name", "leaf", "description", "packaging", "net_content", "story")


def content(dossier: Dossier, *, person: Any, at: datetime) -> dict[str, Any]:
    """The dossier as it stands, in plain values. Refused to people who may not see the representative.

    What is written here can be hashed (`kernel.canonical`): dates are texts, and nothing depends on the
    clock.
    """
    product, producer = dossier.product, dossier.product.producer
    return {
        "format": FORMAT,
        "dossier": _dossier(dossier),
        "producer": _producer(producer),
        "representative": _representative(producer, person, at),
        "product": {name: getattr(product, name) for name in _PRODUCT_FIELDS} | {"photos": _photos(product)},
        "form": {name: getattr(dossier, name) for name in _FORM_FIELDS},
        "answers": _answers(dossier),
        "evidence": [_paper(evidence, criteria) for evidence, criteria in cited(dossier)],
        **_since_recognition(dossier),
    }


def _since_recognition(dossier: Dossier) -> dict[str, Any]:
    """What a re-evaluation or an upgrade says anew, and of which recognition; nothing of a first dossier."""
    if not dossier.is_again:
        return {}
    held = dossier.recognition
    names = ("stars", "authority", "number")
    known = {} if held is None else {name: getattr(held, name) for name in names}
    if held is not None:
        known |= {"decided_on": _day(held.decided_on), "expires_on": _day(held.expires_on)}
    if dossier.kind == DossierKind.UPGRADE:
        return {"recognition": known, "changes": changes_said(dossier)}
    return {"recognition": known, "updates": updates_said(dossier)}


def updates_said(dossier: Dossier) -> dict[str, Any]:
    """The headings of a re-evaluation under which something stands."""
    rows = (row for row in dossier.updates.all() if row.text.strip() or row.is_unchanged)
    return {row.heading: {"text": row.text, "is_unchanged": row.is_unchanged} for row in rows}


def changes_said(dossier: Dossier) -> list[dict[str, Any]]:
    """The changes of an upgrade, each with the paper that shows it."""
    rows = dossier.changes.select_related("evidence")
    return [
        {"id": row.pk, "title": row.text, "evidence": row.evidence_id, "name": row.evidence.title}
        for row in rows
    ]


def reread_product(dossier: Dossier) -> None:
    """Reads product and producer again: whoever waited for the dossier must not go by what stood before."""
    rows = Product.objects.select_related("producer__commune__parent__parent", "commune")
    dossier.product = rows.get(pk=dossier.product_id)


def _dossier(dossier: Dossier) -> dict[str, Any]:
    return {
        "key": str(dossier.key),
        "kind": str(dossier.kind),
        "regulation": dossier.regulation_code,
        "set": dossier.set_number,
        "commune": dossier.commune.code,
        "commune_name": full_name(dossier.commune),
    }


def _producer(producer: Producer) -> dict[str, Any]:
    known = {name: getattr(producer, name) for name in _PRODUCER_FIELDS}
    place = full_name(producer.commune) if producer.commune else ""
    return known | {"registered_on": _day(producer.registered_on), "place": place}


def _representative(producer: Producer, person: Any, at: datetime) -> dict[str, Any]:
    found = representative(producer, person=person, at=at)
    return {name: getattr(found, name, "") for name in _REPRESENTATIVE_FIELDS}


def _photos(product: Product) -> list[dict[str, Any]]:
    shown = product.photos.filter(is_withdrawn=False).select_related("file")
    return [
        {
            "file": str(photo.file_id),
            "sha256": photo.file.sha256,
            "kind": photo.kind,
            "caption": photo.caption,
        }
        for photo in shown
    ]


def _answers(dossier: Dossier) -> dict[str, Any]:
    rows = dossier.answers.filter(is_answered=True)
    return {row.criterion: {"choice": row.choice, "description": row.description} for row in rows}


def cited(dossier: Dossier) -> list[tuple[Evidence, list[str]]]:
    """The evidence of a dossier in the order in which it was added, each with the criteria that cite it."""
    rows = Citation.objects.filter(dossier=dossier, evidence__is_withdrawn=False)
    return _by_evidence(rows.select_related("evidence__file").order_by("evidence__created_at", "evidence_id"))


def _by_evidence(rows: Iterable[Citation]) -> list[tuple[Evidence, list[str]]]:
    found: dict[int, tuple[Evidence, list[str]]] = {}
    for row in rows:
        _, criteria = found.setdefault(row.evidence_id, (row.evidence, []))
        if row.criterion:
            criteria.append(row.criterion)
    return [(evidence, sorted(criteria)) for evidence, criteria in found.values()]


def _paper(evidence: Evidence, criteria: list[str]) -> dict[str, Any]:
    return {
        "id": evidence.pk,
        "kind": evidence.kind,
        "title": evidence.title,
        "number": evidence.number,
        "issuer": evidence.issuer,
        "issued_on": _day(evidence.issued_on),
        "expires_on": _day(evidence.expires_on),
        "file": str(evidence.file_id),
        "name": evidence.file.name,
        "sha256": evidence.file.sha256,
        "criteria": criteria,
    }


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def latest_submission(dossier: Dossier) -> Submission | None:
    """The last handing-in; what officers and the council look at."""
    return dossier.submissions.select_related("by").order_by("-number").first()


def submitted_content(dossier: Dossier) -> dict[str, Any]:
    """The frozen content of the last handing-in.
    Submission.DoesNotExist for a dossier that was never handed in.
    """
    return dossier.submissions.order_by("-number").values_list("content", flat=True)[:1].get()


def shown_content(dossier: Dossier, *, person: Any, at: datetime) -> dict[str, Any]:
    """What is on the page: the present text while the producer writes, otherwise what was handed in."""
    submission = None if dossier.is_editable else latest_submission(dossier)
    return content(dossier, person=person, at=at) if submission is None else submission.content
