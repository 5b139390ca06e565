"""Rút ý tưởng: an idea is taken back before it is decided; what was written is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEA
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import refuse_owner
from ocop.casework.ideas.states import WORKFLOW
from ocop.casework.ideas.writes.telling import tell_deciders
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition, words


class AsksNoReason(Asks):
    """Who takes an idea back need not say why."""

    gives = frozenset({"reason"})

    def given(self) -> Mapping[str, Any]:
        """Nothing said."""
        return {"reason": ""}


@recorded
def withdraw_idea(idea: Idea, *, by: Person, at: datetime, reason: str = "") -> None:
    """Takes an idea back before it is decided; the office that had it is told. Refused to strangers and
    afterwards.
    """
    ensure(refuse_owner(who_is(by, at), held(idea)))
    transition(idea, "withdraw", by=by, at=at, reason=reason, changes={"updated_at": at})
    if idea.submitted_at is not None:
        tell_deciders(
            idea,
            "withdrawn",
            words(_("Đã rút ý tưởng “%(idea)s”"), idea=idea.name),
            words(_("%(whose)s đã rút ý tưởng."), whose=idea.whose),
            at=at,
        )


WITHDRAW = Act(
    about=IDEA,
    name="withdraw",
    path="rut/",
    move=WORKFLOW.move("withdraw"),
    refuse=refuse_owner,
    form=AsksNoReason,
    do=withdraw_idea,
    heading=lambda idea: words(_("Rút ý tưởng “%(idea)s”?"), idea=idea.name),
    lead=_("Ý tưởng không được xem xét nữa. Nội dung vẫn được giữ."),
    said=_("Đã rút ý tưởng."),
    then=lambda _idea, _made: reverse("ideas:own"),
    danger=True,
    template="ui/confirm.html",
)
