"""Lập đề nghị huỷ bỏ: which acts were wrong, who says so, whether they are evaluated again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENTS
from ocop.casework.annulment.labels import GROUNDS
from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.permissions import BASIS_FILES, refuse_prepare
from ocop.casework.annulment.rules import MOST_RESULTS, Ground
from ocop.casework.annulment.selectors import Wrong, named, running_with, why_not
from ocop.casework.annulment.writes import nothing_left
from ocop.casework.certificates.writes.bases import basis_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, vouch, words
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.models import Paper
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import one_line, searchable
from ocop.registers.programme.models import Programme


class AsksAnnulment(Asks):
    """Acts by their codes and numbers, who found them wrong, what is wrong, the paper."""

    codes = TextField(
        label=_("Mã sản phẩm, mã giấy chứng nhận, số quyết định hoặc số phiếu đăng ký"),
        lines=4,
        max_length=10_000,
        help_text=_("Mỗi dòng một mã. Số quyết định: mọi sản phẩm trong quyết định đó."),
    )
    ground = forms.ChoiceField(
        label=_("Căn cứ huỷ bỏ"),
        widget=RadioCards,
        choices=[(ground.value, Card(word)) for ground, word in GROUNDS.items()],
    )
    redo = forms.ChoiceField(
        label=_("Sau khi huỷ bỏ"),
        widget=RadioCards,
        choices=[
            ("yes", Card(_("Đánh giá lại"), _("Hồ sơ chờ phiên họp mới; phiên họp cũ vẫn xem được"))),
            ("no", Card(_("Không tổ chức đánh giá lại"), _("Chỉ huỷ bỏ việc công nhận"))),
        ],
    )
    reason = TextField(label=_("Sai ở đâu"), lines=4, max_length=2000, help_text=_("In trong quyết định."))
    basis_no = TextField(label=_("Số, ký hiệu văn bản của Bộ hoặc kết luận"), required=False, max_length=80)
    basis_on = DateField(label=_("Ngày ban hành"), required=False)
    basis_issuer = TextField(label=_("Cơ quan ban hành"), required=False, max_length=200)
    basis_file = UploadField(label=_("Bản quét văn bản"), required=False)
    due_on = DateField(
        label=_("Bộ yêu cầu xong chậm nhất ngày"),
        required=False,
        help_text=_("Nếu văn bản của Bộ nêu ngày: cơ quan OCOP và người ký được nhắc trước ngày đó."),
    )
    beside = {
        "code_": "codes", "nothing_": "codes", "conflict_": "codes", "basis_": "basis_no",
        "paper_": "basis_no", "due_": "due_on",
    }  # fmt: skip
    gives = frozenset(
        {"wrong", "ground", "redo", "reason", "basis_no", "basis_on", "basis_issuer", "basis_file", "due_on"}
    )

    def known(self) -> Mapping[str, Any]:
        """The code from whose page one comes."""
        return {"codes": self.query.get("ma", "")[:100]}

    def clean_codes(self) -> str:
        """Every line must name something of the own ground."""
        text: str = self.cleaned_data["codes"]
        self.named = named(text, person=self.who.person, at=self.who.at)
        if self.named.unknown:
            raise forms.ValidationError(
                gettext("Không có sản phẩm, quyết định nào của tỉnh mang mã: %(codes)s. Xem lại từng mã.")
                % {"codes": "; ".join(self.named.unknown[:5])},
                code="code_unknown",
            )
        return text

    def given(self) -> Mapping[str, Any]:
        """The acts that the lines name."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "codes"}
        return told | {"wrong": self.named.found, "redo": told["redo"] == "yes"}


@recorded
def prepare_annulment(
    programme: Programme,
    *,
    wrong: Sequence[Wrong],
    ground: Ground | str,
    redo: bool,
    reason: str,
    by: Person,
    at: datetime,
    basis_no: str = "",
    basis_on: date | None = None,
    basis_issuer: str = "",
    basis_file: Any = None,
    due_on: date | None = None,
) -> Annulment:
    """Proposes to annul wrong acts. Another officer verifies, a third person decides.

    Refused to all but officers of the province, without acts or more than MOST_RESULTS, for none that can be
    annulled, for one that another annulment is about, where the ministry asked without its paper, and for a
    day that is not the ministry's or lies before its paper.
    """
    ground = Ground(ground)
    ensure(refuse_prepare(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two proposals about one act wait for each other
    ensure(_refuse_acts(wrong, timezone.localdate(at), redo=redo))
    paper = _basis(ground, basis_no, basis_on, basis_issuer, basis_file, by=by, at=at)
    ensure(_refuse_due(ground, paper, due_on))
    annulment = Annulment.objects.create(
        programme=programme,
        ground=ground.value,
        redo=redo,
        reason=reason.strip(),
        basis=paper,
        due_on=due_on,
        prepared_by=by,
        prepared_at=at,
        search_text=searchable(*(word for one in wrong for word in _words(one)), reason),
    )
    items = AnnulmentItem.objects.bulk_create(
        AnnulmentItem(
            annulment=annulment,
            item=one.item,
            recognition=one.recognition,
            position=place,
            product_name=one.product.name,
            producer_name=one.product.producer.name,
        )
        for place, one in enumerate(wrong, start=1)
    )
    vouch(items)  # fmt: skip
    data = {
        "ground": ground.value, "redo": redo, "acts": [one.key for one in wrong],
        "due_on": due_on and due_on.isoformat(),
    }  # fmt: skip
    record("annulment.prepare", annulment, by=by, at=at, reason=reason, data=data)
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=programme.province).exclude(pk=by.pk),
        kind="annulment.prepared",
        subject=words(_("Chờ xác minh: huỷ bỏ %(what)s"), what=str(annulment)),
        body=words(_("%(count)s sản phẩm. Người lập không tự xác minh được."), count=len(wrong)),
        url=annulment.get_absolute_url(),
        at=at,
    )
    return annulment


