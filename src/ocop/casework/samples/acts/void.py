"""Huỷ mẫu: a sample was lost, spoiled, or is not of this product."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.models import Sample
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.states import SAMPLE_WORKFLOW
from ocop.casework.samples.writes.holding import held_sample
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded, transition


def refuse_void(who: Who, sample: Sample) -> Refusal | None:
    """Officers and secretaries, while no report on it was ever entered: a bad result is not made void."""
    if refusal := refuse_sample(who, sample):
        return refusal
    if not sample.reports.exists():
        return None
    return Refusal(
        "has_result",
        _("Mẫu đã từng có phiếu kết quả nên không huỷ được."),
        _("Nếu không, có thể lấy mẫu mãi cho tới khi đạt."),
        _("Ghi lại phiếu đúng, hoặc đề nghị kiểm nghiệm mẫu đối chứng."),
    )


@recorded
def void_sample(sample: Sample, *, reason: str, by: Person, at: datetime) -> None:
    """The sample says nothing; another may be taken. Refused to all but officers and secretaries of the
    province, once a report was entered, without a reason.
    """
    ensure(refuse_void(who_is(by, at), held_sample(sample)))
    changes = {"retest": None} if sample.retest_id else {}
    transition(sample, "void", by=by, at=at, reason=reason, changes=changes)


VOID = Act(
    about=SAMPLE,
    name="void",
    path="huy/",
    move=SAMPLE_WORKFLOW.move("void"),
    refuse=refuse_void,
    form=AsksReason,
    do=void_sample,
    said=_("Đã huỷ mẫu. Có thể lấy mẫu khác."),
    danger=True,
)
