"""Mở kiểm tra đột xuất: what a shopper told is a reason (article 9(2)(a))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import REPORT
from ocop.casework.inspections.acts.open import refuse_products, refuse_team
from ocop.casework.inspections.forms import AsksProducts, AsksTeam
from ocop.casework.inspections.models import Inspection, MisuseReport
from ocop.casework.inspections.permissions import refuse_triage
from ocop.casework.inspections.states import REPORT_WORKFLOW
from ocop.casework.inspections.writes.office import open_rows
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import ReasonField
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class AsksSurprise(AsksTeam, AsksProducts):
    """Which products, when, by whom, why."""

    reason = ReasonField(label=_("Lý do kiểm tra đột xuất"))
    field_order = ("codes", "starts_on", "team", "guests", "reason")
    beside = AsksProducts.beside | {"team_": "team"}
    gives = frozenset({"recognitions", "starts_on", "team", "guests", "reason"})

    def known(self) -> Mapping[str, Any]:
        """The product of the report, today, and what was told."""
        one = self.thing.recognition
        codes = "" if one is None else one.certificate_code or one.product_code or one.product.slug
        reason = _("Theo phản ánh %(ticket)s.") % {"ticket": self.thing.printed_ticket}
        return {"codes": codes, "starts_on": timezone.localdate(self.who.at), "reason": reason}


@recorded
def inspect_reported(
    report: MisuseReport,
    *,
    recognitions: Sequence[Recognition],
    starts_on: date,
    team: Sequence[Person] | QuerySet[Person],
    reason: str,
    by: Person,
    at: datetime,
    guests: str = "",
) -> Inspection:
    """Opens a surprise inspection for a report. Refused to all but officers of the province, without a
    reason, and as opening any inspection is.
    """
    ensure(refuse_triage(who_is(by, at), held(report)))
    if report.state not in REPORT_WORKFLOW.move("inspect").sources or not reason.strip():
        ensure(refuse_state(report, INSPECT.label))
    holding(Programme.objects).get(pk=report.programme_id)
    ensure(refuse_products(recognitions))
    ensure(refuse_team(report.programme, list(team), at))
    inspection = open_rows(
        report.programme, recognitions[0].product.producer, recognitions,
        starts_on=starts_on, team=team, plan=None, because=reason.strip(), guests=guests, by=by, at=at,
    )  # fmt: skip
    changes = {"inspection": inspection, "handled_by": by}
    transition(report, "inspect", by=by, at=at, reason=reason, changes=changes)
    return inspection


INSPECT = Act(
    about=REPORT,
    name="inspect",
    path="kiem-tra/",
    move=REPORT_WORKFLOW.move("inspect"),
    refuse=refuse_triage,
    form=AsksSurprise,
    do=inspect_reported,
    said=_("Đã mở cuộc kiểm tra đột xuất."),
    then=lambda _report, inspection: inspection.get_absolute_url(),
    weight="main",
    begins=True,
)
