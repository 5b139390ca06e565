"""Quyết định mẫu được tính: of several results one counts, and the office says why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import DEMAND
from ocop.casework.samples.labels import VERDICTS
from ocop.casework.samples.models import Choice, Demand, Retest, Sample
from ocop.casework.samples.permissions import refuse_decided, refuse_demand
from ocop.casework.samples.rules import Verdict
from ocop.casework.samples.states import DemandState, SampleState
from ocop.casework.samples.writes.holding import held_demand
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import RadioCards, ReasonField
from ocop.foundation.ui.parts import Card


class AsksChoice(Asks):
    """Which sample, and why."""

    sample = forms.ChoiceField(label=_("Mẫu được tính"), widget=RadioCards)
    reason = ReasonField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = tested(self.thing)
        self.by_code = {one.code: one for one in rows}
        self.fields["sample"].choices = [(one.code, Card(one.code, _said(one))) for one in rows]  # type: ignore[attr-defined]

    def given(self) -> Mapping[str, Any]:
        """The sample itself."""
        return self.cleaned_data | {"sample": self.by_code[self.cleaned_data["sample"]]}


def _said(sample: Sample) -> str:
    report = next(one for one in sample.reports.all() if not one.set_aside_reason)
    return f"{VERDICTS[Verdict(report.verdict)]} · {report.number}"


def tested(demand: Demand) -> list[Sample]:
    """Its samples with a result."""
    rows = demand.samples.filter(state=SampleState.TESTED)
    return list(rows.prefetch_related("reports"))


def refuse_choose(who: Who, demand: Demand) -> Refusal | None:
    """Officers and secretaries, where there are several results and none is awaited."""
    if refusal := refuse_demand(who, demand) or refuse_decided(demand.dossier):
        return refusal
    waiting = Retest.objects.filter(sample__demand=demand)
    if waiting.exclude(counter_sample__state=SampleState.TESTED).exists():
        return Refusal(
            "counter_sample_awaited",
            _("Mẫu đối chứng chưa có kết quả."),
            "",
            _("Đợi kết quả mẫu đối chứng rồi quyết định."),
        )
    if len(tested(demand)) < 2:
        return Refusal("one_result", _("Chỉ có một kết quả: kết quả đó được tính."))
    return None


@recorded
def choose_sample(demand: Demand, *, sample: Sample, reason: str, by: Person, at: datetime) -> Choice:
    """This result counts; the other stays to be read. Refused to all but officers and secretaries of the
    province, while a counter-sample is awaited, with one result, once the result is final, without a reason.
    """
    ensure(refuse_choose(who_is(by, at), held_demand(demand)))
    ensure(None if reason.strip() else Refusal("no_reason", _("Ghi rõ lý do.")))
    if sample.demand_id != demand.pk or sample.state != SampleState.TESTED:
        ensure(Refusal("other_sample", _("Mẫu này không có kết quả của sản phẩm.")))
    choice = Choice.objects.create(demand=demand, sample=sample, reason=reason.strip(), at=at, by=by)
    record("demand.choose", demand, by=by, at=at, reason=reason, data={"sample": sample.code})
    return choice


CHOOSE = Act(
    about=DEMAND,
    name="choose",
    path="chon-mau/",
    when=frozenset({DemandState.DUE}),
    refuse=refuse_choose,
    form=AsksChoice,
    do=choose_sample,
    button=_("Quyết định mẫu được tính"),
    lead=_("Cả hai kết quả được giữ; chỉ một kết quả được tính."),
    said=_("Đã ghi mẫu được tính."),
)
