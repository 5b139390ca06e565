"""Trả lại để bổ sung: the office sends an idea back to whoever has it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEA
from ocop.casework.ideas.forms import AsksWhy
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import refuse_decider
from ocop.casework.ideas.states import WORKFLOW
from ocop.casework.ideas.writes.moves import decide
from ocop.casework.ideas.writes.telling import tell_owners
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, words


@recorded
def return_idea(idea: Idea, *, reason: str, by: Person, at: datetime) -> None:
    """Sends an idea back to be completed; who has it learns why. Refused as approving is, and without a
    reason.
    """
    ensure(refuse_decider(who_is(by, at), held(idea)))
    decide(idea, "return", by=by, at=at, reason=reason)
    tell_owners(
        idea,
        "returned",
        words(_("Cần bổ sung ý tưởng “%(idea)s”"), idea=idea.name),
        words(_("Lý do: %(reason)s Bổ sung rồi gửi lại."), reason=reason),
        at=at,
    )


RETURN = Act(
    about=IDEA,
    name="return",
    path="tra-lai/",
    move=WORKFLOW.move("return"),
    refuse=refuse_decider,
    form=AsksWhy,
    do=return_idea,
    lead=_("Người có ý tưởng được báo lý do, bổ sung rồi gửi lại."),
    confirm=_("Trả lại"),
    said=_("Đã trả lại; người có ý tưởng được báo."),
    template="ui/form.html",
)
