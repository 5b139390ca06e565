"""Gạt phiếu kết quả, ghi lại: a report was entered wrongly; it stays on record with why."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.models import Sample
from ocop.casework.samples.permissions import refuse_decided, refuse_sample
from ocop.casework.samples.states import SAMPLE_WORKFLOW
from ocop.casework.samples.writes.holding import held_sample
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded, transition


def refuse_set_aside(who: Who, sample: Sample) -> Refusal | None:
    """Officers and secretaries, until the council's result is final; not once it was contested."""
    if refusal := refuse_sample(who, sample) or refuse_decided(sample.demand.dossier):
        return refusal
    if not hasattr(sample, "contested_by"):
        return None
    return Refusal(
        "contested",
        _("Đã có đề nghị kiểm nghiệm mẫu đối chứng nên phiếu này được giữ."),
        "",
        _("Đợi kết quả mẫu đối chứng rồi quyết định mẫu nào được tính."),
    )


@recorded
def set_report_aside(sample: Sample, *, reason: str, by: Person, at: datetime) -> None:
    """The report counts no more; the right one is entered next. Refused to all but officers and secretaries
    of the province, once the result is final, where it was contested, without a reason.
    """
    ensure(refuse_set_aside(who_is(by, at), held_sample(sample)))
    report = sample.reports.filter(set_aside_reason="").first()
    number = "" if report is None else report.number
    transition(sample, "aside", by=by, at=at, reason=reason, data={"report": number})
    if report is not None:
        report.set_aside_reason = reason.strip()
        report.save(update_fields=["set_aside_reason"])


SET_ASIDE = Act(
    about=SAMPLE,
    name="set_aside",
    path="gat-phieu/",
    move=SAMPLE_WORKFLOW.move("aside"),
    refuse=refuse_set_aside,
    form=AsksReason,
    do=set_report_aside,
    lead=_("Chỉ khi ghi sai hoặc phòng thử nghiệm thay phiếu. Phiếu bị gạt vẫn được giữ."),
    said=_("Đã gạt phiếu. Ghi phiếu đúng ngay bây giờ."),
    danger=True,
)
