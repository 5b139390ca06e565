"""Forms of the provincial officer's pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.forms import DateField, Form, TextField


class ExtraRoundForm(Form):
    """A round beyond those of the law: its dates, and the two papers that allow it."""

    year = forms.TypedChoiceField(label=_("Năm"), coerce=int)
    number = forms.TypedChoiceField(
        label=_("Đợt"),
        coerce=int,
        choices=[(n, str(n)) for n in range(3, 10)],
        help_text=_("Đợt 1 và 2 là của luật."),
    )
    proposed_before = DateField(label=_("Xã đề nghị trước ngày"))
    held_before = DateField(label=_("Hội đồng đánh giá trước ngày"))
    rules_number = TextField(
        label=_("Quy chế hội đồng: số, ký hiệu"),
        max_length=60,
        help_text=_("Quy chế phải có quy định về đợt bổ sung."),
    )
    rules_on = DateField(label=_("Quy chế hội đồng: ngày ban hành"))
    plan_number = TextField(label=_("Kế hoạch: số, ký hiệu"), max_length=60)
    plan_on = DateField(label=_("Kế hoạch: ngày ban hành"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this_year = timezone.localdate().year
        year: Any = self.fields["year"]
        year.choices = [(one, str(one)) for one in (this_year, this_year + 1)]


class SettleForm(Form):
    """By which paper a doubt is settled."""

    reference = TextField(
        label=_("Căn cứ"),
        max_length=200,
        help_text=_("Số, ngày, cơ quan của văn bản. Ví dụ: Công văn 12/SNNMT-PTNT, 3/8/2026."),
    )
    decided_on = DateField(label=_("Ngày quyết định"))


class BoundaryForm(Form):
    """Which of two rounds, by which paper."""

    round = forms.ChoiceField(label=_("Vào đợt"), widget=forms.RadioSelect)
    reference = TextField(
        label=_("Căn cứ"),
        max_length=200,
        help_text=_("Số, ngày, cơ quan của văn bản. Ví dụ: Công văn 12/SNNMT-PTNT, 3/8/2026."),
    )
