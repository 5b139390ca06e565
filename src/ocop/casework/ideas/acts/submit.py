"""Xem lại và gửi: everything once more, then the idea goes to the office that decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEA, facts
from ocop.casework.ideas.labels import DECIDERS
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import level_at, refuse_owner
from ocop.casework.ideas.selectors.likeness import alike_to
from ocop.casework.ideas.states import WORKFLOW
from ocop.casework.ideas.writes.moves import send
from ocop.casework.ideas.writes.telling import tell_deciders
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, words


@recorded
def submit_idea(idea: Idea, *, by: Person, at: datetime) -> None:
    """Sends the idea to the office that decides, which is told. Refused to strangers, from another step, and
    without a material.
    """
    ensure(refuse_owner(who_is(by, at), held(idea)))
    if idea.is_editable:
        ensure(_refuse_incomplete(idea))
    send(idea, by=by, at=at)
    tell_deciders(
        idea,
        "submitted",
        words(_("Ý tưởng mới: %(idea)s"), idea=idea.name),
        words(_("%(whose)s gửi ý tưởng. Xem rồi duyệt, trả lại hoặc từ chối."), whose=idea.whose),
        at=at,
    )


def _refuse_incomplete(idea: Idea) -> Refusal | None:
    if not missing(idea):
        return None
    return Refusal(
        "idea_incomplete",
        _("Ý tưởng chưa đủ để gửi."),
        _("Người duyệt cần biết làm từ nguyên liệu nào của địa phương."),
        _("Ghi nguyên liệu rồi gửi."),
    )


def missing(idea: Idea) -> list[str]:
    """What must be written before an idea can be sent, as fields."""
    return [name for name in ("name", "material", "proposer") if not getattr(idea, name).strip()]


def _shown(form: Asks) -> Mapping[str, Any]:
    """Who will answer, what was written, what is lacking, what looks alike."""
    idea, who = form.thing, form.who
    return {
        "lead": words(_("Trang 3/3. %(who)s sẽ xem và trả lời."), who=DECIDERS[level_at(who.at)]),
        "facts": facts(idea),
        "lacks": missing(idea),
        "matches": alike_to(idea, who),
    }


SUBMIT = Act(
    about=IDEA,
    name="submit",
    path="gui/",
    move=WORKFLOW.move("submit"),
    refuse=refuse_owner,
    do=submit_idea,
    button=_("Xem lại và gửi"),
    heading=_("Xem lại rồi gửi"),
    confirm=_("Gửi ý tưởng"),
    said=_("Đã gửi ý tưởng. Bạn được báo khi có kết quả."),
    show=_shown,
    template="ideas/submit.html",
)
