"""Không xử lý thêm: the office has looked; the shopper reads why."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import REPORT
from ocop.casework.inspections.models import MisuseReport
from ocop.casework.inspections.permissions import refuse_triage
from ocop.casework.inspections.states import REPORT_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition
from ocop.foundation.ui.forms import ReasonField


class AsksAnswer(Asks):
    """Why: the shopper reads it."""

    reason = ReasonField(help_text=_("Người phản ánh đọc được câu này."))


@recorded
def dismiss_report(report: MisuseReport, *, reason: str, by: Person, at: datetime) -> None:
    """Ends a report without more. Refused to all but officers of the province, and without a reason."""
    ensure(refuse_triage(who_is(by, at), held(report)))
    changes = {"answer": reason.strip(), "handled_by": by}
    transition(report, "dismiss", by=by, at=at, reason=reason, changes=changes)


DISMISS = Act(
    about=REPORT,
    name="dismiss",
    path="thoi/",
    move=REPORT_WORKFLOW.move("dismiss"),
    refuse=refuse_triage,
    form=AsksAnswer,
    do=dismiss_report,
    said=_("Đã ghi. Người phản ánh đọc được lý do bằng mã của họ."),
)
