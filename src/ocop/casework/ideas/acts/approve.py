"""Duyệt ý tưởng: the office takes an idea up; a dossier can be made of it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEA
from ocop.casework.ideas.labels import DECIDERS
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import refuse_decider
from ocop.casework.ideas.selectors.likeness import alike_to
from ocop.casework.ideas.states import WORKFLOW
from ocop.casework.ideas.writes.moves import decide
from ocop.casework.ideas.writes.telling import tell_owners
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, words


@recorded
def approve_idea(idea: Idea, *, by: Person, at: datetime) -> None:
    """Approves an idea that waits; who has it learns that a dossier can be made.

    Refused to every other level, to the idea's own people, and from another step.
    """
    ensure(refuse_decider(who_is(by, at), held(idea)))
    decide(idea, "approve", by=by, at=at, decided_at=at, decided_by=by, approved_at=at)
    who = DECIDERS[idea.decided_level]
    tell_owners(
        idea,
        "approved",
        words(_("Đã duyệt ý tưởng “%(idea)s”"), idea=idea.name),
        words(_("%(who)s đã duyệt. Mở ý tưởng để làm hồ sơ, không phải ghi lại."), who=who),
        at=at,
    )


APPROVE = Act(
    about=IDEA,
    name="approve",
    path="duyet/",
    move=WORKFLOW.move("approve"),
    refuse=refuse_decider,
    do=approve_idea,
    heading=lambda idea: words(_("Duyệt ý tưởng “%(idea)s”?"), idea=idea.name),
    lead=_("Ý tưởng được duyệt thì thành sản phẩm và hồ sơ, không phải ghi lại."),
    said=_("Đã duyệt; người có ý tưởng được báo."),
    show=lambda form: {"matches": alike_to(form.thing, form.who), "is_deciding": True},
    template="ideas/approve.html",
)
