"""Commune or province returns a dossier for completion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.dossiers import notices, permissions
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.models import Dossier, ReturnItem, ReturnNote
from ocop.casework.dossiers.permissions.officers import level_of_return
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.actions import transition
from ocop.foundation.ui.refusals import Refusal, ensure


@dataclass(frozen=True)
class ToMend:
    """One thing to mend: `target` is a component, "criterion:2.1" or "evidence:7";
    `label` its name on that day.
    """

    target: str
    label: str
    reason: str


@transaction.atomic
def return_for_completion(
    dossier: Dossier, *, reason: str, items: Sequence[ToMend], by: Any, at: datetime
) -> ReturnNote:
    """Returns the dossier to the producer with a reason per item; the commune's clock runs on (article 7(2),
    7(3)).

    Refused: officers of another place, a wrong state, no reason; by the commune also without an item, and
    always with an item that has no reason of its own. After a return by the province the commune checks anew,
    with a new clock.
    """
    stored = held(dossier)
    ensure(permissions.refuse_return(by, stored, at))
    level = level_of_return(stored)
    ensure(_refuse_items(items, level))
    changes: dict[str, Any] = {"declared_true": False, "updated_at": at}
    if level == Level.PROVINCE:
        changes |= {"proposed_at": None, "accepted_at": None, "commune_due_on": None}
    data = {"level": level.value, "items": [item.target for item in items]}
    transition(stored, "return", by=by, at=at, reason=reason, changes=changes, data=data)
    submission = stored.submissions.latest("number")
    note = ReturnNote.objects.create(
        dossier=stored, submission=submission, level=level.value, reason=reason, at=at, by=by
    )
    ReturnItem.objects.bulk_create(
        ReturnItem(note=note, target=item.target, label=item.label, reason=item.reason) for item in items
    )
    notices.returned(note, at=at)
    return note


def _refuse_items(items: Sequence[ToMend], level: Level) -> Refusal | None:
    if level == Level.COMMUNE and not items:
        return Refusal(
            "return_without_items",
            _("Chưa chọn mục nào cần bổ sung."),
            _("Chủ thể cần biết phải sửa ở đâu."),
            _("Chọn ít nhất một mục và ghi lý do của mục đó."),
        )
    bare = [item.label for item in items if not item.reason.strip()]
    if bare:
        return Refusal(
            "item_reason_missing",
            _("Có mục chưa ghi lý do."),
            "; ".join(bare),
            _("Ghi rõ từng mục thiếu gì, sửa thế nào."),
        )
    return None
