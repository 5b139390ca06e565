"""Lập văn bản đề nghị đánh giá lại: to a commune for its holders, or to one holder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import refuse_paper
from ocop.casework.renewals.about import LETTERS
from ocop.casework.renewals.models import Called, CallLetter
from ocop.casework.renewals.papers.letter import letter_data
from ocop.casework.renewals.permissions import refuse_officer
from ocop.casework.renewals.rules import MOST_PRODUCTS
from ocop.casework.renewals.selectors.addressees import Addressee, addressees
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded, vouch, words
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line, searchable
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme

SYMBOL = "CV-SNNMT"


class AsksLetter(Asks):
    """To whom, and what the records office gave."""

    to = forms.ChoiceField(label=_("Gửi"), help_text=_("Văn bản nêu mọi sản phẩm chưa được đề nghị."))
    number = TextField(label=_("Số, ký hiệu văn bản"), max_length=60)
    issued_on = DateField(label=_("Ngày văn bản"))
    beside = {"number_": "number", "paper_": "number", "nothing_": "to", "signed_": "issued_on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = addressees(timezone.localdate(self.who.at))
        choices = [(one.key, one.words) for one in known.values()]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    def known(self) -> Mapping[str, Any]:
        """Whom the list has named already."""
        return {"to": self.query.get("noi", "")[:200]}


@recorded
def call_for_renewal(
    programme: Programme, *, to: str, number: str, issued_on: date, by: Person, at: datetime
) -> CallLetter:
    """Calls for the renewal of every product of a commune or holder that comes near its end: nobody said no,
    no renewal was handed in, no letter named it yet. Holders and commune are told; the PDF comes afterwards.

    Refused to all but officers of the province; for whom nothing is due any more; for a number or day that
    cannot be.
    """
    number = one_line(number)
    ensure(refuse_officer(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two letters about one product wait for each other
    one = addressees(timezone.localdate(at)).get(to)
    if one is None:
        raise Refused(_nothing_due())
    ensure(refuse_paper(programme, number, issued_on, at, symbol=SYMBOL))
    rows = _recognitions(one)[:MOST_PRODUCTS]
    paper = file_paper(
        kind=PaperKind.LETTER, number=number, issued_on=issued_on, issuer=programme.agency_name,
        subject="đề nghị đánh giá lại sản phẩm OCOP sắp hết hạn giấy chứng nhận", by=by, at=at,
    )  # fmt: skip
    facts = {"addressee": one.name, "is_commune": one.commune is not None}
    content = letter_data(programme, rows, number=number, issued_on=issued_on, at=at, **facts)  # type: ignore[arg-type]
    letter = CallLetter.objects.create(
        programme=programme, addressee=one.name, paper=paper, content=content, by=by, at=at,
        search_text=searchable(number, one.name, *(row.product.name for row in rows)),
    )  # fmt: skip
    vouch(
        Called.objects.bulk_create(
            Called(letter=letter, recognition=row, position=place) for place, row in enumerate(rows, start=1)
        )
    )
    data = {"number": number, "recognitions": [row.pk for row in rows]}
    want(letter, at=at, entry=record("callletter.send", letter, by=by, at=at, data=data))
    _tell(letter, one, at=at)
    return letter


def _recognitions(one: Addressee) -> list[Recognition]:
    """Those of the addressee's rows, in their order."""
    keys = [row.recognition_id for row in one.rows]
    found = Recognition.objects.select_related("product__producer").in_bulk(keys)
    return [found[key] for key in keys if key is not None]


def _nothing_due() -> Refusal:
    return Refusal(
        "nothing_due",
        _("Nơi này không còn sản phẩm nào cần đề nghị đánh giá lại."),
        _("Sản phẩm đã được đề nghị, đã nộp hồ sơ, hoặc chủ thể trả lời không đánh giá lại."),
        _("Tải lại trang rồi chọn nơi khác."),
    )


def _tell(letter: CallLetter, one: Addressee, *, at: datetime) -> None:
    producers = {row.producer_id: row.producer for row in one.rows}
    people = {person for producer in producers.values() for person in people_of(producer, at)}
    communes = {row.producer_commune_id: row.producer_commune for row in one.rows}
    for place in communes.values():
        if place is not None:
            people |= {*people_holding(Role.COMMUNE_OFFICER, at, place=place)}
    tell(
        people,
        kind="renewals.called",
        subject=words(_("Đề nghị đánh giá lại: văn bản %(number)s"), number=letter.paper.number),
        body=words(_("Mở văn bản để xem sản phẩm nào và nộp hồ sơ từ ngày nào đến ngày nào.")),
        url=letter.get_absolute_url(),
        at=at,
    )


def _said(_programme: Programme, letter: CallLetter) -> str:
    return gettext("Đã gửi %(name)s. Bản PDF đang được lập.") % {"name": letter.addressee}


CALL = Act(
    about=LETTERS,
    name="call",
    path="lap-van-ban/",
    refuse=refuse_officer,
    form=AsksLetter,
    do=call_for_renewal,
    button=_("Lập văn bản đề nghị đánh giá lại"),
    lead=_("Nêu các sản phẩm sắp hết hạn, thời gian nộp hồ sơ (điểm a khoản 6 Điều 7)."),
    confirm=_("Gửi văn bản"),
    said=_said,
    then=lambda _programme, letter: letter.get_absolute_url(),
    begins=True,
)
