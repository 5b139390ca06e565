"""Sheets that came after their product or the meeting was over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions import conflicts_of
from ocop.casework.review.selectors.above import Way, WayKind
from ocop.casework.room import permissions
from ocop.casework.room.models import LateSheet
from ocop.foundation.accounts.who import Who
from ocop.kernel.scoring import Result, partial


@dataclass(frozen=True)
class Late:
    """One late sheet; its points only for whoever may see the tally."""

    sheet: LateSheet
    result: Result | None


def late_of(who: Who, meeting: Meeting) -> list[Late]:
    """What came late at a meeting, without products from which a conflict keeps this person."""
    rows = LateSheet.objects.filter(item__meeting=meeting).exclude(item__in=conflicts_of(who))
    known = ("item__dossier__product", "item__meeting__council", "seat__person")
    found = []
    for sheet in rows.select_related(*known):
        sheet.item.meeting = meeting
        found.append(Late(sheet, _points(sheet) if permissions.may_see_points(who, sheet.item) else None))
    return found


def _points(sheet: LateSheet) -> Result:
    frozen = dossier_for_scoring(sheet.item.dossier)
    facts = {**frozen.facts, **sheet.item.known_facts}
    return partial(frozen.regulation, frozen.product_set, sheet.content["choices"], facts)


def ways_of(who: Who, meeting: Meeting) -> Iterator[Way]:
    """From the meeting's page: into the room for who scores, to what came late for the chair."""
    if meeting.is_open and permissions.refuse_room(who, meeting) is None:
        address = reverse("room:room", args=[meeting.key])
        yield Way(_("Phòng chấm, không cần mạng"), address, "smartphone", WayKind.OWN)
    if permissions.refuse_see_late(who, meeting) is not None:
        return
    rows = LateSheet.objects.filter(item__meeting=meeting).exclude(item__in=conflicts_of(who))
    if count := rows.count():
        words = ngettext(
            "%(n)s phiếu đến sau khi đã kết thúc chấm", "%(n)s phiếu đến sau khi đã kết thúc chấm", count
        )
        address = reverse("room:late", args=[meeting.key])
        yield Way(words % {"n": count}, address, "triangle-alert", WayKind.NOTICE)
