"""Rows held for the length of a change, always in the order meeting, product, sheet,
so that nothing deadlocks.
"""

from __future__ import annotations

from ocop.casework.review.models import AgendaItem, Meeting


def held_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is stored, locked: closing it and sealing a sheet never overlap."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    return Meeting.objects.select_related(
        "council__programme__province", "rules", "chaired_by", "closed_by"
    ).get(pk=meeting.pk)


def held_item(item: AgendaItem) -> AgendaItem:
    """The product as it is stored, locked after its meeting."""
    meeting = held_meeting(Meeting(pk=item.meeting_id))
    AgendaItem.objects.select_for_update().get(pk=item.pk)
    stored = AgendaItem.objects.select_related("dossier__product__producer").get(pk=item.pk)
    stored.meeting = meeting
    return stored


def stored_item(item: AgendaItem) -> AgendaItem:
    """The product as it is stored now, without a lock: for drafts, of which nothing else depends."""
    names = ("meeting__council__programme__province", "meeting__rules", "meeting__closed_by")
    return AgendaItem.objects.select_related(*names, "dossier__product__producer").get(pk=item.pk)
