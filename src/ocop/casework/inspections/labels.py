"""The words of this package. Functions give the choices of fields, so that a change of words needs no
migration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ocop.casework.inspections.rules.checklist import Conclusion, Part, Result
from ocop.casework.inspections.rules.risk import Why
from ocop.casework.inspections.rules.taking import Misuse
from ocop.casework.inspections.rules.weights import Weights
from ocop.casework.inspections.states import (
    INSPECTION_STATES,
    INSPECTION_WORKFLOW,
    MINISTRY_STATES,
    MINISTRY_WORKFLOW,
    ORDER_STATES,
    ORDER_WORKFLOW,
    PLAN_STATES,
    PLAN_WORKFLOW,
    REPORT_STATES,
    REPORT_WORKFLOW,
    InspectionState,
    MinistryState,
    OrderState,
    PlanState,
    ReportState,
)
from ocop.foundation.ui.words import said

PARTS = {
    Part.CRITERIA: gettext_lazy("1. Duy trì tiêu chí theo hồ sơ đã công nhận"),
    Part.MARK: gettext_lazy("2. Nhãn hiệu, nhãn hàng hoá, quảng bá"),
}
RESULTS = {
    Result.KEPT: gettext_lazy("Đạt"),
    Result.NOT_KEPT: gettext_lazy("Không đạt"),
    Result.NOT_SEEN: gettext_lazy("Không kiểm tra được"),
}
CONCLUSIONS = {
    Conclusion.MAINTAINED: gettext_lazy("Duy trì"),
    Conclusion.TO_CORRECT: gettext_lazy("Phải khắc phục"),
    Conclusion.REVOKE: gettext_lazy("Đề nghị thu hồi"),
}
CONCLUSION_KINDS = {Conclusion.MAINTAINED: "ok", Conclusion.TO_CORRECT: "warn", Conclusion.REVOKE: "bad"}
MISUSES = {
    Misuse.EXPIRED: gettext_lazy("Vẫn in sao khi giấy chứng nhận đã hết hạn"),
    Misuse.OTHER_PRODUCT: gettext_lazy("Tem, nhãn OCOP dán trên sản phẩm khác"),
    Misuse.WRONG_STARS: gettext_lazy("In sai số sao"),
    Misuse.QUALITY: gettext_lazy("Chất lượng, an toàn có vấn đề"),
    Misuse.OTHER: gettext_lazy("Việc khác"),
}
RELATIONS = {
    "none": gettext_lazy("Không có quan hệ nào với chủ thể"),
    "family": gettext_lazy("Người thân của tôi đứng tên, góp vốn hoặc làm việc ở cơ sở"),
    "interest": gettext_lazy("Tôi góp vốn, mua bán hoặc tư vấn cho cơ sở"),
    "other": gettext_lazy("Quan hệ khác khiến tôi khó khách quan"),
}

PLAN_KINDS = {PlanState.DRAFT: "wait", PlanState.ISSUED: "ok"}
INSPECTION_KINDS = {
    InspectionState.OPEN: "wait", InspectionState.CONCLUDED: "ok", InspectionState.DROPPED: "info"
}  # fmt: skip
MINISTRY_KINDS = {MinistryState.OPEN: "warn", MinistryState.CLOSED: "ok"}
ORDER_KINDS = {
    OrderState.OPEN: "warn", OrderState.ANSWERED: "wait", OrderState.OBJECTED: "wait",
    OrderState.ACCEPTED: "ok", OrderState.WITHDRAWN: "info", OrderState.PROPOSED: "bad",
}  # fmt: skip
REPORT_KINDS = {
    ReportState.RECEIVED: "wait", ReportState.FORWARDED: "wait", ReportState.INSPECTED: "ok",
    ReportState.DISMISSED: "info", ReportState.MERGED: "info",
}  # fmt: skip


def plan_word(state: str) -> str:
    """A state of a plan in words, in the language of the page."""
    return said(PLAN_STATES[PlanState(state)])


def inspection_word(state: str) -> str:
    """A state of an inspection in words."""
    return said(INSPECTION_STATES[InspectionState(state)])


def order_word(state: str) -> str:
    """A state of a corrective order in words."""
    return said(ORDER_STATES[OrderState(state)])


def ministry_word(state: str) -> str:
    """A state of an inspection of the Ministry in words."""
    return said(MINISTRY_STATES[MinistryState(state)])


def report_word(state: str) -> str:
    """A state of a report in words, for office and shopper alike."""
    return said(REPORT_STATES[ReportState(state)])


def misuse_word(kind: str) -> str:
    """What a shopper saw, in words."""
    return str(MISUSES[Misuse(kind)])


def conclusion_word(conclusion: str) -> str:
    """What follows for a product; empty while nothing is concluded."""
    return str(CONCLUSIONS[Conclusion(conclusion)]) if conclusion else ""


def plan_state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, plan_word(state)) for state in PlanState]


def inspection_state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, inspection_word(state)) for state in InspectionState]


def order_state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, order_word(state)) for state in OrderState]


def ministry_state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, ministry_word(state)) for state in MinistryState]


def report_state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(state.value, report_word(state)) for state in ReportState]


def misuse_choices() -> list[tuple[str, str]]:
    """Choices of what was seen."""
    return [(kind.value, str(word)) for kind, word in MISUSES.items()]


def conclusion_choices() -> list[tuple[str, str]]:
    """Choices of what follows."""
    return [(kind.value, str(word)) for kind, word in CONCLUSIONS.items()]


def result_choices() -> list[tuple[str, str]]:
    """Choices of what was found."""
    return [(kind.value, str(word)) for kind, word in RESULTS.items()]


def part_choices() -> list[tuple[str, str]]:
    """Choices of the part."""
    return [(part.value, str(word)) for part, word in PARTS.items()]


def relation_choices() -> list[tuple[str, str]]:
    """Choices of what ties an inspector to a producer."""
    return [(key, str(word)) for key, word in RELATIONS.items()]


def reason_words(reason: Mapping[str, Any]) -> str:
    """Why a product stands in the list, from a line of the plan: “4 sao (1 điểm)”."""
    why, number = Why(reason["why"]), reason["number"]
    said_why = {
        Why.SECTOR: lambda: _("ngành %(sector)s") % {"sector": reason["word"].lower()},
        Why.STARS: lambda: _("%(n)s sao") % {"n": number},
        Why.UNCHECKED: lambda: (
            ngettext("%(n)s năm chưa kiểm tra", "%(n)s năm chưa kiểm tra", number) % {"n": number}
        ),
        Why.OPEN_ORDER: lambda: (
            ngettext("%(n)s yêu cầu chưa khắc phục", "%(n)s yêu cầu chưa khắc phục", number) % {"n": number}
        ),
        Why.REPORTS: lambda: (
            ngettext("%(n)s phản ánh trong 12 tháng", "%(n)s phản ánh trong 12 tháng", number) % {"n": number}
        ),
        Why.ENDING: lambda: _("còn %(n)s ngày hết hạn") % {"n": number},
    }[why]()
    return _("%(why)s (%(points)s điểm)") % {"why": said_why, "points": reason["points"]}


def reasons_words(reasons: Iterable[Mapping[str, Any]]) -> str:
    """All of them in one line; no reason is a turn."""
    return "; ".join(map(reason_words, reasons)) or _("đến lượt")


def weight_lines(weights: Weights, defaults: Weights) -> list[tuple[str, str]]:
    """How points are given, line by line, each with the number that is shipped."""
    sectors = ", ".join(f"{name.lower()} {points}" for name, points in weights.sectors.items())
    shipped = ", ".join(f"{name.lower()} {points}" for name, points in defaults.sectors.items())
    stars = ", ".join(_("%(n)s sao: %(p)s") % {"n": n, "p": p} for n, p in weights.stars.items())
    stars_shipped = ", ".join(_("%(n)s sao: %(p)s") % {"n": n, "p": p} for n, p in defaults.stars.items())
    rows = [(_("Ngành hàng"), sectors, shipped), (_("Hạng sao"), stars, stars_shipped)]
    names = {
        "year_unchecked": _("Mỗi năm chưa kiểm tra"),
        "most_years": _("Tính nhiều nhất số năm"),
        "open_order": _("Còn yêu cầu chưa khắc phục"),
        "report": _("Mỗi phản ánh trong 12 tháng"),
        "most_reports": _("Tính nhiều nhất số phản ánh"),
        "ending": _("Sắp hết hạn"),
        "ending_days": _("Sắp hết hạn: trong số ngày"),
    }
    rows += [(word, str(getattr(weights, key)), str(getattr(defaults, key))) for key, word in names.items()]
    given = _("%(value)s (mặc định %(default)s)")
    return [(name, given % {"value": value, "default": default}) for name, value, default in rows]


_ACTS = {
    "inspectionplan.draw": gettext_lazy("Lập dự thảo kế hoạch kiểm tra"),
    "inspectionplan.add": gettext_lazy("Thêm sản phẩm vào kế hoạch"),
    "inspectionplan.remove": gettext_lazy("Bỏ sản phẩm khỏi kế hoạch"),
    "inspection.open": gettext_lazy("Mở cuộc kiểm tra"),
    "inspection.declare": gettext_lazy("Khai xung đột lợi ích"),
    "inspection.check": gettext_lazy("Ghi phiếu kiểm tra"),
    "inspection.photos": gettext_lazy("Thêm ảnh"),
    "inspection.print": gettext_lazy("Lập bản in biên bản"),
    "orderletter.write": gettext_lazy("Lập văn bản yêu cầu khắc phục"),
    "orderletter.print": gettext_lazy("Lập bản in văn bản yêu cầu khắc phục"),
    "correctiveorder.order": gettext_lazy("Yêu cầu khắc phục"),
    "ministryinspection.record": gettext_lazy("Ghi cuộc kiểm tra của Bộ"),
    "misusereport.note": gettext_lazy("Ghi kết quả xã kiểm tra"),
    "misusereport.file": gettext_lazy("Người mua gửi phản ánh"),
}
_MOVES = {
    "inspectionplan": PLAN_WORKFLOW,
    "inspection": INSPECTION_WORKFLOW,
    "correctiveorder": ORDER_WORKFLOW,
    "ministryinspection": MINISTRY_WORKFLOW,
    "misusereport": REPORT_WORKFLOW,
}


def act_word(action: str) -> str:
    """What an entry of the record says was done."""
    if action in _ACTS:
        return str(_ACTS[action])
    kind, _dot, name = action.partition(".")
    return said(_MOVES[kind].move(name).label)


def day(value: Any) -> str:
    """A day as pages print it."""
    return date_format(value, "d/m/Y")
