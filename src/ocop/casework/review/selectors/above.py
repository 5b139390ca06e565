"""What packages above tell of a result and of a meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from ocop.casework.review.models import AgendaItem, Meeting
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Text


class WayKind(StrEnum):
    """Where on the page of a meeting it stands."""

    OWN = "own"
    """Beside the products of whoever scores."""
    NOTICE = "notice"
    """Above everything: somebody should look at it."""
    PAGE = "page"
    """Among the pages that belong to the meeting."""


@dataclass(frozen=True)
class Way:
    """Where a meeting's page leads on to in a package above."""

    words: Text
    url: str
    icon: str
    kind: WayKind = WayKind.PAGE


_after: list[Callable[[AgendaItem], str]] = []
_ways: list[Callable[[Who, Meeting], Iterable[Way]]] = []


def register_ways(ask: Callable[[Who, Meeting], Iterable[Way]]) -> None:
    """Lets a package above lead on from a meeting's page."""
    if ask not in _ways:
        _ways.append(ask)


def ways(who: Who, meeting: Meeting) -> list[Way]:
    """Where this person may go on to from the meeting."""
    return [way for ask in _ways for way in ask(who, meeting)]


def register_after(after: Callable[[AgendaItem], str]) -> None:
    """Lets a package above say on the page of a result what became of it."""
    _after.append(after)


def after(item: AgendaItem) -> str:
    """What became of the result, in a sentence; empty where it counts."""
    return next((words for ask in _after if (words := ask(item))), "")


def other_meetings(item: AgendaItem) -> list[AgendaItem]:
    """The same dossier at other meetings, the latest first."""
    rows = AgendaItem.objects.filter(dossier=item.dossier_id).exclude(pk=item.pk)
    return list(rows.select_related("meeting", "dossier__product").order_by("-created_at", "-pk"))
