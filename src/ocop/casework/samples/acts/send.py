"""Gửi phòng thử nghiệm: the sample goes to a laboratory with what it is asked to test."""

from __future__ import annotations

from datetime import date, datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.checks import refuse_before, refuse_ended, refuse_future
from ocop.casework.samples.models import Dispatch, Laboratory, Sample
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.states import SAMPLE_WORKFLOW
from ocop.casework.samples.writes.chain import holder_of, write_handover
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import DateField


class AsksLaboratory(Asks):
    """Which one, when."""

    laboratory = forms.ModelChoiceField(label=_("Phòng thử nghiệm"), queryset=Laboratory.objects.none())
    sent_on = DateField(label=_("Ngày gửi"))
    beside = {"day_": "sent_on", "accreditation_": "laboratory"}

    def __init__(self, *args, **kwargs) -> None:  # type: ignore[no-untyped-def]  # as every form
        super().__init__(*args, **kwargs)
        known = Laboratory.objects.visible_to(self.who.person, self.who.at)
        self.fields["laboratory"].queryset = known  # type: ignore[attr-defined]


@recorded
def send_sample(
    sample: Sample, *, laboratory: Laboratory, sent_on: date, by: Person, at: datetime
) -> Dispatch:
    """The laboratory gets it; a line of the receipt book and the letter with the sample go with it. Refused
    to all but officers and secretaries of the province, without indicators, to a laboratory whose
    accreditation had ended, on a day to come or before the sample was taken.
    """
    ensure(refuse_sample(who_is(by, at), held(sample)))
    last = sample.handovers.last()
    earliest = sample.taken_on if last is None else last.on
    ensure(
        _refuse_nothing(sample)
        or refuse_future(sent_on, at)
        or refuse_before(sent_on, earliest, gettext("lần giao nhận trước"))
        or refuse_ended(laboratory, sent_on)
    )
    entry = transition(sample, "send", by=by, at=at, data={"laboratory": str(laboratory)})
    dispatch = Dispatch.objects.create(sample=sample, laboratory=laboratory, sent_on=sent_on, at=at, by=by)
    giver = holder_of(sample)
    write_handover(sample, giver=giver, receiver=laboratory.name, on=sent_on, note="", by=by, at=at)
    want(dispatch, at=at, entry=entry)
    return dispatch


def _refuse_nothing(sample: Sample) -> Refusal | None:
    if sample.indicators.filter(drop_reason="").exists():
        return None
    return Refusal(
        "nothing_to_test",
        _("Chưa có chỉ tiêu nào để kiểm nghiệm."),
        _("Phiếu gửi mẫu phải ghi chỉ tiêu, giới hạn và tiêu chuẩn."),
        _("Thêm ít nhất một chỉ tiêu rồi gửi."),
    )


SEND = Act(
    about=SAMPLE,
    name="send",
    path="gui/",
    move=SAMPLE_WORKFLOW.move("send"),
    refuse=refuse_sample,
    form=AsksLaboratory,
    do=send_sample,
    said=_("Đã ghi. Phiếu gửi mẫu đang được lập."),
    weight="main",
)
