"""What must hold of revocations."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from ocop.casework.revocation.models import RevocationItem
from ocop.casework.revocation.states import RevocationState
from ocop.foundation.invariants import Invariant
from ocop.kernel.calendar import EventKind
from ocop.registers.products.models import RecognitionEvent

CHUNK = 200


def revocation_faults() -> Iterator[str]:
    """What was decided stands in the register, with the day and the paper of the decision, and nothing else
    does; a product that was left out says why.
    """
    rows = RevocationItem.objects.filter(revocation__state=RevocationState.DECIDED)
    events = RecognitionEvent.objects.filter(
        kind=EventKind.REVOKED,
        recognition=OuterRef("recognition"),
        paper=OuterRef("revocation__paper"),
        on=OuterRef("revocation__paper__issued_on"),
    )
    marked = rows.annotate(is_revoked=Exists(events)).select_related("revocation")
    for item in marked.order_by("pk").iterator(CHUNK):
        if bool(item.left_out) == item.is_revoked:
            yield f"revocation {item.revocation.key}: “{item.product_name}” is not as the register says"


INVARIANTS = (Invariant("revocations", revocation_faults),)
