"""What must hold of objections."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.certificates.models import Redo
from ocop.casework.objections.models import Objection
from ocop.casework.objections.states import ObjectionState
from ocop.foundation.audit.selectors import last_said
from ocop.foundation.invariants import Invariant
from ocop.registers.regulations.fingerprints import chunks


def objection_faults() -> Iterator[str]:
    """What was filed is what the record keeps the hash of, about a product of its producer; the result of
    what was sent back counts no more.
    """
    rows = Objection.objects.select_related("notice__item__dossier__product")
    redone = set(Redo.objects.values_list("item_id", flat=True))
    for chunk in chunks(rows):
        recorded = last_said(Objection, {one.pk for one in chunk}, "sha256")
        for one in chunk:
            if recorded.get(str(one.pk)) != one.sha256:
                yield f"objection {one.key}: hash"
            if one.producer_id != one.notice.item.dossier.product.producer_id:
                yield f"objection {one.key}: producer"
            if one.state == ObjectionState.SENT_BACK and one.notice.item_id not in redone:
                yield f"objection {one.key}: sent back, but the result still counts"


INVARIANTS = (Invariant("objections", objection_faults),)
