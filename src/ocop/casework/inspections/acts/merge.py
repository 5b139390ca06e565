"""Gộp với phản ánh trước: the same thing was told before; it is looked at once."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import REPORT
from ocop.casework.inspections.models import MisuseReport
from ocop.casework.inspections.permissions import refuse_triage
from ocop.casework.inspections.states import REPORT_WORKFLOW, ReportState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition
from ocop.foundation.ui.forms import TextField
from ocop.kernel.codes import normalise_crockford


class AsksEarlier(Asks):
    """The code of the other report."""

    ticket = TextField(label=_("Mã phản ánh trước"), max_length=40)
    gives = frozenset({"into"})
    beside = {"into_": "ticket"}

    def clean_ticket(self) -> str:
        """A code as it is printed on the page of the other one."""
        typed: str = self.cleaned_data["ticket"]
        self.into = MisuseReport.objects.filter(
            ticket=normalise_crockford(typed), programme=self.thing.programme
        ).first()
        if self.into is None:
            raise forms.ValidationError(_("Không có phản ánh nào mang mã này."), code="into_unknown")
        return typed

    def given(self) -> dict[str, MisuseReport | None]:
        """The other report."""
        return {"into": self.into}


@recorded
def merge_report(report: MisuseReport, *, into: MisuseReport, by: Person, at: datetime) -> None:
    """Joins a report with an earlier one. Refused to all but officers of the province, with itself, with one
    that came later, with one that was joined itself.
    """
    ensure(refuse_triage(who_is(by, at), held(report)))
    ensure(_refuse_into(report, held(into)))
    changes = {"merged_into": into, "handled_by": by}
    transition(report, "merge", by=by, at=at, changes=changes, data={"into": into.pk})


def _refuse_into(report: MisuseReport, into: MisuseReport) -> Refusal | None:
    if into.pk == report.pk or into.received_at > report.received_at:
        return Refusal("into_later", _("Chỉ gộp vào một phản ánh khác đã nhận trước."))
    if into.state == ReportState.MERGED:
        return Refusal(
            "into_merged", _("Phản ánh đó đã được gộp."), "", _("Gộp vào phản ánh mà nó được gộp vào.")
        )
    return None


MERGE = Act(
    about=REPORT,
    name="merge",
    path="gop/",
    move=REPORT_WORKFLOW.move("merge"),
    refuse=refuse_triage,
    form=AsksEarlier,
    do=merge_report,
    said=_("Đã gộp."),
)
