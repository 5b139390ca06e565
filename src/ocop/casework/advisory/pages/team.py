"""The team with what waits for its report, and what it says of one product."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ocop.casework.advisory.about import find_dossier, find_programme, head, page_of, see_dossier
from ocop.casework.advisory.acts import ABOUT_A_PRODUCT, ABOUT_THE_TEAM
from ocop.casework.advisory.acts.score import AsksTeamSheet, shown
from ocop.casework.advisory.labels import STATE_KINDS, state_word
from ocop.casework.advisory.models import Report
from ocop.casework.advisory.pages.shown import points_for
from ocop.casework.advisory.permissions import (
    BEFORE_THE_RESULT,
    interests,
    own_sheet,
    reads_advice,
    refuse_score,
    refuse_see_team,
    refuse_set_up,
    team_seat,
)
from ocop.casework.advisory.selectors import beside, team_on
from ocop.casework.advisory.states import ReportState
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.refusals import ensure

MOST_SHOWN = 200


def team(request: PersonRequest) -> HttpResponse:
    """Members with functions and periods, and the products before the council, those without report first."""
    who = request.who
    programme = find_programme(who)
    ensure(refuse_see_team(who, programme))
    found = team_on(programme, who.at)
    in_force = Report.objects.filter(dossier=OuterRef("pk"), state=ReportState.HANDED_IN)
    rows = Dossier.objects.filter(state__in=sorted(BEFORE_THE_RESULT)).with_names()
    waiting = rows.annotate(is_reported=Exists(in_force)).order_by("is_reported", "accepted_at", "pk")
    said, day = interests(who), timezone.localdate(who.at)
    context = {
        "team": found,
        "members": [] if found is None else found.seats.select_related("person", "ended_by"),
        "ends": refuse_set_up(who, programme) is None,
        "day": day,
        "products": [(one, page_of(one), said.get(one.pk)) for one in waiting[:MOST_SHOWN]],
        "is_member": team_seat(who) is not None,
        "buttons": [one for one in buttons(ABOUT_THE_TEAM, who, programme) if one.refusal is None],
    }
    return render(request, "advisory/team.html", context)


def product(request: PersonRequest, key: UUID) -> HttpResponse:
    """The report in force, the team's points, earlier versions, the own declaration and sheet."""
    who = request.who
    dossier = find_dossier(who, key)
    see_dossier(who, dossier)
    reads, said = reads_advice(who, dossier), interests(who).get(dossier.pk)
    versions = Report.objects.filter(dossier=dossier).select_related("written_by") if reads else []
    is_member = team_seat(who) is not None
    offered = buttons(ABOUT_A_PRODUCT, who, dossier) if is_member else []
    context = head(dossier) | {
        "advice": beside(dossier) if reads else None,
        "reads": reads,
        "points": points_for(who, dossier) if reads else None,
        "sheet": own_sheet(who, dossier) if is_member and said is False else None,
        "said": said,
        "is_member": is_member,
        "versions": [(one, state_word(one.state), STATE_KINDS[ReportState(one.state)]) for one in versions],
        "buttons": [one for one in offered if one.refusal is None],
    }
    return render(request, "advisory/product.html", context)


def progress(request: PersonRequest, key: UUID) -> HttpResponse:
    """How far the own sheet is, for the page on which it is filled in."""
    who = request.who
    dossier = find_dossier(who, key)
    see_dossier(who, dossier)
    ensure(refuse_score(who, dossier))
    form = AsksTeamSheet(who=who, thing=dossier)
    return render(request, "advisory/progress.html", {**shown(form)})
