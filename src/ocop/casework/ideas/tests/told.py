"""What was told and recorded about an idea."""

from __future__ import annotations

from django.db.models import Model

from ocop.casework.ideas.models import Idea
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message


def told(idea: Idea) -> list[tuple[str, str]]:
    found = Message.objects.filter(kind__startswith="ideas.").order_by("pk")
    assert {one.url for one in found} <= {idea.get_absolute_url()}
    return [(one.person.username, one.kind.removeprefix("ideas.")) for one in found]


def recorded(row: Model) -> list[str]:
    return list(
        Entry.objects.filter(object_id=str(row.pk), object_type="ideas.idea")
        .order_by("sequence")
        .values_list("action", flat=True)
    )
