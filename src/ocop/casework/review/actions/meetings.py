"""Attendance, opening and cancelling a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.review import notices, permissions
from ocop.casework.review.actions.locking import held_item, held_meeting
from ocop.casework.review.models import AgendaItem, Attendance, Meeting, Seat
from ocop.casework.review.permissions.meetings import chair_of, rules_on
from ocop.casework.review.permissions.who import is_secretary, seats_held
from ocop.casework.review.rules import ItemState
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.ui.refusals import Refusal, Refused, ensure


@transaction.atomic
def record_attendance(
    meeting: Meeting, attendance: Mapping[Seat, tuple[bool, str]], *, by: Any, at: datetime
) -> list[Attendance]:
    """Writes down who takes part, with a note for the others. Only what changed is written and recorded.

    Refused: other offices; a meeting that is over; a seat of another council or one that nobody holds.
    """
    stored = held_meeting(meeting)
    ensure(permissions.refuse_prepare(by, stored, at))
    held = set(seats_held(at).filter(council=stored.council_id).values_list("pk", flat=True))
    if any(seat.pk not in held for seat in attendance):
        raise Refused(
            Refusal("not_member", _("Có người không còn là thành viên hội đồng."), "", _("Tải lại trang."))
        )
    known = {row.seat_id: row for row in stored.attendances.all()}
    changed = []
    for seat, (is_present, note) in attendance.items():
        row = known.get(seat.pk)
        if row is not None and (row.is_present, row.note) == (is_present, note.strip()):
            continue
        values = {"is_present": is_present, "note": note.strip(), "at": at, "by": by}
        written, _created = Attendance.objects.update_or_create(meeting=stored, seat=seat, defaults=values)
        changed.append(written)
    if changed:
        data = {"present": [r.seat_id for r in changed if r.is_present]}
        data["absent"] = [r.seat_id for r in changed if not r.is_present]
        record("meeting.attendance", stored, by=by, at=at, data=data)
    return changed


@transaction.atomic
def open_meeting(meeting: Meeting, *, by: Any, at: datetime) -> Meeting:
    """Opens the session under the working rules in force today (R26-26).

    Refused, each with its own sentence: other people; council out of office; a paper not in force; no working
    rules; no quorum; no chair, or one without authority; an extra round that the rules do not provide for; an
    empty agenda.
    """
    stored = held_meeting(meeting)
    ensure(permissions.refuse_open(by, stored, at))
    rules = rules_on(stored, at)
    assert rules is not None  # noqa: S101 - the permission has seen them
    chair = chair_of(stored, rules, at)
    changes = {"rules": rules, "chaired_by": chair, "opened_at": at}
    if is_secretary(by, stored.council, at):
        changes["recorded_by"] = by
    transition(stored, "open", by=by, at=at, changes=changes, data={"rules": rules.pk})
    return stored


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: Any, at: datetime) -> Meeting:
    """Cancels a planned meeting; its dossiers wait for another one.
    Refused without a reason or once it is open.
    """
    stored = held_meeting(meeting)
    ensure(permissions.refuse_cancel(by, stored, at))
    transition(stored, "cancel", by=by, at=at, reason=reason)
    for item in stored.items.exclude(state=ItemState.REMOVED).select_related("dossier"):
        transition(item, "remove", by=by, at=at, reason=reason)
        dossiers.unschedule(item.dossier, reason=reason, by=by, at=at)
    notices.cancelled(stored, reason=reason, at=at)
    return stored


@transaction.atomic
def open_item(item: AgendaItem, *, by: Any, at: datetime) -> AgendaItem:
    """Lets the members score a product.
    Refused outside an open meeting, and to others than secretary and chair.
    """
    stored = held_item(item)
    ensure(permissions.refuse_open_item(by, stored, at))
    transition(stored, "open", by=by, at=at, changes={"opened_at": at})
    return stored


@transaction.atomic
def open_all_items(meeting: Meeting, *, by: Any, at: datetime) -> list[AgendaItem]:
    """Lets the members score every waiting product, except those that a conflict keeps this person from."""
    stored = held_meeting(meeting)
    ensure(permissions.refuse_keep(by, stored, at) or permissions.refuse_not_open(stored))
    opened = []
    for item in stored.items.filter(state=ItemState.WAITING).select_related("dossier__product"):
        item.meeting = stored
        if permissions.refuse_open_item(by, item, at) is None:
            transition(item, "open", by=by, at=at, changes={"opened_at": at})
            opened.append(item)
    return opened
