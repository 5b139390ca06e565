"""What must hold of extensions and reminders."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from ocop.casework.renewals.models import ExtensionItem
from ocop.casework.renewals.states import ExtensionState
from ocop.foundation.invariants import Invariant
from ocop.kernel.calendar import EventKind
from ocop.registers.products.models import RecognitionEvent

CHUNK = 200


def extension_faults() -> Iterator[str]:
    """What was signed stands in the register, with the day and the paper of the decision, and every extension
    in the register has its paper; a product that was left out says why.
    """
    events = RecognitionEvent.objects.filter(
        kind=EventKind.EXTENDED,
        recognition=OuterRef("recognition"),
        paper=OuterRef("extension__paper"),
        on=OuterRef("extension__paper__issued_on"),
    )
    rows = ExtensionItem.objects.filter(extension__state=ExtensionState.SIGNED)
    marked = rows.annotate(is_extended=Exists(events)).select_related("extension")
    for item in marked.order_by("pk").iterator(CHUNK):
        if bool(item.left_out) == item.is_extended:
            yield f"extension {item.extension.key}: “{item.product_name}” is not as the register says"


INVARIANTS = (Invariant("extensions", extension_faults),)
