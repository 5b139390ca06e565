"""Ghi giao nhận mẫu: the sample goes into other hands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.checks import refuse_before, refuse_future
from ocop.casework.samples.models import Handover, Sample
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.states import SampleState
from ocop.casework.samples.writes.chain import holder_of, write_handover
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line

OPEN = frozenset({SampleState.TAKEN, SampleState.SENT})


class AsksHandover(Asks):
    """Who gets it, when, how it was."""

    receiver = TextField(label=_("Người nhận"), max_length=200)
    on = DateField(label=_("Ngày giao nhận"))
    note = TextField(label=_("Tình trạng niêm phong, mẫu"), required=False, max_length=300)
    beside = {"day_": "on", "same_": "receiver"}


@recorded
def hand_over_sample(
    sample: Sample, *, receiver: str, on: date, by: Person, at: datetime, note: str = ""
) -> Handover:
    """A line of the receipt book, from whoever has it. Refused to all but officers and secretaries of the
    province, on a day to come or before the line above, to whoever has it already, once there is a result.
    """
    ensure(refuse_sample(who_is(by, at), held(sample)))
    last = sample.handovers.last()
    earliest = sample.taken_on if last is None else last.on
    ensure(refuse_future(on, at) or refuse_before(on, earliest, gettext("lần giao nhận trước")))
    giver, receiver = holder_of(sample), one_line(receiver)
    ensure(_refuse_same(giver, receiver))
    line = write_handover(sample, giver=giver, receiver=receiver, on=on, note=note, by=by, at=at)
    record(
        "sample.hand_over", sample, by=by, at=at, data={"from": giver, "to": receiver, "on": on.isoformat()}
    )
    return line


def _refuse_same(giver: str, receiver: str) -> Refusal | None:
    if giver != receiver:
        return None
    return Refusal("same_holder", _("Người này đang giữ mẫu."), "", _("Ghi tên người nhận tiếp theo."))


def who_has_it(form: Asks) -> Mapping[str, Any]:
    """Whoever gives."""
    return {"details": [(_("Người giao"), holder_of(form.thing))]}


HAND_OVER = Act(
    about=SAMPLE,
    name="hand_over",
    path="giao/",
    when=OPEN,
    refuse=refuse_sample,
    form=AsksHandover,
    do=hand_over_sample,
    show=who_has_it,
    button=_("Ghi giao nhận mẫu"),
    said=_("Đã ghi vào sổ giao nhận mẫu."),
)
