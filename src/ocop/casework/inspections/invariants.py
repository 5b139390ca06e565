"""What must hold of inspections and reports."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from django.db.models import F, Q

from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Finding,
    Inspection,
    InspectionItem,
    ReportPhoto,
)
from ocop.casework.inspections.rules.checklist import Conclusion, Result
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.audit.models import Entry
from ocop.foundation.invariants import Invariant
from ocop.kernel.canonical import sha256_hex

CHUNK = 200


def inspection_faults() -> Iterator[str]:
    """What was concluded has a conclusion for each product and minutes that say what the act recorded."""
    concluded = Inspection.objects.filter(state=InspectionState.CONCLUDED)
    said = {
        entry.object_id: entry.data.get("content")
        for entry in Entry.objects.filter(action="inspection.conclude").iterator(CHUNK)
    }
    for one in concluded.order_by("pk").iterator(CHUNK):
        if one.content is None or said.get(str(one.pk)) != sha256_hex(one.content):
            yield f"inspection {one.key}: its minutes are not what was concluded"
    open_items = InspectionItem.objects.filter(inspection__in=concluded, conclusion="")
    for item in open_items.select_related("inspection").order_by("pk").iterator(CHUNK):
        yield f"inspection {item.inspection.key}: “{item.product_name}” has no conclusion"


def order_faults() -> Iterator[str]:
    """Every order follows a finding that is not kept, of its product and its inspection, whose conclusion is
    that something has to be put right.
    """
    right = Q(
        finding__result=Result.NOT_KEPT,
        finding__item=F("item"),
        item__inspection=F("inspection"),
        item__conclusion=Conclusion.TO_CORRECT,
        producer=F("inspection__producer"),
    )
    for one in CorrectiveOrder.objects.exclude(right).order_by("pk").iterator(CHUNK):
        yield f"corrective order {one.key}: it follows from no finding of its inspection"
    early = Finding.objects.exclude(item__inspection__state=InspectionState.CONCLUDED)
    for finding in early.order_by("pk").iterator(CHUNK):
        yield f"finding {finding.pk}: its inspection is not concluded"


def photo_faults() -> Iterator[str]:
    """The photograph of a report is the one that was sent."""
    for one in ReportPhoto.objects.select_related("report").order_by("pk").iterator(50):
        if sha256(bytes(one.content)).hexdigest() != one.report.photo_sha256:
            yield f"report {one.report.key}: its photograph is not the one that was sent"


INVARIANTS = (
    Invariant("inspections", inspection_faults),
    Invariant("corrective orders", order_faults),
    Invariant("photographs of reports", photo_faults),
)
