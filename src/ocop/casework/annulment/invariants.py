"""What must hold of annulments."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from ocop.casework.annulment.models import AnnulmentItem
from ocop.casework.annulment.states import AnnulmentState
from ocop.casework.certificates.models import Redo
from ocop.foundation.invariants import Invariant
from ocop.kernel.calendar import EventKind
from ocop.registers.products.models import RecognitionEvent

CHUNK = 200


def annulment_faults() -> Iterator[str]:
    """What was decided stands in the register, with the day and the paper of the decision, and nothing else
    does; a result that is evaluated again has its redo; what was left out says why.
    """
    rows = AnnulmentItem.objects.filter(annulment__state=AnnulmentState.DECIDED)
    events = RecognitionEvent.objects.filter(
        kind=EventKind.ANNULLED,
        recognition=OuterRef("recognition"),
        paper=OuterRef("annulment__paper"),
        on=OuterRef("annulment__paper__issued_on"),
    )
    redos = Redo.objects.filter(item=OuterRef("item"), paper=OuterRef("annulment__paper"))
    marked = rows.annotate(is_annulled=Exists(events), is_redone=Exists(redos)).select_related("annulment")
    for row in marked.order_by("pk").iterator(CHUNK):
        done = not row.left_out
        is_told = row.recognition_id is None or row.is_annulled == done
        is_again = row.item_id is None or row.is_redone == (done and row.annulment.redo)
        if not (is_told and is_again):
            yield f"annulment {row.annulment.key}: “{row.product_name}” is not as the register says"


INVARIANTS = (Invariant("annulments", annulment_faults),)
