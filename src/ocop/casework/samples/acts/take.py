"""Lấy mẫu: a sample is taken, sealed and given a code."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import DEMAND
from ocop.casework.samples.checks import refuse_future
from ocop.casework.samples.models import Demand, Retest, Sample
from ocop.casework.samples.permissions import refuse_demand
from ocop.casework.samples.rules import same_words
from ocop.casework.samples.states import DemandState, SampleState
from ocop.casework.samples.writes.chain import write_handover
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line

SERIES = "samples.code"


class AsksSample(Asks):
    """As the sampling record asks."""

    name_on_sample = TextField(
        label=_("Tên ghi trên mẫu, nhãn"), max_length=200, help_text=_("Chép đúng như trên nhãn.")
    )
    seal_no = TextField(label=_("Số niêm phong"), max_length=60)
    quantity = TextField(
        label=_("Khối lượng, số lượng"), max_length=120, help_text=_("Ví dụ: 3 hộp × 200 g, 1 hộp lưu.")
    )
    batch = TextField(label=_("Lô, ngày sản xuất"), max_length=120)
    taken_on = DateField(label=_("Ngày lấy mẫu"))
    place = TextField(label=_("Nơi lấy mẫu"), max_length=300)
    giver = TextField(label=_("Người giao mẫu (phía chủ thể)"), max_length=120)
    taker = TextField(label=_("Người lấy mẫu"), max_length=120)
    note = TextField(label=_("Tình trạng mẫu, bảo quản"), lines=2, required=False, max_length=1000)
    beside = {"day_": "taken_on", "seal_": "seal_no"}


def open_retest(demand: Demand) -> Retest | None:
    """A counter-sample that was asked for and not taken, or whose sample was made void."""
    asked = Retest.objects.filter(sample__demand=demand)
    return asked.filter(counter_sample__isnull=True).first()


@recorded
def take_sample(
    demand: Demand,
    *,
    name_on_sample: str,
    seal_no: str,
    quantity: str,
    batch: str,
    taken_on: date,
    place: str,
    giver: str,
    taker: str,
    by: Person,
    at: datetime,
    note: str = "",
) -> Sample:
    """Records what was taken; the first line of the receipt book goes with it, and the sampling record is
    made afterwards. Refused to all but officers and secretaries of the province, on a day to come, for a
    seal that another sample bears, where there is a sample and no counter-sample was asked for.
    """
    ensure(refuse_demand(who_is(by, at), held(demand)))
    seal_no, name = one_line(seal_no), one_line(name_on_sample)
    if demand.state != DemandState.DUE:
        ensure(refuse_state(demand, TAKE.label))
    ensure(refuse_future(taken_on, at) or _refuse_seal(seal_no))
    retest = open_retest(demand)
    ensure(None if retest is not None else _refuse_second(demand))
    year = timezone.localdate(at).year
    product = demand.dossier.product.name
    sample = Sample.objects.create(
        demand=demand, retest=retest, code=f"M{year}-{allocate(SERIES, at=at):04}", seal_no=seal_no,
        product_name=product, name_on_sample=name, name_differs=not same_words(product, name),
        quantity=one_line(quantity), batch=one_line(batch), place=one_line(place), taken_on=taken_on,
        taker=one_line(taker), giver=one_line(giver), note=note.strip(), at=at, by=by,
    )  # fmt: skip
    write_handover(sample, giver=giver, receiver=taker, on=taken_on, note="", by=by, at=at)
    data = {"code": sample.code, "seal": seal_no, "name": name, "differs": sample.name_differs}
    entry = record("sample.take", sample, by=by, at=at, data=data)
    want(sample, at=at, entry=entry)
    return sample


def _refuse_seal(seal_no: str) -> Refusal | None:
    known = Sample.objects.filter(seal_no__iexact=seal_no).exclude(state=SampleState.VOID).first()
    if known is None:
        return None
    return Refusal(
        "seal_used",
        _("Số niêm phong này đã ghi cho một mẫu khác."),
        known.code,
        _("Xem lại số trên niêm phong."),
    )


def _refuse_second(demand: Demand) -> Refusal | None:
    if not demand.samples.exclude(state=SampleState.VOID).exists():
        return None
    return Refusal(
        "conflict_sample_there",
        _("Sản phẩm này đã có mẫu."),
        _("Mẫu khác chỉ lấy khi mẫu trước bị huỷ, hoặc khi có đề nghị kiểm nghiệm mẫu đối chứng."),
        _("Mở mẫu đã có."),
    )


TAKE = Act(
    about=DEMAND,
    name="take",
    path="lay-mau/",
    when=frozenset({DemandState.DUE}),
    refuse=refuse_demand,
    form=AsksSample,
    do=take_sample,
    button=_("Lấy mẫu"),
    confirm=_("Ghi biên bản lấy mẫu"),
    said=lambda _demand, sample: (
        gettext("Đã ghi mẫu %(code)s. Biên bản lấy mẫu đang được lập.") % {"code": sample.code}
    ),
    then=lambda _demand, sample: sample.get_absolute_url(),
    begins=True,
    weight="main",
)
