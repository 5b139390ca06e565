"""Forms about a product: one short page for each kind of fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.ui.forms import CheckboxCards, LinkField, TextField
from ocop.registers.producers.selectors import province_code
from ocop.registers.products.rules.gtin import is_gtin
from ocop.registers.products.rules.seasons import MONTHS, months_of, season_of


class AsksFacts(Asks):
    """Facts of a product, which stand in columns of their names."""

    gives = frozenset({"fields"})

    def known(self) -> Mapping[str, Any]:
        """What is known so far."""
        return {name: getattr(self.thing, name) for name in self.base_fields}

    def given(self) -> Mapping[str, Any]:
        """The facts."""
        return {"fields": self.cleaned_data}


class AsksName(AsksFacts):
    """What the product is called, how it is sold, where it is made."""

    name = TextField(
        label=_("Tên sản phẩm"), max_length=200, help_text=_("Như ghi trên bao bì, ví dụ: Dứa quả Bản Lầu.")
    )
    net_content = TextField(
        label=_("Quy cách"),
        max_length=120,
        required=False,
        help_text=_("Ví dụ: hộp 500 g; chai 330 ml; túi 1 kg"),
    )
    commune = CommuneField(
        province="", label=_("Nơi sản xuất"), required=False, empty_label=_("Cùng xã với chủ thể"),
        help_text=_("Chỉ chọn khi khác xã của chủ thể. Gõ tên xã hiện nay hoặc xã cũ; không cần gõ dấu."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["commune"]
        commune.set_province(province_code(self.thing.producer))


class AsksDescription(AsksFacts):
    """What it is, and how it is packed."""

    description = TextField(
        label=_("Mô tả sản phẩm"), lines=6, max_length=5000,
        help_text=_("Làm từ gì, hương vị hoặc công dụng ra sao, tiêu chuẩn nào, bảo quản thế nào."),
    )  # fmt: skip
    packaging = TextField(
        label=_("Bao bì"), lines=3, max_length=2000, required=False,
        help_text=_("Loại bao bì, trên nhãn có những gì."),
    )  # fmt: skip


class AsksStory(AsksFacts):
    """The story of the product."""

    story = TextField(
        label=_("Câu chuyện sản phẩm"), lines=10, max_length=10000, required=False,
        help_text=_("Gắn với vùng đất, con người, cách làm truyền lại. Chưa có thì để trống."),
    )  # fmt: skip


def month_choices() -> list[tuple[int, str]]:
    """The months in the language of the page."""
    return [(month, str(_("Tháng %(number)s")) % {"number": month}) for month in MONTHS]


class MonthsField(forms.TypedMultipleChoiceField):
    """Months of the year; one number, see `rules.seasons`."""

    widget = CheckboxCards

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=month_choices, coerce=int, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The months of what is kept."""
        return months_of(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        """As it is kept."""
        return season_of(super().clean(value))


class AsksSeason(AsksFacts):
    """In which months there is some to buy."""

    months = MonthsField(
        label=_("Những tháng có hàng"),
        help_text=_("Đánh dấu các tháng thu hoạch hoặc có bán. Có quanh năm thì đánh dấu cả 12 tháng."),
    )


class AsksTrace(AsksFacts):
    """The bar code and where the product can be traced."""

    gtin = TextField(
        label=_("Mã vạch"),
        max_length=20,
        required=False,
        help_text=_("8, 12, 13 hoặc 14 chữ số dưới vạch, ví dụ 8936…"),
    )
    trace_url = LinkField(
        label=_("Trang truy xuất nguồn gốc"), required=False,
        help_text=_("Địa chỉ mở ra khi quét mã truy xuất, nếu có."),
    )  # fmt: skip

    def clean_gtin(self) -> str:
        """Digits with the right check digit."""
        code = str(self.cleaned_data["gtin"]).replace(" ", "")
        if code and not is_gtin(code):
            raise forms.ValidationError(_("Mã vạch này không đúng. Hãy xem lại từng chữ số."), code="invalid")
        return code


SECTION_FORMS: dict[str, type[AsksFacts]] = {
    "name": AsksName,
    "description": AsksDescription,
    "story": AsksStory,
    "season": AsksSeason,
    "trace": AsksTrace,
}
