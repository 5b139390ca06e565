"""Lập đề nghị thu hồi: which recognitions, on what ground, resting on which paper (article 8(1), 8(3)(a))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.writes.bases import basis_of
from ocop.casework.revocation.about import REVOCATIONS
from ocop.casework.revocation.labels import EVIDENCE, GROUNDS
from ocop.casework.revocation.models import Cessation, Revocation, RevocationItem
from ocop.casework.revocation.permissions import BASIS_FILES, refuse_prepare
from ocop.casework.revocation.rules import MOST_PRODUCTS, RESTS_ON, Evidence, Ground, is_ministrys
from ocop.casework.revocation.selectors import (
    cessations_of,
    codes_of,
    named,
    running_with,
    taken_up_with,
    why_not,
)
from ocop.casework.revocation.writes import nothing_left
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, transition, vouch, words
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.models import Paper
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import one_line, searchable
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme

FROM_AN_INSPECTION = {
    "ground": "can-cu", "basis_no": "so", "basis_on": "ngay", "basis_issuer": "co-quan"
}  # fmt: skip
"""Fields by what an address says behind its question mark."""


class AsksRevocation(Asks):
    """Products by their codes, the ground, what happened, the paper."""

    codes = TextField(
        label=_("Mã sản phẩm hoặc mã giấy chứng nhận"),
        lines=5,
        max_length=10_000,
        help_text=_("Mỗi dòng một mã; dán cả cột từ Excel cũng được."),
    )
    ground = forms.ChoiceField(
        label=_("Căn cứ thu hồi"),
        widget=RadioCards,
        choices=[(ground.value, Card(word, EVIDENCE[RESTS_ON[ground]])) for ground, word in GROUNDS.items()],
    )
    reason = TextField(label=_("Sự việc"), lines=4, max_length=2000, help_text=_("In trong quyết định."))
    basis_no = TextField(label=_("Số, ký hiệu kết luận hoặc xác nhận"), required=False, max_length=80)
    basis_on = DateField(label=_("Ngày ban hành"), required=False)
    basis_issuer = TextField(label=_("Cơ quan ban hành"), required=False, max_length=200)
    basis_file = UploadField(label=_("Bản quét văn bản"), required=False)
    beside = {
        "code_": "codes", "nothing_": "codes", "several_": "codes", "conflict_": "codes",
        "basis_": "basis_no", "paper_": "basis_no",
    }  # fmt: skip
    gives = frozenset(
        {"recognitions", "ground", "reason", "basis_no", "basis_on", "basis_issuer", "basis_file"}
    )

    def known(self) -> Mapping[str, Any]:
        """The codes of the products from whose page one comes; of an inspection also its conclusion, of what
        was recorded as ended all that is known.
        """
        waiting = cessations_of(self.who.person, self.who.at)
        ended = next((one for one in waiting if str(one.key) == self.query.get("ngung")), None)
        if ended is not None:
            return _of_ended(ended, timezone.localdate(self.who.at))
        known = {"codes": self.query.get("ma", "")[:4000]}
        for field, name in FROM_AN_INSPECTION.items():
            known[field] = self.query.get(name, "")[:200]
        return {field: value for field, value in known.items() if value}

    def clean_codes(self) -> str:
        """Every line must name a product of the own ground."""
        text: str = self.cleaned_data["codes"]
        self.named = named(text, person=self.who.person, at=self.who.at)
        if self.named.unknown:
            shown = "; ".join(self.named.unknown[:5])
            raise forms.ValidationError(
                gettext("Không có sản phẩm nào của tỉnh mang mã: %(codes)s. Xem lại từng mã.")
                % {"codes": shown},
                code="code_unknown",
            )
        return text

    def given(self) -> Mapping[str, Any]:
        """The recognitions that the codes name."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "codes"}
        return told | {"recognitions": self.named.found}


def _of_ended(ended: Cessation, day: date) -> Mapping[str, Any]:
    """What was recorded of a stopped product or a dissolved producer, as a proposal to take back."""
    return {
        "codes": "\n".join(codes_of(ended, day)), "ground": Ground.STOPPED.value, "reason": ended.note,
        "basis_no": ended.paper.number, "basis_on": ended.paper.issued_on,
        "basis_issuer": ended.paper.issuer,
    }  # fmt: skip


