"""Ghi ngừng sản xuất, giải thể: before any decision; the province has a task from then on (article 8(4))."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.writes.bases import basis_of
from ocop.casework.revocation.about import CESSATIONS
from ocop.casework.revocation.labels import CESSATIONS as WORDS
from ocop.casework.revocation.models import Cessation
from ocop.casework.revocation.permissions import BASIS_FILES, refuse_report
from ocop.casework.revocation.rules import CessationKind
from ocop.casework.revocation.selectors import named
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, words
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import one_line
from ocop.registers.products.models import Product
from ocop.registers.programme.models import Programme


class AsksCessation(Asks):
    """Which product or producer, what ended, the paper that says so."""

    kind = forms.ChoiceField(
        label=_("Việc gì"),
        widget=RadioCards,
        choices=[(kind.value, Card(word)) for kind, word in WORDS.items()],
    )
    code = TextField(
        label=_("Mã sản phẩm hoặc mã giấy chứng nhận"),
        max_length=60,
        help_text=_("Chủ thể giải thể: mã của một sản phẩm bất kỳ của chủ thể đó."),
    )
    number = TextField(label=_("Số, ký hiệu văn bản xác nhận"), max_length=80)
    issued_on = DateField(label=_("Ngày ban hành"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    file = UploadField(label=_("Bản quét văn bản"), required=False)
    note = TextField(label=_("Sự việc"), lines=3, max_length=2000)
    beside = {"code_": "code", "conflict_": "code", "paper_": "number", "number_": "number"}
    gives = frozenset({"kind", "product", "number", "issued_on", "issuer", "file", "note"})

    def known(self) -> Mapping[str, Any]:
        """The code of the certificate from whose page one comes."""
        return {"code": self.query.get("ma", "")[:60]}

    def clean_code(self) -> str:
        """It must name a product of the own ground."""
        text: str = self.cleaned_data["code"]
        found = named(text, person=self.who.person, at=self.who.at).found
        if not found:
            raise forms.ValidationError(
                gettext("Không có sản phẩm nào trên địa bàn mang mã: %(codes)s. Xem lại mã.")
                % {"codes": text},
                code="code_unknown",
            )
        self.product = found[0].product
        return text

    def given(self) -> Mapping[str, Any]:
        """The product that the code names."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "code"}
        return told | {"product": self.product}


@recorded
def report_cessation(
    programme: Programme, *, kind: CessationKind | str, product: Product, number: str, issued_on: date,
    issuer: str, note: str, by: Person, at: datetime, file: Any = None,
) -> Cessation:  # fmt: skip
    """Records it with its paper; officers of the province get a task. The certificates hold until revoked.

    Refused to all but officers of the commune of the producer and of the province, for what is on record
    already, for a paper that cannot be.
    """
    who, kind = who_is(by, at), CessationKind(kind)
    ensure(refuse_report(who))
    holding(Programme.objects).get(pk=programme.pk)  # two officers who record it wait for each other
    ensure(_refuse_product(product, kind, by=by, at=at))
    paper = basis_of(
        one_line(number), issued_on, one_line(issuer), owner=BASIS_FILES, file=file, by=by, at=at,
        subject="xác nhận chủ thể ngừng sản xuất, kinh doanh sản phẩm OCOP",
    )  # fmt: skip
    made = Cessation.objects.create(
        kind=kind.value, producer=product.producer, paper=paper, note=note.strip(), by=by, at=at,
        product=product if kind == CessationKind.STOPPED else None,
    )  # fmt: skip
    record("cessation.report", made, by=by, at=at, reason=note, data={"paper": paper.number})
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=programme.province).exclude(pk=by.pk),
        kind="revocation.cessation",
        subject=words(_("Ngừng sản xuất, giải thể: %(what)s"), what=str(made)),
        body=words(_("Theo %(paper)s. Xem xét lập đề nghị thu hồi."), paper=str(paper)),
        url=made.prepare_url,
        at=at,
    )
    return made


def _refuse_product(product: Product, kind: CessationKind, *, by: Person, at: datetime) -> Refusal | None:
    if not Product.objects.on_desk_of(by, at).filter(pk=product.pk).exists():
        return Refusal("not_reader", _("Sản phẩm này không thuộc địa bàn của bạn."))
    rows = Cessation.objects.waiting().filter(producer=product.producer_id, kind=kind.value)
    if kind == CessationKind.STOPPED:
        rows = rows.filter(product=product.pk)
    if not rows.exists():
        return None
    return Refusal(
        "conflict_reported",
        gettext("Việc này của “%(product)s” đã được ghi, đang chờ tỉnh xử lý.") % {"product": product.name},
        "",
        _("Không phải ghi lại."),
    )


REPORT = Act(
    about=CESSATIONS,
    name="report",
    path="ghi/",
    refuse=refuse_report,
    form=AsksCessation,
    do=report_cessation,
    button=_("Ghi ngừng sản xuất, giải thể"),
    lead=_(
        "Giấy chứng nhận vẫn có hiệu lực đến khi có quyết định thu hồi. Thời hạn của tỉnh tính từ ngày xác "
        "nhận (khoản 4 Điều 8)."
    ),
    confirm=_("Ghi lại"),
    said=_("Đã ghi. Cơ quan OCOP cấp tỉnh đã được báo."),
    begins=True,
)
