"""One A4 page for leaders: the plan line by line, what expires, what is late and who holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.documents.engines import pdf
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.templatetags.ui import ngay, so
from ocop.kernel.law.in_force import WINDOW_OPENS
from ocop.outlets.reports import selectors
from ocop.outlets.reports.counting import Extent, Progress, progress_of
from ocop.outlets.reports.counting.asking import counts_of, number_of
from ocop.outlets.reports.labels import RISKS
from ocop.outlets.reports.lists import aim_words
from ocop.outlets.reports.rules import Risk
from ocop.outlets.reports.terms import ending_in_months
from ocop.registers.programme.models import Plan
from ocop.registers.regulations.templatetags.law import period_text

MOST_LINES = 6
TEMPLATE = "outlets/reports/papers/leaders.typ"


@dataclass(frozen=True)
class DueLine:
    """One thing that is late or ends soon: what, who holds it, which day."""

    name: str
    holder: str
    on: date | None
    address: str


@dataclass(frozen=True)
class Part:
    """A short list with how many there are in all."""

    title: str
    count: int
    lines: list[DueLine]
    none: str

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.lines)


@dataclass(frozen=True)
class LeadersPage:
    """Everything on the page."""

    plan: Plan
    on: date
    targets: list[Progress]
    figures: list[tuple[str, str]]
    parts: list[Part]
    within: Place | None


def leaders_page(plan: Plan, on: date, within: Place | None = None) -> LeadersPage:
    """The page of a plan on a day; for officers of a commune with its figures alone."""
    extent = selectors.extent_of(within or plan.place, plan.year, on)
    targets, many = progress_of(plan, on, within=within), _numbers(plan, extent, on)
    figures, parts = _figures(targets, extent, many), _parts(plan, extent, on, many)
    return LeadersPage(plan, on, targets, figures, parts, within)


def _numbers(plan: Plan, extent: Extent, on: date) -> dict[str, int]:
    """How many there are of what is named in part or not at all. One statement."""
    more = {
        "months": number_of(ending_in_months(extent, on)), "tasks": number_of(selectors.late_tasks(plan, on))
    }  # fmt: skip
    return counts_of(selectors.numbers_of(extent, on) | more)


def _figures(targets: list[Progress], extent: Extent, many: Mapping[str, int]) -> list[tuple[str, str]]:
    risks = Counter(one.risk for one in targets)
    stars = selectors.by_stars(selectors.held(extent))
    found = [(so(risks[risk]), str(RISKS[risk])) for risk in (Risk.MET, Risk.AT_RISK, Risk.MISSED)]
    found += [
        (so(stars.get(number, 0)), _("sản phẩm %(stars)s sao") % {"stars": number}) for number in (3, 4, 5)
    ]
    months = (so(many["months"]), _("hết hạn trong 12 tháng"))
    return [*found, months, (so(many["revoked"]), _("thu hồi trong năm"))]


def _parts(plan: Plan, extent: Extent, on: date, many: Mapping[str, int]) -> list[Part]:
    """What is late, and for a year that still runs what is late at communes and what ends soon."""
    parts = [_tasks(plan, on, many["tasks"])]
    if on > plan.last_day:
        return parts
    return [*parts, _dossiers(extent, on, many["dossiers"]), _ending(extent, on, many["ending"])]


def _tasks(plan: Plan, on: date, number: int) -> Part:
    rows = selectors.late_tasks(plan, on)[:MOST_LINES]
    lines = [DueLine(one.name, one.holder, one.due_on, one.get_absolute_url()) for one in rows]
    return Part(_("Nhiệm vụ quá hạn"), number, lines, _("Không có nhiệm vụ nào quá hạn."))


def _dossiers(extent: Extent, on: date, number: int) -> Part:
    rows = selectors.late_dossiers(extent, on)
    lines = [
        DueLine(one.product.name, dossier_holder(one), one.commune_due_on, one.get_absolute_url())
        for one in selectors.first_of(rows, MOST_LINES)
    ]
    return Part(_("Hồ sơ quá hạn ở xã"), number, lines, _("Không có hồ sơ nào quá hạn."))


def _ending(extent: Extent, on: date, number: int) -> Part:
    rows = selectors.expiring(extent, on)
    lines = [
        DueLine(one.product.name, one.product.producer.name, one.expires_on, one.product.get_absolute_url())
        for one in selectors.first_of(rows, MOST_LINES)
    ]
    soon = {"period": period_text(WINDOW_OPENS, on)}
    none = _("Không có giấy chứng nhận nào hết hạn trong %(period)s.") % soon
    return Part(_("Hết hạn trong %(period)s") % soon, number, lines, none)


def dossier_holder(dossier: Any) -> str:
    """Who has a late dossier in hand: its commune, or the producer to whom it was returned."""
    if dossier.state == DossierState.RETURNED:
        return str(dossier.product.producer.name)
    return f"{dossier.commune.local_name} · {state_name(dossier.state)}"


def leaders_pdf(page: LeadersPage, at: datetime) -> bytes:
    """The page as PDF, one sheet of A4."""
    plan, day = page.plan, {"day": ngay(page.on)}
    data = {
        "illustration": plan.is_illustration,
        "heading": _("Tiến độ kế hoạch OCOP năm %(year)s") % {"year": plan.year},
        "lead": " · ".join([full_name(page.within or plan.place, plan.first_day),
        _("Tính đến %(day)s") % day]),
        "name": f"{plan.name} ({plan.number})" if plan.number else plan.name,
        "header": [
            _("Chỉ tiêu"), _("Kế hoạch"), pgettext("progress", "Đã có"), pgettext("progress", "Đang làm"),
            _("Dự kiến"), _("Tình trạng"),
        ],
        "rows": [_row(one) for one in page.targets],
        "figures": [list(one) for one in page.figures],
        "parts": [_printed(part) for part in page.parts],
        "foot": _(
            "Dự kiến đến 31/12 theo thời gian và tỷ lệ của các việc đã kết thúc; "
            "trang trên mạng ghi rõ vì sao."
        ),
    }  # fmt: skip
    return pdf.render(TEMPLATE, data, at=at)


def _row(one: Progress) -> list[str]:
    return [
        f"{one.target.name} ({one.target.unit})", aim_words(one), so(one.done),
        so(sum(one.pipeline.values())) or "–",
        "–" if one.forecast is None else so(one.forecast), str(RISKS[one.risk]), one.risk,
    ]  # fmt: skip


def _printed(part: Part) -> dict[str, Any]:
    lines = [f"{line.name} – {line.holder} ({ngay(line.on)})" for line in part.lines]
    if part.more:
        lines.append(_("và %(count)s nữa") % {"count": so(part.more)})
    return {"title": f"{part.title}: {so(part.count)}", "lines": lines or [part.none]}
