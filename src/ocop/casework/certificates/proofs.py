"""What is signed of a certificate, as it was printed, and which signed texts say something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ocop.casework.certificates.models import Certificate, Proof
from ocop.casework.certificates.signing import trusted
from ocop.kernel.signed import Facts, KeyFileError, TrustedKey, Verdict, check

CHUNK = 200


def facts_of(certificate: Certificate, signed_on: date) -> Facts:
    """Names as printed; number and day are those of the decision that recognised the product."""
    item, known = certificate.decision_item, certificate.recognition
    return Facts(
        code=certificate.code,
        product_code=certificate.product_code,
        product=item.printed["product"],
        producer=item.printed["producer"],
        stars=certificate.stars,
        number=known.number,
        decided_on=known.decided_on,  # type: ignore[arg-type]  # that of a signed decision
        authority=known.authority,
        valid_from=certificate.valid_from,
        valid_until=certificate.expires_on,
        programme=item.decision.programme.name,
        signed_on=signed_on,
    )


def proof_faults() -> Iterator[str]:
    """Every signed text holds by a published key and says what its certificate says."""
    rows = Proof.objects.select_related(
        "certificate__recognition", "certificate__decision_item__decision__programme"
    )
    try:
        keys = trusted()
    except KeyFileError as wrong:
        yield f"public keys: {wrong}"
        return
    for proof in rows.order_by("pk").iterator(CHUNK):
        if wrong_with := _wrong(proof, keys):
            yield f"signed text of certificate {proof.certificate.code}: {wrong_with}"


def _wrong(proof: Proof, keys: dict[str, TrustedKey]) -> str:
    found = check(proof.text, keys, proof.certificate.valid_from)
    if found.facts is None:
        return str(found.verdict.value)
    if found.number != proof.key:
        return "another key"
    must = facts_of(proof.certificate, found.facts.signed_on)
    # a programme may have another name by now
    if replace(found.facts, programme=must.programme) != must:
        return "another content"
    return "" if found.verdict != Verdict.OUTSIDE_PERIOD else str(found.verdict.value)
