"""Bỏ chỉ tiêu: an indicator that was put down wrongly; it stays on record with why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import INDICATOR
from ocop.casework.samples.models import Indicator
from ocop.casework.samples.permissions import refuse_indicator
from ocop.casework.samples.states import SampleState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import ReasonField


class AsksWhy(Asks):
    """Why."""

    reason = ReasonField(max_length=300)


def refuse_drop_indicator(who: Who, indicator: Indicator) -> Refusal | None:
    """Officers and secretaries, until there is a result."""
    if refusal := refuse_indicator(who, indicator):
        return refusal
    if indicator.sample.state in {SampleState.TAKEN, SampleState.SENT} and not indicator.drop_reason:
        return None
    return Refusal(
        "indicator_final",
        _("Không bỏ chỉ tiêu này được nữa."),
        _("Mẫu đã có kết quả hoặc đã huỷ."),
        _("Kết quả ghi sai thì gạt phiếu kết quả kèm lý do rồi ghi lại."),
    )


@recorded
def drop_indicator(indicator: Indicator, *, reason: str, by: Person, at: datetime) -> None:
    """It is not asked any more. Refused to all but officers and secretaries of the province, once there is a
    result, without a reason.
    """
    held(indicator.sample)
    ensure(refuse_drop_indicator(who_is(by, at), indicator))
    ensure(None if reason.strip() else Refusal("no_reason", _("Ghi rõ lý do.")))
    indicator.drop_reason = reason.strip()
    indicator.save(update_fields=["drop_reason"])
    data = {"indicator": indicator.name}
    record("sample.drop_indicator", indicator.sample, by=by, at=at, reason=reason, data=data)


def which(form: Asks) -> Mapping[str, Any]:
    """The indicator and its limit."""
    return {"details": [(form.thing.name, form.thing.limit_words)]}


DROP_INDICATOR = Act(
    about=INDICATOR,
    name="drop_indicator",
    path="bo/",
    refuse=refuse_drop_indicator,
    form=AsksWhy,
    do=drop_indicator,
    show=which,
    button=_("Bỏ chỉ tiêu"),
    said=_("Đã bỏ chỉ tiêu."),
    danger=True,
)
