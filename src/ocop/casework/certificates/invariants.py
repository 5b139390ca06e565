"""What must hold of certificates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch

from ocop.casework.certificates import lookup
from ocop.casework.certificates.models import CentralAnswer, Certificate, Decision, DecisionItem, ResultNotice
from ocop.casework.certificates.proofs import proof_faults
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE
from ocop.casework.certificates.states import DecisionState
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.correcting import number_faults
from ocop.foundation.invariants import Invariant
from ocop.kernel.codes import ProductCode, gaps
from ocop.registers.products.models import Recognition
from ocop.registers.regulations.fingerprints import chunks

CHUNK = 200


def certificate_faults() -> Iterator[str]:
    """A certificate rests on a signed decision of recognition, has 3 or 4 stars, and agrees with the decision
    and the register: product, number, days, authority, codes.
    """
    rows = Certificate.objects.select_related(
        "decision_item__decision__programme", "decision_item__decision__place", "recognition"
    )
    for certificate in rows.order_by("pk").iterator(CHUNK):
        item = certificate.decision_item
        if not (item.is_live and item.decision.is_signed and item.decision.gives_certificates):
            yield f"certificate {certificate.code}: no signed decision"
        elif certificate.stars not in RECOGNISED_BY_PROVINCE or certificate.stars != item.stars:
            yield f"certificate {certificate.code}: {certificate.stars} stars"
        elif certificate.product_id != item.product_id:
            yield f"certificate {certificate.code}: another product than decided"
        elif certificate.valid_from != item.decision.signed_on:
            yield f"certificate {certificate.code}: another day than that of the decision"
        elif wrong := _wrong_in_register(certificate):
            yield f"certificate {certificate.code}: the register says otherwise ({', '.join(wrong)})"


def _wrong_in_register(certificate: Certificate) -> list[str]:
    known, must = certificate.recognition, _registered(certificate)
    return [name for name, value in must.items() if getattr(known, name) != value]


def _registered(certificate: Certificate) -> dict[str, Any]:
    """What the register must say of it."""
    first = certificate
    while first.replaces is not None:  # the recognition is that of the certificate given first
        first = first.replaces
    decision = first.decision_item.decision
    return {
        "certificate_code": certificate.code,
        "product_code": certificate.product_code,
        "product_id": certificate.product_id,
        "stars": certificate.stars,
        "valid_from": certificate.valid_from,
        "expires_on": certificate.expires_on,
        "decided_on": decision.signed_on,
        "number": decision.number,
        "authority": decision.authority,
    }


def decision_faults() -> Iterator[str]:
    """A signed decision is what the council found and what the signer signed; each of its products has its
    certificate, where it recognises; its corrections go on one from the other.
    """
    items = DecisionItem.objects.live().select_related(
        "item__dossier", "certificate", "answer", "replaces__decision_item"
    )
    rows = Decision.objects.filter(state=DecisionState.SIGNED).prefetch_related(
        Prefetch("items", items, to_attr="decided"), "corrections"
    )
    for chunk in chunks(rows):
        signed = _signed(chunk)
        for decision in chunk:
            if signed.get(str(decision.pk)) != _signature(decision):
                yield f"decision {decision.number}: number, day or signer"
            for item in decision.decided:
                yield from _item_faults(decision, item)
            yield from number_faults(decision.number, decision.corrections.all())


def _signed(decisions: Iterable[Decision]) -> dict[str, tuple[Any, ...]]:
    """By whom, with which number and day, as the record has it."""
    keys = [str(one.pk) for one in decisions]
    entries = Entry.objects.filter(
        object_type="certificates.decision", object_id__in=keys, action="decision.sign"
    )
    return {
        one.object_id: (one.data["number"], one.data["signed_on"], one.by_id, one.by_name)
        for one in entries.defer("vouched").order_by("sequence")
    }


def _signature(decision: Decision) -> tuple[Any, ...]:
    day = decision.signed_on.isoformat() if decision.signed_on else None
    return (decision.number, day, decision.signer_id, decision.signer_name)


def _item_faults(decision: Decision, item: DecisionItem) -> Iterator[str]:
    found = item.item
    if (item.stars, item.total) != _found(item):
        yield f"decision {decision.number}: stars or points of agenda item {found.key}"
    if item.product_id != found.dossier.product_id:
        yield f"decision {decision.number}: product of agenda item {found.key}"
    if decision.gives_certificates and getattr(item, "certificate", None) is None:
        yield f"decision {decision.number}: no certificate for agenda item {found.key}"


def _found(item: DecisionItem) -> tuple[Any, Any]:
    """Stars and points on which the decision rests: the central council's, those of the certificate that is
    replaced, or the council's.
    """
    if item.answer is not None:
        return item.answer.stars, item.answer.score
    if item.replaces is not None:
        return item.replaces.stars, item.replaces.decision_item.total
    return item.item.recommended_stars, item.item.total


def central_faults() -> Iterator[str]:
    """Five stars of the centre stand in the register with the Minister's paper, and in no other way."""
    rows = CentralAnswer.objects.select_related("paper", "recognition", "proposal__decision_item")
    for one in rows.exclude(recognition=None).order_by("pk").iterator(CHUNK):
        known, item = one.recognition, one.proposal.decision_item
        assert known is not None  # noqa: S101 - asked for above
        said = (known.stars, known.number, known.decided_on, known.product_id)
        if said != (one.stars, one.paper.number, one.paper.issued_on, item.product_id):
            yield f"answer {one.paper.number}: the register says otherwise of “{item.printed['product']}”"


def notice_faults() -> Iterator[str]:
    """The corrections of a notice go on one from the other."""
    notices = ResultNotice.objects.filter(corrections__isnull=False).distinct().order_by("pk")
    for notice in notices.prefetch_related("corrections"):
        yield from number_faults(notice.number, notice.corrections.all())


def undecided_faults() -> Iterator[str]:
    """A recognition with a code of a certificate has that certificate."""
    rows = Recognition.objects.filter(certificate_code__isnull=False, certificate__isnull=True)
    for pk, code in rows.order_by("pk").values_list("pk", "certificate_code").iterator(CHUNK):
        yield f"recognition {pk}: no certificate {code}"


def product_code_faults() -> Iterator[str]:
    """The serials of product codes run from 1 without a gap in each commune and year."""
    codes = (
        Certificate.objects.filter(replaces__isnull=True)
        .order_by("pk")
        .values_list("product_code", flat=True)
    )
    for fault in gaps(codes, ProductCode.parse):
        yield f"product code {fault}"


def lookup_faults() -> Iterator[str]:
    """What the check page says of a certificate is what follows from its decision, its recognition and its
    product.
    """
    for row, facts in lookup.differing():
        yield f"certificate {row.code}: {', '.join(facts)}"


INVARIANTS = (
    Invariant("certificates", certificate_faults),
    Invariant("decisions", decision_faults),
    Invariant("answers of the ministry", central_faults),
    Invariant("corrections of notices", notice_faults),
    Invariant("recognitions with a certificate", undecided_faults),
    Invariant("product codes", product_code_faults),
    Invariant("what the check page says", lookup_faults),
    Invariant("signed texts of certificates", proof_faults),
)
