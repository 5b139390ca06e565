"""What a signed recognition gives each product: its recognition, its product code, its certificate."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.writes.proofs import prove
from ocop.casework.dossiers.selectors import regulation_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.places.selectors import standing_today, words_of
from ocop.foundation.printing.writes import want
from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.codes import ProductCode, new_certificate_code
from ocop.kernel.text import searchable
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Precision, RecordStatus
from ocop.registers.products.writes import record_recognition


def issue(decision: Decision, item: DecisionItem, *, by: Person, at: datetime) -> Certificate:
    """The recognition of one product and its certificate; `look_up_anew` follows when all are issued."""
    signed_on: date = decision.signed_on  # type: ignore[assignment]  # it was just signed
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
    prove(certificate, at=at)
    data = {"code": code, "product_code": product_code}
    want(certificate, at=at, entry=record("certificate.issue", certificate, by=by, at=at, data=data))
    return certificate


def issue_in_place(
    decision: Decision, item: DecisionItem, old: Certificate, *, by: Person, at: datetime
) -> Certificate:
    """A certificate in place of another: same stars, product code, decision of recognition and last day, a
    new code, what was wrong put right. The old one is replaced in the register from this day.
    """
    signed_on: date = decision.signed_on  # type: ignore[assignment]  # it was just signed
    known, code = old.recognition, _fresh_code()
    same = (
        "stars", "kind", "authority", "number", "year", "decided_on", "date_precision", "expires_on",
        "product_code", "status_code",
    )  # fmt: skip
    fields = {name: getattr(known, name) for name in same} | {
        "valid_from": signed_on,
        "certificate_code": code,
    }
    certificate = Certificate.objects.create(
        code=code, product=item.product, decision_item=item, replaces=old,
        recognition=record_recognition(item.product, fields=fields, by=by, at=at),
        product_code=old.product_code, stars=old.stars, valid_from=signed_on, expires_on=old.expires_on,
        issued_at=at, search_text=_search_text(item, old.product_code, code, decision.number),
    )  # fmt: skip
    prove(certificate, at=at)
    data = {"code": code, "product_code": old.product_code, "replaces": old.code}
    want(certificate, at=at, entry=record("certificate.issue", certificate, by=by, at=at, data=data))
    return certificate


def _search_text(item: DecisionItem, *codes: str) -> str:
    printed = item.printed
    return searchable(printed["product"], printed["producer"], words_of(item.item.dossier.commune), *codes)


def _product_code(item: DecisionItem, *, at: datetime) -> str:
    """Province, commune, the commune's next serial of the year, year of evaluation; no gap, no double (annex,
    1.12).

    A serial that the register already shows for an older record counts as used. A commune that was merged
    since the dossier came in numbers as the one that followed it.
    """
    commune, today = item.item.dossier.commune, timezone.localdate(at)
    if not commune.stands(today):
        commune = standing_today([commune.pk], today)[commune.pk]
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
