"""Signing the facts of certificates: with each certificate, and later for those that have none yet."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.casework.certificates.models import Certificate, Proof
from ocop.casework.certificates.proofs import facts_of
from ocop.casework.certificates.signing import signer_on, trusted
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.kernel.signed import sign


def prove(certificate: Certificate, *, at: datetime) -> Proof | None:
    """Signs what the certificate says; None where there is no key."""
    day = timezone.localdate(at)
    signer = signer_on(day)
    if signer is None:
        Certificate._meta.get_field("proof").set_cached_value(certificate, None)  # nobody need ask
        return None
    proof = Proof(certificate=certificate, key=signer.number, at=at)
    proof.text = sign(facts_of(certificate, day), signer)
    proof.save()
    return proof


def prove_missing(*, at: datetime) -> int:
    """Signs every certificate that has no signed text, or one by a withdrawn key; says how many."""
    done = 0
    for pk in list(_unproven().order_by("pk").values_list("pk", flat=True)):
        done += _prove_one(pk, at=at)
    return done


def _unproven() -> QuerySet[Certificate]:
    withdrawn = [number for number, key in trusted().items() if key.withdrawn_on is not None]
    return Certificate.objects.filter(Q(proof__isnull=True) | Q(proof__key__in=withdrawn))


@recorded
def _prove_one(pk: int, *, at: datetime) -> bool:
    certificate = holding(Certificate.objects.all()).get(pk=pk)
    if not _unproven().filter(pk=pk).exists() or (proof := prove(certificate, at=at)) is None:
        return False
    record("certificate.prove", certificate, by=None, at=at, data={"key": proof.key})
    return True
