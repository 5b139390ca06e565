"""Đến vụ, lấy mẫu: a product that was moved to a later round can be sampled now."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import DEMAND
from ocop.casework.samples.models import Demand
from ocop.casework.samples.permissions import refuse_demand
from ocop.casework.samples.states import DEMAND_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def resume_test(demand: Demand, *, by: Person, at: datetime) -> None:
    """The product is to be tested again. Refused to all but officers and secretaries of the province."""
    ensure(refuse_demand(who_is(by, at), held(demand)))
    transition(demand, "resume", by=by, at=at, changes={"until": ""})


RESUME = Act(
    about=DEMAND,
    name="resume",
    path="den-vu/",
    move=DEMAND_WORKFLOW.move("resume"),
    refuse=refuse_demand,
    do=resume_test,
    said=_("Đã đưa lại vào danh sách phải kiểm nghiệm."),
    weight="main",
)
