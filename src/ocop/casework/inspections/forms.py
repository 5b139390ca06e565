"""What forms share: products by their codes, the day and the team of an inspection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.selectors.named import named
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import Asks
from ocop.foundation.ui.forms import CheckboxCards, DateField, SeveralField, TextField


class AsksProducts(Asks):
    """Products by what stands on their label; gives `recognitions` in place of `codes`."""

    codes = TextField(
        label=_("Mã sản phẩm hoặc mã giấy chứng nhận"),
        lines=3,
        max_length=5000,
        help_text=_("Mỗi dòng một mã."),
    )
    beside = {"code_": "codes"}
    gives = frozenset({"recognitions", "reason"})

    def known(self) -> Mapping[str, Any]:
        """The products from whose page or line one comes."""
        return {"codes": "\n".join(self.query.get("ma", "")[:2000].split(","))}

    def clean_codes(self) -> str:
        """Every line must name a product of the own ground."""
        text: str = self.cleaned_data["codes"]
        self.named = named(text, person=self.who.person, at=self.who.at)
        if self.named.unknown:
            raise forms.ValidationError(
                gettext("Không có sản phẩm nào của tỉnh mang mã: %(codes)s. Xem lại từng mã.")
                % {"codes": "; ".join(self.named.unknown[:5])},
                code="code_unknown",
            )
        return text

    def given(self) -> Mapping[str, Any]:
        """The recognitions that the codes name."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "codes"}
        return told | {"recognitions": self.named.found}


class AsksTeam(Asks):
    """The day, the officers of the team, who comes along."""

    starts_on = DateField(label=_("Ngày kiểm tra"))
    team = SeveralField(label=_("Đoàn kiểm tra"), queryset=Person.objects.none(), widget=CheckboxCards)
    guests = TextField(
        label=_("Thành phần khác"),
        lines=3,
        max_length=1000,
        required=False,
        help_text=_("Mỗi dòng một người: họ tên, cơ quan. Sở, ngành phối hợp (điểm a khoản 4 Điều 9)."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme = getattr(self.thing, "programme", self.thing)
        team: Any = self.fields["team"]
        team.queryset = people_holding(Role.PROVINCE_OFFICER, self.who.at, place=programme.province)
