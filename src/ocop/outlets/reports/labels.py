"""Words of the reports."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from ocop.foundation.ui.templatetags.ui import so
from ocop.outlets.reports.rules import FEWEST_CASES, Outlook, Period, PeriodKind, Risk

Text = str | Promise

RISKS: Mapping[Risk, Text] = {
    Risk.MET: pgettext_lazy("target", "Đã đạt"),
    Risk.ON_TRACK: pgettext_lazy("target", "Đúng tiến độ"),
    Risk.AT_RISK: pgettext_lazy("target", "Có nguy cơ"),
    Risk.MISSED: pgettext_lazy("target", "Không đạt"),
    Risk.UNKNOWN: pgettext_lazy("target", "Chưa có số để so"),
}
RISK_KINDS: Mapping[Risk, str] = {
    Risk.MET: "ok", Risk.ON_TRACK: "wait", Risk.AT_RISK: "warn", Risk.MISSED: "bad", Risk.UNKNOWN: "info",
}  # fmt: skip


def reason_of(outlook: Outlook | None, done: int | Decimal, *, is_over: bool) -> str:
    """Why the forecast is what it is, in plain sentences:
    what is done, what is in time, and the past it rests on.
    """
    if is_over:
        return _("Năm đã kết thúc: đây là số cuối cùng.")
    if outlook is None:
        return _("Kết quả do cơ quan ghi tay; không có việc đang làm để dự báo.")
    if not outlook.in_hand:
        return _("Đã có %(done)s, không có việc nào đang làm.") % {"done": so(done)}
    parts = [_("Đã có %(done)s, đang làm %(number)s.") % {"done": so(done), "number": so(outlook.in_hand)}]
    if outlook.in_time:
        parts.append(_in_time(outlook))
    if outlook.too_late:
        parts.append(_("Khó kịp trước 31/12: %(number)s.") % {"number": so(outlook.too_late)})
    if outlook.too_little_past:
        parts.append(_thin(outlook))
    return " ".join(parts)


def _in_time(outlook: Outlook) -> str:
    words = _(
        "%(number)s việc kịp trước 31/12 nếu đi nhanh như mức giữa của %(cases)s việc đã kết thúc; "
        "với tỷ lệ thành công trước đây, thêm khoảng %(expected)s, tính tròn %(more)s."
    )
    return words % {
        "number": so(outlook.in_time), "cases": so(outlook.cases), "expected": so(tenths(outlook.expected)),
        "more": so(outlook.more),
    }  # fmt: skip


def _thin(outlook: Outlook) -> str:
    words = _(
        "%(number)s việc ở bước có dưới %(fewest)s việc đã kết thúc: quá ít để dự báo, nên chỉ tính phần "
        "chắc chắn."
    )
    return words % {"number": so(outlook.too_little_past), "fewest": so(FEWEST_CASES)}


def tenths(value: Fraction) -> Fraction:
    """For print: to one decimal, half up."""
    return Fraction((value * 10 + Fraction(1, 2)).__floor__(), 10)


def period_name(period: Period) -> str:
    """«quý III năm 2026», «6 tháng đầu năm 2026», «năm 2026»."""
    year = {"year": period.year}
    if period.kind == PeriodKind.YEAR:
        return _("năm %(year)s") % year
    if period.kind == PeriodKind.HALF:
        return (
            _("6 tháng đầu năm %(year)s") if period.number == 1 else _("6 tháng cuối năm %(year)s")
        ) % year
    return _("quý %(number)s năm %(year)s") % {"number": ["I", "II", "III", "IV"][period.number - 1], **year}