@recorded
def prepare_revocation(
    programme: Programme,
    *,
    recognitions: Sequence[Recognition],
    ground: Ground | str,
    reason: str,
    by: Person,
    at: datetime,
    basis_no: str = "",
    basis_on: date | None = None,
    basis_issuer: str = "",
    basis_file: Any = None,
) -> Revocation:
    """Proposes to take recognitions back. Another officer verifies, a third person decides.

    Refused to all but officers of the province, without products or more than MOST_PRODUCTS, for none that
    can be taken back, for some that the Minister decides on and some that the Chair does, for one that
    another revocation is about, and without the paper that the ground needs.
    """
    ground = Ground(ground)
    ensure(refuse_prepare(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two proposals about one product wait for each other
    ensure(_refuse_products(recognitions, timezone.localdate(at)))
    paper = _basis(ground, basis_no, basis_on, basis_issuer, basis_file, by=by, at=at)
    revocation = Revocation.objects.create(
        programme=programme,
        ground=ground.value,
        reason=reason.strip(),
        basis=paper,
        is_ministrys=bool(is_ministrys(one.stars for one in recognitions)),
        prepared_by=by,
        prepared_at=at,
        search_text=searchable(*(word for one in recognitions for word in _words(one)), reason),
    )
    items = RevocationItem.objects.bulk_create(
        RevocationItem(
            revocation=revocation,
            recognition=one,
            position=place,
            product_name=one.product.name,
            producer_name=one.product.producer.name,
        )
        for place, one in enumerate(recognitions, start=1)
    )
    vouch(items)  # fmt: skip
    data = {"ground": ground.value, "recognitions": [one.pk for one in recognitions]}
    record("revocation.prepare", revocation, by=by, at=at, reason=reason, data=data)
    for ended in taken_up_with(recognitions):
        transition(ended, "take_up", by=by, at=at, changes={"revocation": revocation})
    others = people_holding(Role.PROVINCE_OFFICER, at, place=programme.province).exclude(pk=by.pk)
    tell(
        others,
        kind="revocation.prepared",
        subject=words(_("Chờ xác minh: thu hồi %(what)s"), what=str(revocation)),
        body=words(_("%(count)s sản phẩm. Người lập không tự xác minh được."), count=len(recognitions)),
        url=revocation.get_absolute_url(),
        at=at,
    )
    return revocation


def _words(one: Recognition) -> tuple[str, ...]:
    return one.product.name, one.product.producer.name, one.product_code, one.certificate_code or ""


def _refuse_products(recognitions: Sequence[Recognition], today: date) -> Refusal | None:
    if not recognitions or len(recognitions) > MOST_PRODUCTS:
        return Refusal(
            "nothing_chosen" if not recognitions else "code_too_many",
            gettext("Một quyết định thu hồi từ 1 đến %(most)s sản phẩm.") % {"most": MOST_PRODUCTS},
            "",
            _("Xem lại danh sách mã."),
        )
    if all(why_not(one, today) for one in recognitions):
        return nothing_left()
    if is_ministrys(one.stars for one in recognitions) is None:
        return Refusal(
            "several_authorities",
            _("Có sản phẩm 5 sao lẫn với sản phẩm 3 sao, 4 sao."),
            _("5 sao do Bộ trưởng thu hồi, 3 sao, 4 sao do Chủ tịch UBND cấp tỉnh (khoản 2 Điều 8)."),
            _("Lập hai đề nghị riêng."),
        )
    other = running_with(recognitions)
    if other is None:
        return None
    return Refusal(
        "conflict_in_another",
        gettext("“%(product)s” đang nằm trong một đề nghị thu hồi khác.") % {"product": other.product_name},
        "",
        _("Mở đề nghị đó, hoặc bỏ mã này khỏi danh sách."),
    )


def _basis(
    ground: Ground, number: str, day: date | None, issuer: str, file: Any, *, by: Person, at: datetime
) -> Paper | None:
    """The paper on record; one that is on record already is taken."""
    number, issuer = one_line(number), one_line(issuer)
    ensure(_refuse_basis(ground, number, day, issuer, file))
    if day is None:
        return None
    return basis_of(number, day, issuer, subject=_subject(ground), file=file, owner=BASIS_FILES, by=by, at=at)


def _subject(ground: Ground) -> str:
    """What such a paper is about: Vietnamese in every language, as papers are."""
    if RESTS_ON[ground] == Evidence.CONFIRMATION:
        return "xác nhận chủ thể ngừng sản xuất, kinh doanh sản phẩm OCOP"
    return "kết luận về việc duy trì điều kiện của sản phẩm OCOP"


def _refuse_basis(ground: Ground, number: str, day: date | None, issuer: str, file: Any) -> Refusal | None:
    parts = [bool(number), day is not None, bool(issuer)]
    if all(parts) or (not any(parts) and not file and RESTS_ON[ground] == Evidence.ANY):
        return None
    if any(parts) or file:
        return Refusal(
            "basis_incomplete",
            _("Văn bản cần đủ số, ngày và cơ quan ban hành."),
            "",
            _("Điền phần còn thiếu."),
        )
    return Refusal(
        "basis_missing",
        _("Căn cứ này phải có kết luận của cơ quan có thẩm quyền.")
        if RESTS_ON[ground] == Evidence.CONCLUSION
        else _("Căn cứ này phải có xác nhận của UBND cấp xã."),
        _("Thời hạn thu hồi tính từ ngày của văn bản đó (khoản 4 Điều 8)."),
        _("Ghi số, ngày, cơ quan ban hành của văn bản."),
    )


PREPARE = Act(
    about=REVOCATIONS,
    name="prepare",
    path="lap/",
    refuse=refuse_prepare,
    form=AsksRevocation,
    do=prepare_revocation,
    button=_("Lập đề nghị thu hồi"),
    lead=_("Ba người: một cán bộ lập, một cán bộ khác xác minh, người có thẩm quyền quyết định (Điều 8)."),
    confirm=_("Lập đề nghị"),
    said=_("Đã lập. Một cán bộ khác của cơ quan OCOP cấp tỉnh xác minh tiếp."),
    then=lambda _programme, revocation: revocation.get_absolute_url(),
    begins=True,
    show=lambda form: {"cessations": cessations_of(form.who.person, form.who.at)},
    template="revocation/prepare.html",
)
