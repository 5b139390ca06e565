"""Bỏ dự thảo: gives a draft up, so that another plan of the year can be written."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, recorded, transition
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.forms.plans import AsksShortReason
from ocop.registers.programme.models import Plan
from ocop.registers.programme.permissions import refuse_draft_change
from ocop.registers.programme.rules import PLAN_WORKFLOW
from ocop.registers.programme.writes.holding import held_plan


@recorded
def drop_plan(plan: Plan, *, reason: str, by: Person, at: datetime) -> Plan:
    """Gives a draft up, so that another plan of the year can be written; it stays on record.

    Refused: other offices; issued; no reason; where work of other parts of the programme rests on it.
    """
    stored = held_plan(plan)
    ensure(refuse_draft_change(who_is(by, at), stored) or _refuse_used(stored))
    data = {
        "place": stored.place.code, "year": stored.year, "name": stored.name,
        "targets": list(stored.targets.filter(in_force=True).values_list("name", flat=True)),
        "tasks": list(stored.tasks.filter(in_force=True).values_list("name", flat=True)),
    }  # fmt: skip
    transition(stored, "drop", by=by, at=at, reason=reason, data=data)
    return stored


def _refuse_used(plan: Plan) -> Refusal | None:
    """Whatever another package has written about it."""
    others = [one for one in Plan._meta.related_objects if one.related_model._meta.app_label != "programme"]
    for one in others:
        found = one.related_model._default_manager.filter(**{one.field.name: plan}).first()
        if found is not None:
            return Refusal(
                "plan_used",
                gettext("Dự thảo đang được dùng cho “%(thing)s”.") % {"thing": found},
                gettext("Việc đó ghi theo kế hoạch này."),
                gettext("Chuyển việc đó sang kế hoạch khác trước."),
            )
    return None


DROP_PLAN = Act(
    about=PLAN,
    name="plan_drop",
    path="bo/",
    move=PLAN_WORKFLOW.move("drop"),
    refuse=refuse_draft_change,
    form=AsksShortReason,
    do=drop_plan,
    heading=lambda plan: gettext("Bỏ dự thảo kế hoạch năm %(year)s?") % {"year": plan.year},
    lead=_(
        "Dự thảo không mở lại được; lịch sử vẫn giữ lý do và nội dung chính. Sau đó lập được kế hoạch "
        "khác cho năm này."
    ),
    said=_("Đã bỏ dự thảo."),
    then=lambda _plan, _dropped: reverse("programme:plans"),
    template="ui/confirm.html",
    danger=True,
)