def _words(one: Wrong) -> tuple[str, ...]:
    known = one.recognition
    codes = (known.product_code, known.certificate_code or "", known.number) if known else ()
    return (one.product.name, one.product.producer.name, *codes)


def _refuse_acts(wrong: Sequence[Wrong], today: date, *, redo: bool) -> Refusal | None:
    if not 0 < len(wrong) <= MOST_RESULTS:
        return Refusal(
            "code_missing" if not wrong else "code_too_many",
            gettext("Một quyết định huỷ bỏ từ 1 đến %(most)s sản phẩm.") % {"most": MOST_RESULTS},
            "",
            _("Xem lại danh sách mã."),
        )
    if all(why_not(one, today, redo=redo) for one in wrong):
        return nothing_left()
    other = running_with(wrong)
    if other is None:
        return None
    return Refusal(
        "conflict_in_another",
        gettext("“%(product)s” đang nằm trong một đề nghị huỷ bỏ khác.") % {"product": other.product_name},
        "",
        _("Mở đề nghị đó, hoặc bỏ mã này khỏi danh sách."),
    )


def _basis(
    ground: Ground, number: str, day: date | None, issuer: str, file: Any, *, by: Person, at: datetime
) -> Paper | None:
    number, issuer = one_line(number), one_line(issuer)
    parts = [bool(number), day is not None, bool(issuer)]
    if not any(parts) and not file:
        ensure(_basis_missing() if ground == Ground.MINISTRY else None)
        return None
    if day is None or not all(parts):
        ensure(
            Refusal(
                "basis_incomplete",
                _("Văn bản cần đủ số, ngày và cơ quan ban hành."),
                "",
                _("Điền phần còn thiếu."),
            )
        )
    assert day is not None  # noqa: S101 - refused above
    subject = "thực hiện lại việc đánh giá, thu hồi quyết định công nhận sản phẩm OCOP không đúng quy định"
    return basis_of(number, day, issuer, subject=subject, file=file, owner=BASIS_FILES, by=by, at=at)


def _refuse_due(ground: Ground, paper: Paper | None, due_on: date | None) -> Refusal | None:
    if due_on is None:
        return None
    if ground != Ground.MINISTRY:
        return Refusal(
            "due_not_ministrys",
            _("Chỉ văn bản của Bộ đặt ngày phải xong."),
            _("Căn cứ đã chọn là tỉnh tự phát hiện."),
            _("Chọn căn cứ Bộ đề nghị, hoặc để trống ngày này."),
        )
    if paper is not None and paper.issued_on <= due_on:
        return None
    return Refusal(
        "due_too_early", _("Ngày phải xong đứng trước ngày văn bản của Bộ."), "", _("Xem lại hai ngày.")
    )


def _basis_missing() -> Refusal:
    return Refusal(
        "basis_missing",
        _("Căn cứ này phải có văn bản đề nghị của Bộ."),
        _("Bộ đề nghị bằng văn bản (điểm b khoản 1 Điều 10)."),
        _("Ghi số, ngày, cơ quan ban hành của văn bản."),
    )


PREPARE = Act(
    about=ANNULMENTS,
    name="prepare",
    path="lap/",
    refuse=refuse_prepare,
    form=AsksAnnulment,
    do=prepare_annulment,
    button=_("Lập đề nghị huỷ bỏ"),
    lead=_(
        "Việc đã làm sai được huỷ bỏ bằng một quyết định khác, không sửa. Sản phẩm vi phạm về sau "
        "thì thu hồi (Điều 8), không huỷ bỏ."
    ),
    confirm=_("Lập đề nghị"),
    said=_("Đã lập. Một cán bộ khác của cơ quan OCOP cấp tỉnh xác minh tiếp."),
    then=lambda _programme, annulment: annulment.get_absolute_url(),
    begins=True,
)
