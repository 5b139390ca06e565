"""Ban hành kế hoạch kiểm tra: with the number and the day of the records office; from then on it stands."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import PLAN
from ocop.casework.inspections.models import InspectionPlan
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import PLAN_WORKFLOW
from ocop.casework.inspections.writes.office import file_numbered
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import DateField, TextField


class AsksIssue(Asks):
    """What the records office gave."""

    number = TextField(label=_("Số, ký hiệu kế hoạch"), max_length=60)
    issued_on = DateField(label=_("Ngày ban hành"))
    beside = {"number_": "number", "paper_": "number"}


@recorded
def issue_plan(plan: InspectionPlan, *, number: str, issued_on: date, by: Person, at: datetime) -> None:
    """Issues it. Refused to all but officers of the province, without products, for a number or a day that
    cannot be.
    """
    ensure(refuse_handle(who_is(by, at), held(plan)))
    if plan.state not in PLAN_WORKFLOW.move("issue").sources:
        ensure(refuse_state(plan, ISSUE.label))
    if not plan.lines.filter(removed_because="").exists():
        ensure(Refusal("plan_empty", _("Kế hoạch chưa có sản phẩm nào."), "", _("Thêm sản phẩm trước.")))
    paper = file_numbered(
        plan.programme, number=number, issued_on=issued_on, kind=PaperKind.PLAN, symbol="KH-SNNMT",
        subject=f"kiểm tra, giám sát sản phẩm OCOP năm {plan.year}", by=by, at=at,
    )  # fmt: skip
    changes = {"paper": paper, "issued_by": by, "issued_at": at}
    data = {"number": paper.number, "issued_on": issued_on.isoformat()}
    transition(plan, "issue", by=by, at=at, changes=changes, data=data)


ISSUE = Act(
    about=PLAN,
    name="issue",
    path="ban-hanh/",
    move=PLAN_WORKFLOW.move("issue"),
    refuse=refuse_handle,
    form=AsksIssue,
    do=issue_plan,
    lead=_("Sau khi ban hành, kế hoạch giữ nguyên; kiểm tra ngoài kế hoạch phải ghi lý do."),
    said=_("Đã ban hành kế hoạch."),
    weight="main",
)
