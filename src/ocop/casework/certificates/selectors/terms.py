"""For how long the certificates of a decision hold, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop.casework.certificates.models import Certificate, DecisionItem
from ocop.casework.dossiers.selectors import regulation_of
from ocop.kernel.calendar import term_between
from ocop.kernel.law.in_force import CERTIFICATE_TERM, legal_period
from ocop.kernel.text import Label


def term_of(rows: Iterable[DecisionItem], day: date) -> Label:
    """The term of these products' certificates: as issued, before that by the law of each dossier (article
    4(3)).

    A paper that is printed again says what its certificates say, whatever the law became since. Where two
    laws give two terms both are named.
    """
    found = list(dict.fromkeys(_term(row, day) for row in rows))
    return Label(" hoặc ".join(one.vi for one in found), " or ".join(one.en for one in found))


def _term(row: DecisionItem, day: date) -> Label:
    issued: Certificate | None = getattr(row, "certificate", None)
    if issued is not None:
        return issued_term(issued)
    return legal_period(CERTIFICATE_TERM, day, regulation_of(row.item.dossier).periods).words


def issued_term(certificate: Certificate) -> Label:
    """The term that a certificate was given."""
    return term_between(certificate.valid_from, certificate.expires_on).words
