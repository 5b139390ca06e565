"""What the register learns of the end of a re-evaluation."""

from __future__ import annotations

from datetime import date, datetime

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.foundation.accounts.models import Person
from ocop.registers.products.rules import EventKind
from ocop.registers.products.writes import record_event


def register_result(dossier: Dossier, *, on: date, by: Person, at: datetime) -> None:
    """The result of a re-evaluation is there: an extension of the old certificate ends the day before
    (article 12(3), R26-50). Otherwise the old one runs to its end, unless a new one takes its place; that is
    written with the new recognition. Nothing for other dossiers.
    """
    if dossier.kind == DossierKind.RENEWAL and dossier.recognition is not None:
        record_event(dossier.recognition, kind=EventKind.RENEWAL_RESULT, on=on, by=by, at=at)
