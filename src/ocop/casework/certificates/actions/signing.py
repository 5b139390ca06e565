"""Signing: from the authority's act to recognitions, product codes and certificates, all or nothing."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ocop.casework.certificates import permissions, refusals
from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.rules import DecisionState
from ocop.casework.dossiers.actions import conclude
from ocop.casework.dossiers.rules import Outcome
from ocop.foundation.audit.actions import transition
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.codes import ProductCode, new_certificate_code
from ocop.registers.products.actions import record_recognition
from ocop.registers.products.rules import Precision, RecordStatus
from ocop.registers.programme.models import Programme

NUMBER = re.compile(r"\d{2,6}(?P<mark>-[A-ZĐ]+)?/QĐ-[A-ZĐ]+(-[A-ZĐ]+)*")


def refuse_number(programme: Programme, number: str, signed_on: date) -> Refusal | None:
    """Why the records office cannot have given this number; None where it can (Decree 30/2020, articles 9 and 15)."""
    match = NUMBER.fullmatch(number)
    if match is None or (match["mark"] or "") != programme.paper_mark:
        return refusals.number_malformed(number, programme.paper_mark)
    if programme.decisions.filter(number=number, number_year=signed_on.year).exists():
        return refusals.number_taken(number, signed_on.year)
    return None


def refuse_date(decision: Decision, signed_on: date, at: datetime) -> Refusal | None:
    """Why the decision cannot bear this date: after today, or before a meeting on whose result it rests closed."""
    if signed_on > timezone.localdate(at):
        return refusals.signed_in_future(signed_on)
    closed = decision.items.order_by("-item__meeting__closed_at").values_list("item__meeting__closed_at", flat=True)
    closed_on = timezone.localdate(closed[0])
    return refusals.signed_too_early(signed_on, closed_on) if signed_on < closed_on else None


@transaction.atomic
def sign_decision(
    decision: Decision, *, number: str, signed_on: date, by: Any, at: datetime, signer_title: str = ""
) -> list[Certificate]:
    """Records the signed decision with the number and date of the records office, and everything that follows from it.

    A recognition gives every product its recognition, product code and certificate of 36 months (articles 4(3),
    7(3)(e)); an approval of a result gives none: the ministry decides on 5 stars. Refused to anyone but the signer, to
    who drafted, for a number or date that cannot be, and for a decision that is not waiting for signature.
    """
    number = " ".join(number.split())
    ensure(permissions.refuse_sign(by, decision, at))
    if decision.state == DecisionState.FOR_SIGNATURE:
        ensure(refuse_number(decision.programme, number, signed_on))
        ensure(refuse_date(decision, signed_on, at))
    changes = {
        "number": number,
        "number_year": signed_on.year,
        "signed_on": signed_on,
        "signed_at": at,
        "signer": by,
        "signer_name": by.full_name,
        "signer_title": signer_title or decision.programme.authority_name,
    }
    data = {"number": number, "signed_on": signed_on.isoformat()}
    transition(decision, "sign", by=by, at=at, changes=changes, data=data)
    items = list(decision.items.select_related("product", "item__dossier__commune__parent__parent", "item__meeting"))
    outcome = Outcome.RECOGNISED if decision.is_recognition else Outcome.PROPOSED_TO_MINISTRY
    for item in items:
        conclude(item.item.dossier, outcome=outcome, by=by, at=at)
    return [_issue(decision, item, by=by, at=at) for item in items] if decision.is_recognition else []


def _issue(decision: Decision, item: DecisionItem, *, by: Any, at: datetime) -> Certificate:
    """The recognition of one product and its certificate."""
    signed_on: date = decision.signed_on  # type: ignore[assignment]
    if item.stars not in (3, 4):
        raise Refused(refusals.goes_to_ministry(item.product.name))
    product_code = _product_code(item, signed_on, at=at)
    code = _fresh_code()
    expires_on = certificate_expiry(signed_on)
    recognition = record_recognition(
        item.product,
        fields={
            "stars": item.stars,
            "kind": item.item.dossier.kind,
            "authority": decision.signer_title,
            "number": decision.number,
            "year": signed_on.year,
            "decided_on": signed_on,
            "date_precision": Precision.DAY,
            "valid_from": signed_on,
            "expires_on": expires_on,
            "product_code": product_code,
            "certificate_code": code,
            "status_code": RecordStatus.RECOGNISED,
        },
        by=by,
        at=at,
    )
    return Certificate.objects.create(
        code=code,
        product=item.product,
        decision_item=item,
        recognition=recognition,
        product_code=product_code,
        stars=item.stars,
        valid_from=signed_on,
        expires_on=expires_on,
        issued_at=at,
    )


def _product_code(item: DecisionItem, signed_on: date, *, at: datetime) -> str:
    """Province, commune, the commune's next serial of the year, year of evaluation; no gap, no double (annex, 1.12)."""
    commune = item.item.dossier.commune
    year = timezone.localdate(item.item.meeting.closed_at).year
    province = commune.province.code
    serial = allocate(f"product-code/{province}-{commune.code}/{year}", at=at, yearly=False)
    return str(ProductCode(province, commune.code, serial, year))


def _fresh_code() -> str:
    """A certificate code that was never used; with 80 random bits a second try is hardly ever needed."""
    while True:
        code = new_certificate_code()
        if not Certificate.objects.filter(code=code).exists():
            return code
