"""What everyone may know of a certificate."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from ocop.casework.certificates.models import Certificate, Lookup, Proof
from ocop.kernel.codes import is_certificate_code, normalise_crockford
from ocop.registers.products.rules import Standing
from ocop.registers.products.selectors import standing_of
from ocop.registers.programme.models import Programme

# by hand: the ORM takes longer to write this statement than the database to answer it
_ASKED = f"""
SELECT programme.is_demonstration, programme.help_phone, lookup.facts, proof.certificate_id
FROM {Programme._meta.db_table} AS programme
LEFT JOIN {Lookup._meta.db_table} AS lookup ON lookup.code = %s
LEFT JOIN {Proof._meta.db_table} AS proof ON proof.certificate_id = lookup.certificate_id
ORDER BY programme.id DESC LIMIT 1
"""  # noqa: S608  # names of our own tables


@dataclass(frozen=True)
class Answer:
    """What is known of a code that was asked for (`lookup.py` says which facts; None for a code that was
    never given), what every page says of the programme, and whether there is a signed text for a check
    without
    network.
    """

    facts: dict[str, Any] | None = None
    is_demonstration: bool = False
    help_phone: str = ""
    is_signed: bool = False


def look_up(code: str) -> Answer:
    """The answer to a code in its stored spelling: one statement, whether it was given or not."""
    with connection.cursor() as cursor:
        cursor.execute(_ASKED, [code])
        row = cursor.fetchone()
    if row is None:  # no programme was set up, so nothing was ever certified
        return Answer()
    is_demonstration, help_phone, facts, proof = row
    known = None if facts is None else json.loads(facts)
    return Answer(known, bool(is_demonstration), help_phone, proof is not None)


def certificate_by_code(code: str) -> Certificate | None:
    """The certificate with this code, however it was typed, with all that a page needs; None where there is
    none.

    Two queries: the certificate with product, producer, place, decision and photograph; what happened to it
    since.
    """
    if not is_certificate_code(code):
        return None
    rows = Certificate.objects.with_names().prefetch_related("recognition__events")
    return rows.filter(code=normalise_crockford(code)).first()


def status_on(certificate: Certificate, on: date) -> Standing:
    """Its status on a day with the day that belongs to it, as `ocop status` says it."""
    return standing_of(certificate.recognition, on)
