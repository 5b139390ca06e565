"""A result of a renewal ends the extension (article 12(3), R26-50)."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from ocop.casework.certificates.models import ResultNotice
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.kernel.calendar import EventKind
from ocop.registers.products.actions import record_event
from ocop.registers.products.models import RecognitionEvent


def end_extension(notice: ResultNotice) -> None:
    """The moment the result of a renewal is told, the extension of its product is over: the day before is its
    last. A product proposed to the ministry waits on.
    """
    dossier = notice.item.dossier
    if dossier.kind != DossierKind.RENEWAL or dossier.outcome == Outcome.PROPOSED_TO_MINISTRY:
        return
    extended = RecognitionEvent.objects.filter(
        recognition__product=dossier.product_id, kind=EventKind.EXTENDED
    ).exclude(recognition__events__kind=EventKind.RENEWAL_RESULT)
    decided = notice.content.get("decided_on")
    on = date.fromisoformat(decided) if decided else timezone.localdate(notice.at)
    for event in extended.select_related("recognition").order_by("pk"):
        record_event(
            event.recognition, kind=EventKind.RENEWAL_RESULT, on=on, by=notice.by, at=notice.at,
            reason=str(notice.item),
        )  # fmt: skip
