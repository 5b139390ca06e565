"""Writing the record. `transition` is the only code in the project that assigns a state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.recording import keep_for_the_end, recorded, recording
from ocop.foundation.audit.vouching import vouch_moved
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused, Text
from ocop.foundation.ui.words import said
from ocop.kernel.workflow import MoveRefused, Workflow

Row = TypeVar("Row", bound=models.Model)


def record(
    action: str,
    obj: models.Model,
    *,
    by: Any,
    at: datetime,
    reason: str = "",
    data: Mapping[str, Any] | None = None,
    from_state: str = "",
    to_state: str = "",
) -> Entry:
    """Adds one act to the chain. `by` is a person, or None for the system itself; `at` is an aware moment.

    Inside `recording` it joins the chain when that ends. What is rolled back leaves no entry, and no gap.
    """
    with recording(savepoint=False):
        entry = _entry(
            action, obj,
            by=by, at=at, reason=reason, data=data, from_state=from_state, to_state=to_state,
        )  # fmt: skip
        keep_for_the_end(entry)
    return entry


def add_to(entry: Entry, **data: Any) -> None:
    """Adds what an act learns only when it has done more: what its paper says is known once all is written.

    Inside the `recording` of the act; ValueError for an entry that has its place in the chain.
    """
    if entry.hash:
        raise ValueError(f"{entry} has its place in the chain.")
    entry.data |= data


def _entry(
    action: str,
    obj: models.Model,
    *,
    by: Any,
    at: datetime,
    reason: str,
    data: Mapping[str, Any] | None,
    from_state: str = "",
    to_state: str = "",
) -> Entry:
    """What is known of an act while it is done; its place in the chain comes later."""
    return Entry(
        at=at.astimezone(UTC),
        by=by,
        by_name=str(by) if by is not None else "",
        action=action,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        object_label=str(obj)[:300],
        from_state=from_state,
        to_state=to_state,
        reason=reason,
        data=dict(data or {}),
    )


@recorded
def transition(
    obj: models.Model,
    move: str,
    *,
    by: Any,
    at: datetime,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
    data: Mapping[str, Any] | None = None,
) -> Entry:
    """Carries out one legal move: locks the row, checks the stored state, saves, records; all or nothing.

    `changes` are fields that belong to the move and are saved with it; since when it stands is written where
    a row keeps that. Refused where the stored state does not allow the move (somebody else was faster, or a
    double click) or where a reason is asked for and missing.
    """
    workflow: Workflow = obj.workflow  # type: ignore[attr-defined]
    stored = holding(type(obj)._default_manager).get(pk=obj.pk)
    source = stored.state  # type: ignore[attr-defined]
    try:
        workflow.check(source, move, reason)
    except MoveRefused as refused:
        raise Refused(_refusal(refused, workflow, obj)) from refused
    target = workflow.move(move).target
    fields = {**(changes or {}), **_since(obj, at), "state": target}
    for name, value in fields.items():
        setattr(obj, name, value)
    obj.save(update_fields=list(fields))
    vouch_moved(stored, obj, fields)
    return record(
        f"{obj._meta.model_name}.{move}", obj,
        by=by, at=at, reason=reason, data=data, from_state=str(source), to_state=str(target),
    )  # fmt: skip


def _since(obj: models.Model, at: datetime) -> dict[str, datetime]:
    """Where a kind of row keeps since when it has been in its state, in `state_at`, that is now."""
    return {"state_at": at} if hasattr(obj, "state_at") else {}


def held(obj: Row) -> Row:
    """Waits for whoever works on the row, and reads it again into the same object; until the transaction
    ends.

    What was read through it stays at hand, unless it points elsewhere now.
    """
    stored = holding(type(obj)._base_manager).get(pk=obj.pk)
    for field in obj._meta.concrete_fields:
        value = getattr(stored, field.attname)
        if value != getattr(obj, field.attname):
            setattr(obj, field.attname, value)
    obj._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    return obj


def _refusal(refused: MoveRefused, workflow: Workflow, obj: models.Model) -> Refusal:
    """The sentence for a move that cannot be made now."""
    label = said(workflow.move(refused.move).label)
    if refused.code == "reason_missing":
        return Refusal(
            "reason_missing",
            _("Chưa ghi lý do cho việc “%(move)s”.") % {"move": label},
            _("Người nhận cần biết vì sao."),
            _("Ghi lý do rồi gửi lại."),
        )
    return refuse_state(obj, label)


def refuse_state(obj: models.Model, label: Text) -> Refusal:
    """Why an act is not done in the present state: somebody was faster, or it was pressed twice."""
    return Refusal(
        "conflict_state",
        _("Không thể “%(move)s” lúc này.") % {"move": label},
        _("%(object)s đã chuyển sang bước khác, có thể do người khác vừa làm hoặc bạn bấm hai lần.")
        % {"object": obj},
        _("Tải lại trang để xem bước hiện tại. Không có gì bị mất."),
    )
