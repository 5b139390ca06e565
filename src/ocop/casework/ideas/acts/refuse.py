"""Không duyệt: an idea ends here."""

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
def refuse_idea(idea: Idea, *, reason: str, by: Person, at: datetime) -> None:
    """Refuses an idea for good; who has it learns why. Refused as approving is, and without a reason."""
    ensure(refuse_decider(who_is(by, at), held(idea)))
    decide(idea, "refuse", by=by, at=at, reason=reason, decided_at=at, decided_by=by)
    tell_owners(
        idea,
        "refused",
        words(_("Không duyệt ý tưởng “%(idea)s”"), idea=idea.name),
        words(_("Lý do: %(reason)s"), reason=reason),
        at=at,
    )


REFUSE = Act(
    about=IDEA,
    name="refuse",
    path="khong-duyet/",
    move=WORKFLOW.move("refuse"),
    refuse=refuse_decider,
    form=AsksWhy,
    do=refuse_idea,
    button=_("Không duyệt"),
    heading=_("Không duyệt ý tưởng"),
    lead=_("Ý tưởng dừng ở đây. Nếu chỉ cần bổ sung thì chọn trả lại."),
    said=_("Đã từ chối; người có ý tưởng được báo lý do."),
    template="ui/form.html",
)
