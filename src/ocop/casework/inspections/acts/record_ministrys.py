"""Ghi cuộc kiểm tra của Bộ: what the Ministry's paper says of one product (article 9(4)(b), R26-45)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import refuse_future
from ocop.casework.certificates.writes.bases import basis_of
from ocop.casework.inspections.about import MINISTRYS_ALL
from ocop.casework.inspections.forms import AsksProducts
from ocop.casework.inspections.models import MinistryInspection
from ocop.casework.inspections.permissions import MINISTRY_FILES, refuse_office
from ocop.casework.inspections.writes.office import tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded, transition, words
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line, searchable
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme

MINISTRY = "Bộ Nông nghiệp và Môi trường"
ITS_OWN = 5
"""Stars of the products that the Ministry inspects by itself; those below when needed (article 9(4)(b))."""


class AsksMinistrys(AsksProducts):
    """Which product, which paper, what it says."""

    agency = TextField(label=_("Cơ quan kiểm tra"), max_length=200, initial=MINISTRY)
    inspected_on = DateField(label=_("Ngày kiểm tra"))
    number = TextField(label=_("Số, ký hiệu văn bản"), max_length=80)
    issued_on = DateField(label=_("Ngày văn bản"))
    file = UploadField(label=_("Bản quét văn bản"), required=False)
    because = TextField(
        label=_("Vì sao Bộ kiểm tra"),
        lines=2,
        max_length=1000,
        required=False,
        help_text=_("Bắt buộc với sản phẩm 3 sao, 4 sao: Bộ kiểm tra khi cần thiết (điểm b khoản 4 Điều 9)."),
    )
    findings = TextField(label=_("Kết quả kiểm tra"), lines=4, max_length=4000)
    demand = TextField(label=_("Bộ yêu cầu gì"), lines=3, max_length=2000, required=False)
    due_on = DateField(label=_("Hạn thực hiện"), required=False)
    beside = AsksProducts.beside | {
        "needed_": "because", "due_": "due_on", "paper_": "issued_on", "conflict_": "number",
        "day_": "inspected_on", "number_": "number",
    }  # fmt: skip
    gives = frozenset(
        {"recognition", "agency", "inspected_on", "number", "issued_on", "file", "because", "findings",
         "demand", "due_on"}
    )  # fmt: skip

    def known(self) -> Mapping[str, Any]:
        """The product from whose page one comes; the Ministry."""
        return {**super().known(), "agency": MINISTRY}

    def clean_codes(self) -> str:
        """One product."""
        text = super().clean_codes()
        if len(self.named.found) != 1:
            raise forms.ValidationError(
                gettext("Ghi riêng cho từng sản phẩm: một mã ở đây."), code="code_several"
            )
        return text

    def given(self) -> Mapping[str, Any]:
        """The recognition that the code names."""
        told = dict(super().given())
        [recognition] = told.pop("recognitions")
        return told | {"recognition": recognition}


@recorded
def record_ministrys(
    programme: Programme, *, recognition: Recognition, agency: str, inspected_on: date, number: str,
    issued_on: date, findings: str, by: Person, at: datetime, because: str = "", demand: str = "",
    due_on: date | None = None, file: Any = None,
) -> MinistryInspection:  # fmt: skip
    """Puts it on record with its paper; producer and commune learn what is asked by when. Without anything
    asked it is closed at once.

    Refused to all but officers of the province; for days that have not come, a paper older than the visit, a
    product of fewer than 5 stars without the reason, a demand without a day, what is on record already.
    """
    ensure(refuse_office(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two officers who record it wait for each other
    because, demand = because.strip(), demand.strip()
    ensure(refuse_future(max(inspected_on, issued_on), at))
    ensure(_refuse_facts(recognition, inspected_on, issued_on, because, demand, due_on))
    paper = basis_of(
        one_line(number), issued_on, one_line(agency), owner=MINISTRY_FILES, file=file, by=by, at=at,
        subject="kiểm tra, giám sát sản phẩm OCOP",
    )  # fmt: skip
    ensure(_refuse_twice(recognition, paper.pk))
    product = recognition.product
    made = MinistryInspection.objects.create(
        programme=programme, producer=product.producer, recognition=recognition, product_name=product.name,
        inspected_on=inspected_on, paper=paper, needed_because=because, findings=findings.strip(),
        demand=demand, due_on=due_on, recorded_by=by, recorded_at=at,
        search_text=searchable(product.name, product.producer.name, paper.number, paper.issuer),
    )  # fmt: skip
    data = {"recognition": recognition.pk, "paper": paper.number, "due_on": due_on and due_on.isoformat()}
    record("ministryinspection.record", made, by=by, at=at, reason=because, data=data)
    if not demand:
        transition(made, "close", by=by, at=at, changes={"closed_at": at})
    _tell(made, at)
    return made


def _refuse_facts(
    recognition: Recognition, inspected_on: date, issued_on: date, because: str, demand: str,
    due_on: date | None,
) -> Refusal | None:  # fmt: skip
    if issued_on < inspected_on:
        return Refusal(
            "paper_too_early", _("Văn bản có ngày trước ngày kiểm tra."), "", _("Xem lại hai ngày.")
        )
    if recognition.stars != ITS_OWN and not because:
        return Refusal(
            "needed_without_reason",
            _("Sản phẩm này không phải 5 sao."),
            _("Bộ kiểm tra sản phẩm 3 sao, 4 sao khi cần thiết (điểm b khoản 4 Điều 9)."),
            _("Ghi vì sao Bộ kiểm tra."),
        )
    if bool(demand) == (due_on is not None):
        return None
    return Refusal("due_missing", _("Yêu cầu của Bộ và hạn thực hiện phải ghi cùng nhau."))


def _refuse_twice(recognition: Recognition, paper: int) -> Refusal | None:
    known = MinistryInspection.objects.filter(recognition=recognition, paper=paper).first()
    if known is None:
        return None
    return Refusal(
        "conflict_recorded", _("Văn bản này đã ghi cho sản phẩm này."), str(known), _("Mở cuộc kiểm tra đó.")
    )


def _tell(made: MinistryInspection, at: datetime) -> None:
    asked = _("Yêu cầu: %(demand)s Hạn: %(day)s.") if made.demand else _("Bộ không yêu cầu gì thêm.")
    tell_concerned(
        made.producer,
        kind="inspections.ministry",
        subject=words(_("Bộ đã kiểm tra: %(product)s"), product=made.product_name),
        body=words(asked, demand=made.demand[:300], day=f"{made.due_on:%d/%m/%Y}" if made.due_on else ""),
        url=made.get_absolute_url(),
        at=at,
    )


RECORD_MINISTRYS = Act(
    about=MINISTRYS_ALL,
    name="record_ministrys",
    path="ghi/",
    refuse=refuse_office,
    form=AsksMinistrys,
    do=record_ministrys,
    button=_("Ghi cuộc kiểm tra của Bộ"),
    said=_("Đã ghi. Chủ thể và xã nhận được thông báo."),
    then=lambda _programme, made: made.get_absolute_url(),
    begins=True,
)
