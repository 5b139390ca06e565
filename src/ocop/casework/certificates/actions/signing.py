"""Signing: from the authority's act to recognitions, product codes and certificates, all or nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ocop.casework.certificates import notices, permissions, refusals
from ocop.casework.certificates.actions.checking import refuse_date, refuse_number
from ocop.casework.certificates.actions.locking import hold
from ocop.casework.certificates.actions.notifying import write_notice
from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.rules import CAPACITY_TITLES, RECOGNISED_BY_PROVINCE, Capacity, DecisionState
from ocop.casework.dossiers.actions import conclude
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.selectors import regulation_of
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.places.selectors import names_for_search
from ocop.foundation.ui.refusals import Refused, ensure
from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.codes import ProductCode, new_certificate_code
from ocop.kernel.text import fold
from ocop.registers.products.actions import record_recognition
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Precision, RecordStatus
from ocop.registers.programme.models import Programme


@transaction.atomic
def sign_decision(
    decision: Decision,
    *,
    number: str,
    signed_on: date,
    by: Any,
    at: datetime,
    capacity: Capacity = Capacity.CHAIR,
) -> list[Certificate]:
    """Records the signed decision with the number and date of the records office, and everything that follows
    from it.

    A recognition gives every product its recognition, product code and certificate for the term that the law
    of its dossier gives (articles 4(3), 7(3)(e)); an approval of a result gives none: the ministry decides on
    5 stars. Producers and communes are told. Refused to anyone but the signer, to who drafted, for a number
    or date that cannot be, and for a decision that is not waiting for signature. `render_missing` makes the
    PDFs afterwards.
    """
    number = " ".join(number.split())
    # decisions of a province are signed one after another, so that no number is given twice
    Programme.objects.select_for_update(of=("self",)).get(pk=decision.programme_id)
    hold(decision)
    ensure(permissions.refuse_sign(by, decision, at))
    if decision.state == DecisionState.FOR_SIGNATURE:
        ensure(refuse_number(decision, number, signed_on))
        ensure(refuse_date(decision, signed_on, at))
    _write_signature(decision, number, signed_on, Capacity(capacity), by=by, at=at)
    items = list(
        decision.items.live().select_related(
            "product__producer", "item__dossier__commune__parent__parent", "item__meeting"
        )
    )
    outcome = Outcome.RECOGNISED if decision.is_recognition else Outcome.PROPOSED_TO_MINISTRY
    certificates = []
    for item in items:
        item.item.dossier.product = item.product
        conclude(item.item.dossier, outcome=outcome, by=by, at=at)
        if decision.is_recognition:
            certificates.append(_issue(decision, item, by=by, at=at))
        notice = write_notice(
            item.item, by=by, at=at, printed=item.printed, stars=item.stars, decision=decision
        )
        notices.result(notice, at=at)
    return certificates


def _write_signature(
    decision: Decision, number: str, signed_on: date, capacity: Capacity, *, by: Any, at: datetime
) -> None:
    changes = {
        "number": number,
        "number_year": signed_on.year,
        "signed_on": signed_on,
        "signed_at": at,
        "signer": by,
        "signer_name": by.full_name,
        "signer_title": ", ".join(CAPACITY_TITLES[capacity]),
        "search_text": f"{fold(number)} {decision.search_text}",
    }
    data = {"number": number, "signed_on": signed_on.isoformat(), "capacity": capacity.value}
    transition(decision, "sign", by=by, at=at, changes=changes, data=data)


def _issue(decision: Decision, item: DecisionItem, *, by: Any, at: datetime) -> Certificate:
    """The recognition of one product and its certificate."""
    signed_on: date = decision.signed_on  # type: ignore[assignment]
    if item.stars not in RECOGNISED_BY_PROVINCE:
        raise Refused(refusals.goes_to_ministry(item.product.name))
    product_code, code = _product_code(item, at=at), _fresh_code()
    expires_on = certificate_expiry(signed_on, regulation_of(item.item.dossier).periods)
    fields = {
        "stars": item.stars,
        "kind": item.item.dossier.kind,
        "authority": decision.authority,
        "number": decision.number,
        "year": signed_on.year,
        "decided_on": signed_on,
        "date_precision": Precision.DAY,
        "valid_from": signed_on,
        "expires_on": expires_on,
        "product_code": product_code,
        "certificate_code": code,
        "status_code": RecordStatus.RECOGNISED,
    }
    certificate = Certificate.objects.create(
        code=code,
        product=item.product,
        decision_item=item,
        recognition=record_recognition(item.product, fields=fields, by=by, at=at),
        product_code=product_code,
        stars=item.stars,
        valid_from=signed_on,
        expires_on=expires_on,
        issued_at=at,
        search_text=_search_text(item, product_code, code, decision.number),
    )
    record("certificate.issue", certificate, by=by, at=at, data={"code": code, "product_code": product_code})
    return certificate


def _search_text(item: DecisionItem, *codes: str) -> str:
    names = [item.printed["product"], item.printed["producer"], names_for_search(item.item.dossier.commune)]
    return fold(" ".join([*names, *codes]))


def _product_code(item: DecisionItem, *, at: datetime) -> str:
    """Province, commune, the commune's next serial of the year, year of evaluation; no gap, no double (annex,
    1.12).

    A serial that the register already shows for an older record counts as used.
    """
    commune = item.item.dossier.commune
    year = timezone.localdate(item.item.meeting.closed_at).year
    province = commune.province.code
    while True:
        serial = allocate(f"product-code/{province}-{commune.code}/{year}", at=at, yearly=False)
        code = str(ProductCode(province, commune.code, serial, year))
        if not Recognition.objects.filter(product_code=code).exists():
            return code


def _fresh_code() -> str:
    """A certificate code that was never used; with 80 random bits a second try is hardly ever needed."""
    while True:
        code = new_certificate_code()
        if not Recognition.objects.filter(certificate_code=code).exists():
            return code
