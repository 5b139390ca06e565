"""One product of a meeting: progress, the tally with its working, and what may be done with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from ocop.casework.dossiers.labels.criteria import name
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import permissions
from ocop.casework.review.about import find_product, see_product
from ocop.casework.review.acts import (
    ABOUT_A_CORRECTION,
    ABOUT_A_PRODUCT,
    RECOMMEND,
    RESOLVE,
    RULE_ON_EARLIER,
    TALLY,
    VOTE,
)
from ocop.casework.review.labels import RESOLUTION_KINDS, item_state_name
from ocop.casework.review.models import AgendaItem, Correction
from ocop.casework.review.pages.shown import (
    criterion_lines,
    lights,
    minimum_lines,
    next_star_lines,
    proposal_words,
    working_steps,
)
from ocop.casework.review.papers import total_words
from ocop.casework.review.rules import ResolutionKind
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors import Bench, Tally, bench, drawn_stars, settled_by, tally_of
from ocop.casework.review.selectors.above import after, other_meetings
from ocop.casework.review.selectors.votes import is_old, vote_words
from ocop.casework.review.states import ItemState
from ocop.casework.samples.selectors import outcome_for
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Button, buttons
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.words import said

KINDS_OF_STATES = {
    ItemState.WAITING: "info",
    ItemState.SCORING: "wait",
    ItemState.DISPUTED: "warn",
    ItemState.TALLIED: "ok",
    ItemState.CLOSED: "ok",
    ItemState.EXCLUDED: "bad",
    ItemState.WITHDRAWN: "info",
    ItemState.REMOVED: "info",
}


def tally(request: PersonRequest, key: UUID) -> HttpResponse:
    """The product's page: who has sealed, and after all have, totals,
    minimums and the star with its working.
    """
    who, item = request.who, find_product(request.who, key)
    see_product(who, item)
    ensure(permissions.refuse_see_item(who, item))
    keeps = permissions.refuse_keep(who, item.meeting) is None
    may_see = permissions.refuse_see_tally(who, item) is None
    context = _head(item) | {"may_see": may_see, "test": outcome_for(item.dossier)}
    if item.meeting.rules_id and item.state == ItemState.SCORING and keeps:
        context["bench"] = bench(item, who.at)
    if may_see and item.meeting.rules_id:
        context |= _working(item)
    context |= _history(who, item, context.get("bench"))
    context["buttons"] = _buttons(who, item, context)
    context |= {"after": after(item), "other_meetings": other_meetings(item)}
    return render(request, "review/tally.html", context)


def _buttons(who: Who, item: AgendaItem, context: dict[str, Any]) -> list[Button]:
    """What this person may do now, where there is something to do."""
    judged = context.get("bench")
    idle = {
        TALLY.name: judged is None or bool(judged.waiting_for),
        RECOMMEND.name: not context.get("has_choice"),
        VOTE.name: not context.get("to_agree"),
        RESOLVE.name: not context.get("open_points"),
        RULE_ON_EARLIER.name: judged is None or not judged.undecided,
    }
    wanted = [act for act in ABOUT_A_PRODUCT if not idle.get(act.name)]
    return [one for one in buttons(wanted, who, item) if one.refusal is None]


def _history(who: Who, item: AgendaItem, judged: Bench | None) -> dict[str, Any]:
    """What did not stay, and what the chair has to decide about sheets."""
    asked = Correction.objects.filter(sheet__item=item).select_related("sheet__seat__person")
    rows = []
    for row in asked:
        row.sheet.item = item
        allowed = [one for one in buttons(ABOUT_A_CORRECTION, who, row) if one.refusal is None]
        rows.append((row, allowed))
    return {
        "earlier": item.earlier_results.select_related("by"),
        "rulings": item.rulings.select_related("seat__person", "by"),
        "corrections": rows,
        "undecided": [str(sheet.seat.person) for sheet in judged.undecided] if judged else [],
    }


def _head(item: AgendaItem) -> dict[str, Any]:
    product_set = set_of(item.dossier)
    facts = {one.name: said(one.label) for one in findings(product_set)}
    return {
        "item": item,
        "meeting": item.meeting,
        "product": item.dossier.product,
        "set_name": said(product_set.label),
        "stage": item_state_name(item.state),
        "stage_kind": KINDS_OF_STATES[ItemState(item.state)],
        "facts": [(facts.get(name, name), fact) for name, fact in item.facts.items()],
        "conflicts": item.declarations.filter(has_conflict=True).select_related("seat__person"),
    }


def _working(item: AgendaItem) -> dict[str, Any]:
    found = tally_of(item)
    if not found.sheets:
        return {}
    seats, far = found.seats, found.far
    members = [
        {
            "seat": seats[row.member],
            "total": row.total,
            "parts": [(code, points) for code, points in row.parts.items()],
            "is_far": row.member in far,
            "apart": abs(row.total - found.median) if found.median is not None else None,
            "leaves_mean": not row.counts,
            "code": next(sheet.code for sheet in found.sheets if str(sheet.seat_id) == row.member),
        }
        for row in found.result.members
    ]
    minimums = minimum_lines(found)
    return {
        "tally": found,
        "result": found.result,
        "drawn": drawn_stars(found.result.stars),
        "members": members,
        "total_words": total_words(item),
        "proposal": proposal_words(item),
        "lines": criterion_lines(found),
        "minimums": minimums,
        "unmet": [line for line in minimums if not line.is_met],
        "met_count": sum(line.is_met for line in minimums),
        "has_comments": any(sheet.general_comment or any(sheet.comments.values()) for sheet in found.sheets),
        "steps": working_steps(found),
        "next_lines": next_star_lines(found),
        "lights": lights(found.product_set, found.result),
        "notes": [said(label) for label in found.result.sentences()],
        "settled_by": settled_by(item),
        "to_agree": found.to_agree,
        "far": [row for row in members if row["is_far"]],
        "split_minimums": found.splits,
        "compared": found.compared,
        "part_codes": list(found.result.parts),
        "votes": _votes(item, found),
        "open_points": [RESOLUTION_KINDS[ResolutionKind(kind)] for kind in found.open_points],
        "over_limit": found.result.rescore,
        "has_choice": len(found.options) > 1,
        "resolutions": item.resolutions.select_related("by"),
        "sheets": found.sheets,
    }


def _votes(item: AgendaItem, found: Tally) -> list[dict[str, Any]]:
    """Every vote of the council about the product, with who voted for what."""
    return [
        {
            "criterion": name(found.product_set.criteria[vote.criterion]),
            "words": vote_words(vote),
            "votes": vote.votes,
            "is_old": is_old(item, vote),
            "at": vote.at,
            "by": vote.by,
        }
        for vote in item.votes.select_related("by")
    ]
