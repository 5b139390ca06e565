"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.ideas.labels import DECIDERS, KINDS_OF_STATES, NEXT_STEPS, idea_state_name
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.permissions import level_at, refuse_read_sheet
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.foundation.ui.words import said
from ocop.registers.products.selectors import regulation_on

SPACE = "ideas"
_WAITS = {IdeaState.DRAFT, IdeaState.RETURNED, IdeaState.APPROVED}
"""The states in which it is the turn of who has the idea."""


def find_idea(_who: Who, key: UUID) -> Idea:
    """The idea of this address."""
    idea = the_one(Idea.objects.with_names().select_related("created_by").filter(key=key))
    if idea is None:
        raise _no_idea()
    return idea


def see_idea(who: Who, idea: Idea) -> None:
    """An idea that is not for this person is not there."""
    if not Idea.objects.visible_to(who.person, who.at).filter(pk=idea.pk).exists():
        raise _no_idea()


def _no_idea() -> Http404:
    return Http404(_("Không có ý tưởng này."))


def head(idea: Idea) -> dict[str, Any]:
    """What the head of every page about an idea says."""
    state = IdeaState(idea.state)
    step = "" if idea.used_at else NEXT_STEPS.get(state, "")
    level = DECIDERS[level_at(timezone.now())]
    return {
        "idea": idea,
        "name": idea.name,
        "kicker": _("Ý tưởng sản phẩm"),
        "place": f"{idea.whose} · {idea.place.local_full_name}",
        "stage": idea_state_name(state),
        "stage_kind": KINDS_OF_STATES[state],
        "next_step": step,
        "holder": "" if not step else idea.whose if state in _WAITS else level,
        "cancel_url": idea.get_absolute_url(),
    }


def facts(idea: Idea) -> list[tuple[Any, Any]]:
    """What was answered, question by question."""
    regulation = regulation_on(timezone.localdate())
    leaf = regulation.leaves.get(idea.leaf) if regulation else None
    rows = [
        (gettext_lazy("Ý tưởng của"), idea.proposer),
        (gettext_lazy("Điện thoại"), idea.proposer_phone),
        (gettext_lazy("Xã, phường"), idea.place.local_full_name),
        (gettext_lazy("Nguyên liệu địa phương"), idea.material),
        (gettext_lazy("Sản phẩm thế nào"), idea.description),
        (gettext_lazy("Bán cho ai, ở đâu"), idea.market),
        (gettext_lazy("Cần giúp gì"), idea.help_wanted),
        (gettext_lazy("Nhóm sản phẩm"), said(leaf.label) if leaf else ""),
    ]
    return [(term, value) for term, value in rows if value]


def find_sheet(_who: Who, key: UUID) -> IdeaSheet:
    """The workbook of this address."""
    sheet = the_one(IdeaSheet.objects.select_related("file").filter(key=key))
    if sheet is None:
        raise Http404
    return sheet


def see_sheet(who: Who, sheet: IdeaSheet) -> None:
    """Somebody else's workbook is not there."""
    if refuse_read_sheet(who, sheet) is not None:
        raise Http404


IDEA = Matter(
    space=SPACE,
    address="y-tuong/<uuid:key>/",
    find=find_idea,
    keys=lambda idea: {"key": idea.key},
    back=Idea.get_absolute_url,
    head=head,
    see=see_idea,
)

IDEAS = Matter(
    space=SPACE,
    address="y-tuong/",
    back=lambda _none: reverse("ideas:own"),
    head=lambda _none: {"cancel_url": reverse("ideas:own")},
)

SHEET = Matter(
    space=SPACE,
    address="y-tuong/bang/<uuid:key>/",
    find=find_sheet,
    keys=lambda sheet: {"key": sheet.key},
    back=IdeaSheet.get_absolute_url,
    head=lambda sheet: {"sheet": sheet},
    see=see_sheet,
)

SHEETS = Matter(
    space=SPACE,
    address="y-tuong/bang/",
    back=lambda _none: reverse("ideas:desk"),
    head=lambda _none: {"cancel_url": reverse("ideas:desk")},
)
