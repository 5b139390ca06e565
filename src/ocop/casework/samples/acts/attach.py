"""Đính kèm phiếu kết quả: the laboratory's scan comes after its values."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.models import Sample, TestReport
from ocop.casework.samples.permissions import REPORT_FILES, refuse_sample
from ocop.casework.samples.states import SampleState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField


class AsksScan(Asks):
    """The report as it came."""

    file = UploadField(label=_("Phiếu kết quả (bản quét hoặc PDF)"))

    def field_of(self, code: str) -> str | None:
        """What is refused of a file is said there."""
        return "file"


def _counting(sample: Sample) -> TestReport | None:
    return sample.reports.filter(set_aside_reason="").first()


def refuse_attach(who: Who, sample: Sample) -> Refusal | None:
    """Officers and secretaries, where the report has no file yet."""
    if refusal := refuse_sample(who, sample):
        return refusal
    report = _counting(sample)
    if report is not None and report.file_id is None:
        return None
    return Refusal(
        "has_file",
        _("Phiếu này đã có tệp."),
        _("Tệp của phiếu kết quả không thay được."),
        _("Ghi sai thì gạt phiếu kèm lý do rồi ghi lại."),
    )


@recorded
def attach_report(sample: Sample, *, file: Any, by: Person, at: datetime) -> None:
    """The report gets its scan. Refused to all but officers and secretaries of the province, without a
    report, a second time.
    """
    ensure(refuse_attach(who_is(by, at), held(sample)))
    report = _counting(sample)
    assert report is not None  # noqa: S101 - asked above
    report.file = store(file, owner=REPORT_FILES, by=by, at=at)
    report.save(update_fields=["file"])
    record("sample.attach", sample, by=by, at=at, data={"sha256": report.file.sha256})


ATTACH = Act(
    about=SAMPLE,
    name="attach",
    path="dinh-kem/",
    when=frozenset({SampleState.TESTED}),
    refuse=refuse_attach,
    form=AsksScan,
    do=attach_report,
    button=_("Đính kèm phiếu kết quả"),
    said=_("Đã đính kèm."),
)
