"""The page of one idea, and what looks like one that is being written down."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.ideas.about import facts, find_idea, head, see_idea
from ocop.casework.ideas.acts import ABOUT_AN_IDEA, APPROVE
from ocop.casework.ideas.labels import act_words
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import is_owner, refuse_open_from_idea
from ocop.casework.ideas.selectors import made_of
from ocop.casework.ideas.selectors.likeness import alike_to, look_alikes
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Text
from ocop.foundation.ui.parts import Happening
from ocop.foundation.ui.rows import the_one


@require_safe
def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """One idea: where it stands, what this person may do, what looks alike, what happened."""
    who = request.who
    idea = find_idea(who, key)
    see_idea(who, idea)
    is_deciding = APPROVE.is_open(idea) and APPROVE.refuse(who, idea) is None
    is_own = is_owner(who, idea)
    context = head(idea) | {
        "facts": facts(idea),
        "ways": _ways(who, idea),
        "matches": alike_to(idea, who) if is_deciding or (is_own and idea.is_editable) else [],
        "is_deciding": is_deciding,
        "entries": [
            Happening(act_words(row.action), row.at, row.by_name, row.reason) for row in history(idea)
        ],
        "is_owner": is_own,
        "dossier": made_of(idea),
    }
    return render(request, "ideas/detail.html", context)


def _ways(who: Who, idea: Idea) -> list[tuple[Text, str]]:
    """What the person may do now, the most likely first; the dossier is opened where dossiers are."""
    ways = [(one.label, one.url) for one in buttons(ABOUT_AN_IDEA, who, idea) if one.refusal is None]
    if refuse_open_from_idea(who, idea) is None:
        ways.insert(0, (_("Làm hồ sơ từ ý tưởng"), reverse("dossiers:from_idea", args=[idea.key])))
    return ways


@require_safe
def alike(request: PersonRequest) -> HttpResponse:
    """For the page that is being filled in: what looks like the name that was typed."""
    place = _commune(request.GET.get("place", ""), request.who)
    name = request.GET.get("name", "")[:200]
    found = look_alikes(name, place=place, who=request.who) if place else []
    return render(request, "ideas/_alike.html", {"matches": found})


def _commune(number: str, who: Who) -> Place | None:
    """The commune of this number in the database, if it stands now; whatever else was sent is none."""
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    communes = Place.objects.existing_on(timezone.localdate(who.at)).filter(level=Level.COMMUNE)
    return the_one(communes.with_parents().filter(pk=int(number)))
