"""Dossiers of what is recognised already: which recognition, what was said anew, papers that ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ocop.casework.dossiers.models import Dossier, Evidence, Submission
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.rules.renewing import Heading, Said, Timing, Window, window_of
from ocop.casework.dossiers.states import DossierState
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import Standing, StandingKind
from ocop.registers.products.selectors import standing_of

HOLDS = frozenset({StandingKind.NOT_YET, StandingKind.VALID, StandingKind.EXTENDED})


def recognition_on(product: Product, day: date) -> tuple[Recognition, Standing] | None:
    """The recognition that stands for the product on a day, with its standing: the last one that holds, else
    the last one known; None where there is none. Two statements.
    """
    rows = product.recognitions.prefetch_related("events").order_by("year", "decided_on", "pk")
    found = [(one, standing_of(one, day)) for one in rows]
    known = [pair for pair in found if pair[1].kind != StandingKind.NOT_RECOGNISED]
    good = [pair for pair in known if pair[1].kind in HOLDS]
    return next(iter([*good[::-1], *known[::-1]]), None)


def awaits_ministry(product: Product) -> bool:
    """Whether the province sent a result to the ministry, and no recognition of 5 stars came since."""
    sent = product.dossiers.filter(outcome=Outcome.PROPOSED_TO_MINISTRY).order_by("state_at", "pk").last()
    if sent is None:
        return False
    since = (sent.state_at or sent.updated_at).date()
    given = product.recognitions.filter(stars=5).values_list("decided_on", "year")
    return not any(on >= since if on else year >= since.year for on, year in given)


def former_of(product: Product) -> Dossier | None:
    """The product's last dossier with a result that was approved; none for recognitions from a register."""
    ended = (Outcome.RECOGNISED, Outcome.PROPOSED_TO_MINISTRY)
    rows = product.dossiers.filter(state=DossierState.CONCLUDED, outcome__in=ended)
    return rows.filter(submissions__isnull=False).order_by("submitted_at", "pk").last()


def window_for(dossier: Dossier) -> Window | None:
    """The days of filing of a re-evaluation; None for other dossiers, and where the end of the term is not
    known.
    """
    recognition = dossier.recognition if dossier.kind == DossierKind.RENEWAL else None
    expires_on = None if recognition is None else recognition.expires_on
    return None if expires_on is None else window_of(expires_on)


def timing_now(dossier: Dossier, day: date) -> Timing | None:
    """How a re-evaluation that was never filed would lie to its window on a day; None for others."""
    window = window_for(dossier)
    return None if window is None or dossier.submitted_at is not None else window.timing(day)


def updates_of(dossier: Dossier) -> dict[str, Said]:
    """What a re-evaluation says under its headings so far."""
    return {row.heading: Said(row.text, row.is_unchanged) for row in dossier.updates.all()}


@dataclass(frozen=True)
class Ended:
    """A paper of what was handed in whose last day is over, without a newer one in its place."""

    evidence_id: int
    title: str
    last_day: date


def ended_papers(dossier: Dossier, on: date) -> list[Ended]:
    """The papers of the last handing-in that do not hold on a day; one that was issued anew since is good.
    Two statements.
    """
    content = dossier.submissions.order_by("-number").values_list("content", flat=True).first()
    over = list(_over(content or {"evidence": []}, on))
    good = renewed_on([one.evidence_id for one in over], on) if over else set()
    return [one for one in over if one.evidence_id not in good]


def _over(content: dict[str, Any], on: date) -> Iterator[Ended]:
    for entry in content["evidence"]:
        last = date.fromisoformat(entry["expires_on"]) if entry["expires_on"] else None
        if last is not None and last < on:
            yield Ended(entry["id"], entry["title"], last)


def renewed_on(papers: list[int], on: date) -> set[int]:
    """Those of these papers for which a newer one holds on a day, however often it was issued anew. One
    statement for each time.
    """
    good: set[int] = set()
    ways = {pk: pk for pk in papers}  # the newest paper known, and the one it stands for
    while ways:
        rows = Evidence.objects.filter(renews__in=list(ways), is_withdrawn=False)
        further: dict[int, int] = {}
        for pk, renews, last in rows.values_list("pk", "renews", "expires_on"):
            first = ways[renews]  # type: ignore[index]  # filtered by it
            if last is None or last >= on:
                good.add(first)
            else:
                further[pk] = first
        ways = {pk: first for pk, first in further.items() if first not in good}
    return good


@dataclass(frozen=True)
class Beside:
    """What one heading says now and what it said the last time it was asked."""

    heading: Heading
    now: Said
    before: Said | None


def beside(now: dict[str, Any], before: dict[str, Any] | None) -> list[Beside]:
    """The nine headings of two contents side by side; nothing for contents that have none."""
    if "updates" not in now:
        return []
    old = (before or {}).get("updates")
    return [
        Beside(heading, _said(now["updates"], heading), None if old is None else _said(old, heading))
        for heading in Heading
    ]


def _said(updates: dict[str, Any], heading: Heading) -> Said:
    return Said(**updates.get(heading, {}))


def last_content(dossier: Dossier | None) -> dict[str, Any] | None:
    """What a former dossier said when it was handed in the last time; None without one."""
    rows = Submission.objects.filter(dossier=dossier).order_by("-number")
    return None if dossier is None else rows.values_list("content", flat=True).first()
