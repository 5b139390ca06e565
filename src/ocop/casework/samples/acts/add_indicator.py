"""Thêm chỉ tiêu: what is to be tested, with its limit from a standard that the officer names."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.acts.hand_over import OPEN
from ocop.casework.samples.models import Indicator, Sample
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.rules import MOST_INDICATORS, read_limit, same_words
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.kernel.text import one_line


class AsksIndicator(Asks):
    """Name, limit, unit, standard."""

    name = TextField(label=_("Chỉ tiêu"), max_length=160)
    limit_text = TextField(
        label=_("Giới hạn"), max_length=80,
        help_text=_("Ví dụ: ≤ 5; tối đa 10^3; ≥ 3,5; 3 – 5; không được có."),
    )  # fmt: skip
    unit = TextField(label=_("Đơn vị"), max_length=40, required=False, help_text=_("Ví dụ: µg/kg, CFU/g."))
    standard = TextField(
        label=_("Tiêu chuẩn, quy chuẩn"), max_length=120, help_text=_("Ví dụ: QCVN 8-1:2011/BYT.")
    )
    is_safety = forms.BooleanField(
        label=_("Là chỉ tiêu an toàn thực phẩm: không đạt thì không công nhận"), required=False, initial=True
    )
    is_impurity = forms.BooleanField(
        label=_("Là tạp chất mà bộ tiêu chí loại (có trong phiếu của một số bộ)"), required=False
    )
    beside = {"limit_": "limit_text", "indicator_": "name"}


@recorded
def add_indicator(
    sample: Sample,
    *,
    name: str,
    limit_text: str,
    standard: str,
    by: Person,
    at: datetime,
    unit: str = "",
    is_safety: bool = True,
    is_impurity: bool = False,
) -> Indicator:
    """Adds an indicator. Refused to all but officers and secretaries of the province, for a limit that cannot
    be read, one that is there, more than MOST_INDICATORS, once there is a result.
    """
    ensure(refuse_sample(who_is(by, at), held(sample)))
    name, limit_text = one_line(name), one_line(limit_text)
    limit = read_limit(limit_text)
    if limit is None:
        raise Refused(limit_unreadable(limit_text))
    ensure(refuse_indicator_twice(sample, name))
    indicator = Indicator.objects.create(
        sample=sample, name=name, unit=one_line(unit), standard=one_line(standard), limit_text=limit_text,
        kind=limit.kind.value, low=limit.low, high=limit.high, is_strict=limit.is_strict,
        is_safety=is_safety or is_impurity, is_impurity=is_impurity,
    )  # fmt: skip
    data = {"indicator": name, "limit": limit_text, "unit": unit, "standard": standard}
    record("sample.add_indicator", sample, by=by, at=at, data=data)
    return indicator


def limit_unreadable(text: str) -> Refusal:
    """A limit that says nothing, or two things."""
    return Refusal(
        "limit_unreadable",
        gettext("Chưa đọc được giới hạn “%(text)s”.") % {"text": text},
        _("Phải rõ là tối đa, tối thiểu, khoảng hay không được có; 1,234 có thể là hai số."),
        _("Viết ví dụ: ≤ 5; ≥ 3,5; 3 – 5; < 10^3; không được có."),
    )


def refuse_indicator_twice(sample: Sample, name: str) -> Refusal | None:
    """The same indicator again, or too many."""
    there = list(sample.indicators.filter(drop_reason="").values_list("name", flat=True))
    if any(same_words(one, name) for one in there):
        return Refusal(
            "indicator_there",
            gettext("Mẫu này đã có chỉ tiêu “%(name)s”.") % {"name": name},
            "",
            _("Giới hạn sai thì bỏ chỉ tiêu cũ kèm lý do rồi thêm lại."),
        )
    if len(there) >= MOST_INDICATORS:
        return Refusal(
            "indicator_too_many", gettext("Một mẫu tối đa %(most)s chỉ tiêu.") % {"most": MOST_INDICATORS}
        )
    return None


ADD_INDICATOR = Act(
    about=SAMPLE,
    name="add_indicator",
    path="them-chi-tieu/",
    when=OPEN,
    refuse=refuse_sample,
    form=AsksIndicator,
    do=add_indicator,
    button=_("Thêm chỉ tiêu"),
    said=_("Đã thêm chỉ tiêu."),
    begins=True,
)
