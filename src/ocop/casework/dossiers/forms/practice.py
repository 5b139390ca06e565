"""Which product a practised sheet is for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.forms import Form, RadioCards


class TakeOverForm(Form):
    """The product, the practised choices as one word, and whether answers that are there may be replaced."""

    product = forms.ChoiceField(label=_("Cho sản phẩm nào?"), widget=RadioCards)
    may_replace = forms.BooleanField(
        label=_("Thay cả những câu đã trả lời trong hồ sơ"),
        required=False,
        help_text=_("Không đánh dấu thì câu đã trả lời được giữ nguyên; chỉ điền câu còn trống."),
    )
    c = forms.CharField(widget=forms.HiddenInput, required=False, max_length=600)

    def __init__(self, *args: Any, products: Iterable[tuple[str, object]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].choices = list(products)  # type: ignore[attr-defined]
