"""Ghi kết quả: what the laboratory found, as its report says it, judged against the limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.acts.add_indicator import add_indicator
from ocop.casework.samples.checks import refuse_before, refuse_ended, refuse_future
from ocop.casework.samples.models import Indicator, Sample, TestReport
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.rules import read_value, same_words
from ocop.casework.samples.states import SampleState
from ocop.casework.samples.writes.holding import held_sample
from ocop.casework.samples.writes.results import Paper, write_report
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, recorded
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.ui.forms import DateField, TextField

VALUE = "value_"


class AsksReport(Asks):
    """The report's head, its scan, a value for each indicator."""

    number = TextField(label=_("Số phiếu kết quả"), max_length=80)
    issued_on = DateField(label=_("Ngày phiếu kết quả"))
    code = TextField(label=_("Mã mẫu ghi trên phiếu"), max_length=40)
    seal_no = TextField(label=_("Số niêm phong ghi trên phiếu"), max_length=60, required=False)
    name = TextField(label=_("Tên mẫu ghi trên phiếu"), max_length=200, required=False)
    file = UploadField(label=_("Phiếu kết quả (bản quét hoặc PDF)"), required=False)
    contest_until = DateField(
        label=_("Hạn đề nghị kiểm nghiệm lại"),
        help_text=_("Đến hết ngày này chủ thể hoặc cơ quan đề nghị kiểm nghiệm mẫu đối chứng được."),
    )
    beside = {
        "other_code": "code", "other_seal": "seal_no", "other_name": "name", "day_": "issued_on",
        "accreditation_": "issued_on", "contest_": "contest_until", "entered_": "number",
    }  # fmt: skip
    gives = frozenset({"number", "issued_on", "code", "seal_no", "name", "file", "contest_until", "values"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = list(self.thing.indicators.filter(drop_reason=""))
        for one in self.asked:
            self.fields[f"{VALUE}{one.pk}"] = TextField(
                label=f"{one.name}, {one.limit_words}", max_length=80,
                help_text=_("Như trên phiếu: 0,02; < 0,01; 1,5 x 10^2; KPH."),
            )  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """The values by their indicators."""
        told = {name: value for name, value in self.cleaned_data.items() if not name.startswith(VALUE)}
        return told | {"values": {one: self.cleaned_data[f"{VALUE}{one.pk}"] for one in self.asked}}

    def field_of(self, code: str) -> str | None:
        """A value that cannot be read is told beside its box."""
        return code if code.startswith(VALUE) and code in self.fields else super().field_of(code)


@recorded
def record_report(
    sample: Sample,
    *,
    number: str,
    issued_on: date,
    code: str,
    contest_until: date,
    values: Mapping[Indicator, str],
    by: Person,
    at: datetime,
    seal_no: str = "",
    name: str = "",
    file: Any = None,
) -> TestReport:
    """The report with its verdict; producer, officers and secretaries are told.

    Refused to all but officers and secretaries of the province; where somebody has entered it; for a report
    on another code, seal or name; dated before the sample was taken or to come; of a laboratory whose
    accreditation had ended; with a value that is missing or cannot be read; with a time to contest
    that is over.
    """
    ensure(refuse_sample(who_is(by, at), held_sample(sample)))
    paper = Paper(number, issued_on, code, contest_until, seal_no, name)
    ensure(refuse_report(sample, paper, at) or refuse_values(sample, values))
    return write_report(sample, paper, values, file, by=by, at=at)


@recorded
def record_table(
    sample: Sample,
    *,
    paper: Paper,
    values: Mapping[str, str],
    added: Sequence[Mapping[str, Any]],
    by: Person,
    at: datetime,
) -> TestReport:
    """The same from a table, all or nothing: values by the names of indicators, and indicators that the
    sample had not. Refused as both acts are.
    """
    ensure(refuse_sample(who_is(by, at), held_sample(sample)) or refuse_report(sample, paper, at))
    for fields in added:
        add_indicator(sample, **fields, by=by, at=at)
    asked = list(sample.indicators.filter(drop_reason=""))
    found = {one: text for one in asked for name, text in values.items() if same_words(one.name, name)}
    ensure(refuse_values(sample, found))
    return write_report(sample, paper, found, None, by=by, at=at)


def refuse_report(sample: Sample, paper: Paper, at: datetime) -> Refusal | None:
    """Whether this report can be on this sample."""
    if refusal := _refuse_entered(sample) or _refuse_other(sample, paper):
        return refusal
    if refusal := refuse_future(paper.issued_on, at):
        return refusal
    taken = gettext("ngày lấy mẫu")
    return (
        refuse_before(paper.issued_on, sample.taken_on, taken)
        or refuse_ended(sample.dispatch.laboratory, paper.issued_on)
        or _refuse_contest(paper, at)
    )


def _refuse_entered(sample: Sample) -> Refusal | None:
    report = sample.reports.filter(set_aside_reason="").select_related("by").first()
    if report is None:
        return None
    told = {"by": report.by, "at": date_format(timezone.localtime(report.at), "H:i d/m/Y")}
    return Refusal(
        "entered_already",
        gettext("%(by)s đã ghi kết quả của mẫu này lúc %(at)s.") % told,
        gettext("Phiếu đã ghi: %(number)s. Điều bạn vừa nhập chưa lưu, vẫn còn ở đây.")
        % {"number": report.number},
        _("Đối chiếu với phiếu đã ghi; nếu phiếu đó sai thì gạt ra kèm lý do rồi ghi lại."),
    )


def _refuse_other(sample: Sample, paper: Paper) -> Refusal | None:
    told = (
        ("other_code", paper.code, (sample.code,)),
        ("other_seal", paper.seal_no, (sample.seal_no,)),
        ("other_name", paper.name, (sample.name_on_sample, sample.product_name)),
    )
    for refused, written, own in told:
        if written and not any(same_words(written, one) for one in own):
            return Refusal(
                refused,
                gettext("Phiếu ghi “%(written)s”, mẫu này là “%(own)s”.")
                % {"written": written, "own": own[0]},
                _("Phiếu kết quả có thể là của mẫu khác."),
                _("Mở đúng mẫu, hoặc đề nghị phòng thử nghiệm sửa phiếu."),
            )
    return None


def _refuse_contest(paper: Paper, at: datetime) -> Refusal | None:
    if paper.contest_until >= timezone.localdate(at):
        return None
    return Refusal(
        "contest_over",
        _("Hạn đề nghị kiểm nghiệm lại đã qua."),
        _("Chủ thể chỉ biết kết quả từ hôm nay."),
        _("Ghi một ngày từ hôm nay trở đi."),
    )


def refuse_values(sample: Sample, values: Mapping[Indicator, str]) -> Refusal | None:
    """Whether every indicator has a value that can be read."""
    for one in sample.indicators.filter(drop_reason=""):
        text = values.get(one, "")
        if read_value(text, one.unit) is None:
            return Refusal(
                f"{VALUE}{one.pk}",
                gettext("%(name)s: chưa đọc được kết quả “%(text)s”.") % {"name": one.name, "text": text},
                _("Số như 1,234 có thể đọc hai cách, nên không tự hiểu."),
                _("Viết lại, ví dụ: 0,02; < 0,01; 1,5 x 10^2; 1234; không phát hiện."),
            )
    return None


REPORT = Act(
    about=SAMPLE,
    name="report",
    path="ket-qua/",
    when=frozenset({SampleState.SENT, SampleState.TESTED}),
    refuse=refuse_sample,
    form=AsksReport,
    do=record_report,
    button=_("Ghi kết quả"),
    lead=_("Ghi đúng như phiếu của phòng thử nghiệm; hệ thống so với giới hạn và nói rõ vì sao."),
    said=_("Đã ghi kết quả. Chủ thể, cơ quan tỉnh và thư ký hội đồng được báo."),
    begins=True,
    weight="main",
)
