"""Xử lý tên trên mẫu: the name on the sample is not the dossier's, and somebody says why it counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.models import Sample
from ocop.casework.samples.permissions import refuse_decided, refuse_sample
from ocop.casework.samples.states import SampleState
from ocop.casework.samples.writes.holding import held_sample
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, AsksReason, Refusal, ensure, record, recorded


def refuse_settle(who: Who, sample: Sample) -> Refusal | None:
    """Officers and secretaries, where the names differ and nobody has said why."""
    if refusal := refuse_sample(who, sample) or refuse_decided(sample.demand.dossier):
        return refusal
    if sample.is_named:
        return Refusal("name_settled", _("Tên trên mẫu không còn gì phải xử lý."))
    return None


@recorded
def settle_name(sample: Sample, *, reason: str, by: Person, at: datetime) -> None:
    """From now on its result counts. A sample of another product is made void instead. Refused to all but
    officers and secretaries of the province, where the names agree, a second time, without a reason.
    """
    ensure(refuse_settle(who_is(by, at), held_sample(sample)))
    ensure(None if reason.strip() else Refusal("no_reason", _("Ghi rõ lý do.")))
    sample.name_reason = reason.strip()
    sample.save(update_fields=["name_reason"])
    data = {"dossier": sample.product_name, "sample": sample.name_on_sample}
    record("sample.settle_name", sample, by=by, at=at, reason=sample.name_reason, data=data)


def both_names(form: Asks) -> Mapping[str, Any]:
    """As the dossier and as the sample has it."""
    sample = form.thing
    return {"details": [(_("Trong hồ sơ"), sample.product_name), (_("Trên mẫu"), sample.name_on_sample)]}


SETTLE_NAME = Act(
    about=SAMPLE,
    name="settle_name",
    path="ten/",
    when=frozenset(SampleState) - {SampleState.VOID},
    refuse=refuse_settle,
    form=AsksReason,
    do=settle_name,
    show=both_names,
    button=_("Xử lý tên trên mẫu"),
    lead=_("Nếu mẫu là của sản phẩm khác, không ghi ở đây: huỷ mẫu và lấy mẫu đúng."),
    confirm=_("Đúng là sản phẩm này"),
    said=_("Đã ghi. Kết quả của mẫu này được tính."),
)
