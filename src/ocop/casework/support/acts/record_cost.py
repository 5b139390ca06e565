"""Ghi khoản chi: what was paid, from which line of the plan's budget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import refuse_to_come
from ocop.casework.support.labels.facts import money
from ocop.casework.support.models import Activity, Cost
from ocop.casework.support.permissions import refuse_add
from ocop.casework.support.permissions.files import COST_FILES
from ocop.casework.support.rules.facts import MOST_MONEY
from ocop.casework.support.selectors import spent_by_line, spent_on
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, MoneyField, TextField
from ocop.kernel.text import one_line
from ocop.registers.programme.models import BudgetLine


class AsksCost(Asks):
    """How much, from which line, when; a line that would be overdrawn asks once more."""

    budget_line = forms.ModelChoiceField(
        BudgetLine.objects.none(), label=_("Dòng kinh phí"), empty_label=_("Chọn dòng kinh phí")
    )
    amount = MoneyField(label=_("Số tiền (đồng)"), min_value=1, max_value=MOST_MONEY)
    paid_on = DateField(label=_("Ngày chi"))
    note = TextField(label=_("Nội dung chi"), required=False, max_length=300)
    upload = UploadField(label=_("Chứng từ"), required=False)
    accept_over = forms.BooleanField(label=_("Vẫn ghi dù vượt số còn lại của dòng kinh phí"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = BudgetLine.objects.filter(plan=self.thing.plan, in_force=True).order_by("pk")
        spent = spent_by_line(self.thing.plan) if self.thing.plan else {}
        line: Any = self.fields["budget_line"]
        line.queryset = lines
        line.label_from_instance = lambda one: _line_words(one, spent.get(one.pk, 0))

    def known(self) -> Mapping[str, Any]:
        """Today."""
        return {"paid_on": timezone.localdate(self.who.at)}

    def offer_to_accept(self) -> bool:
        """Whether the box for going over is shown: only after a refusal said so."""
        return self.is_bound and "over_line" in {error.code for error in self.non_field_errors().as_data()}


def _line_words(line: BudgetLine, spent: int) -> str:
    """A line with its source and what it still has."""
    left = gettext("chưa rõ số tiền")
    if line.amount is not None:
        left = gettext("còn %(left)s") % {"left": money(max(line.amount - spent, 0))}
    words = {"name": line.name, "source": line.get_source_display(), "left": left}
    return gettext("%(name)s · %(source)s · %(left)s") % words


def refuse_cost(who: Who, activity: Activity) -> Refusal | None:
    """Nothing is added to what was cancelled; without a plan there is no source."""
    return refuse_add(who, activity) or (_no_source() if activity.plan_id is None else None)


def _no_source() -> Refusal:
    return Refusal(
        "no_budget_line",
        gettext("Khoản chi chưa có nguồn."),
        gettext("Mỗi khoản chi phải lấy từ một dòng kinh phí của kế hoạch."),
        gettext("Gắn hoạt động với kế hoạch, rồi chọn dòng kinh phí."),
    )


@recorded
def record_cost(
    activity: Activity,
    *,
    budget_line: BudgetLine | None,
    amount: int,
    paid_on: date,
    by: Person,
    at: datetime,
    note: str = "",
    upload: File[Any] | None = None,
    accept_over: bool = False,
) -> Cost:
    """Records a payment. `accept_over` says that more than the line still has was agreed to.

    Refused without a budget line, from a line of another plan, for no amount, on a day that has not come, and
    above what the line still has unless that was agreed to.
    """
    ensure(refuse_cost(who_is(by, at), held(activity)))
    if budget_line is None:
        raise Refused(_no_source())
    line = holding(BudgetLine.objects).get(pk=budget_line.pk)
    ensure(_refuse_payment(activity, line, amount))
    ensure(refuse_to_come(paid_on, at))
    is_over = _check_line(line, amount, accept_over)
    file = store(upload, owner=COST_FILES, by=by, at=at) if upload is not None else None
    cost = Cost.objects.create(
        activity=activity, budget_line=line, amount=amount, paid_on=paid_on, note=one_line(note), file=file
    )
    data = {
        "cost": cost.pk, "line": line.pk, "amount": amount, "paid_on": paid_on.isoformat(), "over": is_over,
    }  # fmt: skip
    record("activity.cost", activity, by=by, at=at, data=data)
    return cost


def _refuse_payment(activity: Activity, line: BudgetLine, amount: int) -> Refusal | None:
    if line.plan_id != activity.plan_id or not line.in_force:
        return Refusal(
            "line_of_other_plan",
            gettext("Dòng kinh phí này không thuộc kế hoạch của hoạt động."),
            "",
            gettext("Chọn dòng kinh phí của đúng kế hoạch."),
        )
    if not 0 < amount <= MOST_MONEY:
        return Refusal(
            "amount_wrong",
            gettext("Số tiền phải lớn hơn 0 và hợp lý."),
            "",
            gettext("Ghi số tiền bằng đồng."),
        )
    return None


def _check_line(line: BudgetLine, amount: int, accept_over: bool) -> bool:
    """Whether it goes over; a line whose amount is not known cannot be overdrawn."""
    if line.amount is None:
        return False
    left = line.amount - spent_on(line)
    if amount > left and not accept_over:
        raise Refused(_over_line(left))
    return amount > left


def _over_line(left: int) -> Refusal:
    return Refusal(
        "over_line",
        gettext("Dòng kinh phí chỉ còn %(left)s.") % {"left": money(max(left, 0))},
        gettext("Khoản chi này vượt quá số còn lại."),
        gettext("Sửa số tiền, chọn dòng khác, hoặc đánh dấu “Vẫn ghi” nếu đã được đồng ý."),
    )


RECORD_COST = Act(
    about=ACTIVITY,
    name="cost",
    path="khoan-chi/",
    refuse=refuse_cost,
    form=AsksCost,
    do=record_cost,
    button=_("Ghi khoản chi"),
    said=_("Đã ghi khoản chi."),
    template="support/cost.html",
)
