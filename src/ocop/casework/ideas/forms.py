"""What people answer about an idea."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.ui.forms import Form, PhoneField, TextField
from ocop.foundation.ui.words import said
from ocop.kernel.law import Regulation
from ocop.registers.producers.models import Producer


class ProducerField(forms.ModelChoiceField):
    """One of the producers for which the person may act."""


class NewIdeaForm(Form):
    """The first page: what, where, whose."""

    name = TextField(
        label=_("Bạn định làm sản phẩm gì?"), max_length=200,
        help_text=_("Viết tên ngắn, ví dụ: Dứa sấy dẻo. Sau này đổi được."),
    )  # fmt: skip
    place = CommuneField(province="", label=_("Làm ở xã, phường nào?"))
    producer = ProducerField(
        Producer.objects.none(), label=_("Của chủ thể nào?"), empty_label=_("Chọn chủ thể")
    )
    proposer = TextField(
        label=_("Ý tưởng của ai?"), max_length=200, help_text=_("Họ tên người, hoặc tên cơ sở, nhóm hộ.")
    )
    proposer_phone = PhoneField(label=_("Điện thoại người đó"), required=False)

    def __init__(self, *args: Any, province: str, producers: Any, is_for_other: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["place"]
        commune.set_province(province)
        if producers.count() > 1 and not is_for_other:
            self.fields["producer"].queryset = producers  # type: ignore[attr-defined]
        else:
            del self.fields["producer"]
        if not is_for_other:
            del self.fields["proposer"], self.fields["proposer_phone"]


class IdeaForm(Form):
    """Everything about the idea on one calm page; may be left half filled until it is sent."""

    hide_optional = True

    material = TextField(
        label=_("Làm từ nguyên liệu nào của địa phương?"), lines=3, max_length=2000, required=False,
        help_text=_("Ví dụ: dứa Queen trồng tại thôn Na Lốc, mua của 20 hộ trong xã."),
    )  # fmt: skip
    description = TextField(
        label=_("Sản phẩm thế nào?"), lines=4, max_length=5000, required=False,
        help_text=_("Làm ra sao, đóng gói thế nào, có gì khác sản phẩm khác."),
    )  # fmt: skip
    market = TextField(
        label=_("Định bán cho ai, ở đâu?"), lines=2, max_length=2000, required=False,
        help_text=_("Ví dụ: khách du lịch Sa Pa, siêu thị ở Lào Cai."),
    )  # fmt: skip
    help_wanted = TextField(
        label=_("Cần giúp gì?"), lines=2, max_length=2000, required=False,
        help_text=_("Ví dụ: tập huấn, nhãn mác, máy móc, vay vốn, tìm nơi bán."),
    )  # fmt: skip
    leaf = forms.ChoiceField(
        label=_("Nhóm sản phẩm"), required=False,
        help_text=_("Chưa rõ thì để trống; chọn sau, khi làm hồ sơ."),
    )  # fmt: skip
    name = TextField(label=_("Tên sản phẩm dự định"), max_length=200)
    place = CommuneField(province="")
    proposer = TextField(label=_("Ý tưởng của ai?"), max_length=200)
    proposer_phone = PhoneField(label=_("Điện thoại người đó"), required=False)

    def __init__(
        self, *args: Any, province: str, regulation: Regulation | None, is_for_other: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["place"]
        commune.set_province(province)
        self.fields["leaf"].choices = leaf_choices(regulation)  # type: ignore[attr-defined]
        if not is_for_other:
            del self.fields["proposer"], self.fields["proposer_phone"]


def leaf_choices(regulation: Regulation | None) -> list[tuple[str, Any]]:
    """The kinds of products under their sectors, an empty one first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for leaf in regulation.leaves.values() if regulation else ():
        above = f"{said(leaf.group)}: " if leaf.group != leaf.label else ""
        groups.setdefault(said(leaf.sector), []).append((leaf.key, f"{above}{said(leaf.label)}"))
    return [("", _("Chưa rõ")), *groups.items()]


class ReasonForm(Form):
    """Why."""

    reason = TextField(
        label=_("Lý do"), lines=4, max_length=2000,
        help_text=_("Viết để người có ý tưởng hiểu và biết phải làm gì."),
    )  # fmt: skip


class NameProducerForm(Form):
    """Which producer takes the idea up."""

    producer = ProducerField(Producer.objects.none(), label=_("Chủ thể"), empty_label=_("Chọn chủ thể"))

    def __init__(self, *args: Any, producers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producer"].queryset = producers  # type: ignore[attr-defined]


class SheetForm(Form):
    """The workbook."""

    file = UploadField(label=_("Bảng Excel đã điền"), kinds=(FileKind.XLSX,))
