"""The periodic report: a quarter, half-year or year drafted from the records,
for the office to finish in Word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ocop.casework.support.selectors import spent_by_line
from ocop.foundation.documents.engines.docx import StatePaper
from ocop.foundation.documents.engines.xlsx import Percent, workbook
from ocop.foundation.ui.templatetags.ui import ngay, so
from ocop.kernel.law.in_force import WINDOW_OPENS, legal_period
from ocop.kernel.text import day_words_vi
from ocop.outlets.reports import selectors
from ocop.outlets.reports.counting import Progress, progress_of
from ocop.outlets.reports.counting.asking import counts_of, number_of
from ocop.outlets.reports.counting.progress import Number
from ocop.outlets.reports.counting.results import recorded_of
from ocop.outlets.reports.labels import period_name
from ocop.outlets.reports.lists import aim_words
from ocop.outlets.reports.rules import Period
from ocop.outlets.reports.rules.periods import period_after
from ocop.registers.programme.labels import source_choices
from ocop.registers.programme.models import Plan, Task
from ocop.registers.programme.rules import TaskState, agency_symbol
from ocop.registers.programme.selectors import current, signer_of

WIDTHS = (1.0, 5.8, 2.3, 2.4, 1.6, 1.6, 1.8)


@dataclass(frozen=True)
class TargetLine:
    """One target in a period: what was done in it, and since the new year up to its end."""

    progress: Progress
    in_period: Number
    total: Number

    @property
    def share(self) -> Percent | None:
        """How much of the plan's number is done, in whole per cent, rounded down:
        100 % is said of the whole only. Nothing where the plan gives no number.
        """
        value = self.progress.value
        return Percent(int(self.total * 100 // value)) if value else None


@dataclass(frozen=True)
class Money:
    """What the plan gives from a source and what was paid of it;
    `planned` is None where a line has no amount.
    """

    source: str
    planned: int | None
    spent: int


@dataclass(frozen=True)
class PeriodicReport:
    """Everything that the report says of a plan in a period, up to the day of making."""

    plan: Plan
    period: Period
    until: date
    lines: list[TargetLine]
    stars: list[tuple[int, int]]
    revoked: int
    ending: int
    late_dossiers: int
    rounds: list[Any]
    money: list[Money]
    done_tasks: list[Task]
    late_tasks: list[Task]
    next_tasks: list[Task]


def periodic_report(plan: Plan, period: Period, today: date) -> PeriodicReport:
    """The report of a plan for a period of its year; of a running one up to today."""
    until = min(today, period.last)
    extent = replace(selectors.extent_of(plan.place, plan.year, until), last=until)
    tasks = (
        plan.tasks.filter(in_force=True).select_related("office", "plan__place").order_by("due_on", "number")
    )
    done = tasks.filter(state=TaskState.DONE, done_on__gte=period.first, done_on__lte=until)
    following = period_after(period)
    ahead = tasks.filter(state=TaskState.OPEN, due_on__gte=following.first, due_on__lte=following.last)
    revoked = {"revoked": number_of(selectors.revoked_in(replace(extent, first=period.first)))}
    many = counts_of(selectors.numbers_of(extent, until) | revoked)
    stars = sorted(selectors.by_stars(selectors.held(extent)).items())
    return PeriodicReport(
        plan, period, until, _lines(progress_of(plan, until), period, until), stars,
        many["revoked"], many["ending"], many["dossiers"],
        selectors.rounds_of(plan.year), _money(plan), list(done), list(selectors.late_tasks(plan, until)),
        list(ahead),
    )  # fmt: skip


def _lines(every: Sequence[Progress], period: Period, until: date) -> list[TargetLine]:
    """The numbers of the period are counted as those of the year, over its days alone."""
    if period.first == date(period.year, 1, 1):
        return [TargetLine(one, one.done, one.done) for one in every]
    parts = [replace(one.extent, first=period.first, last=until, is_from_new_year=False) for one in every]
    counted = counts_of(
        {
            one.target.pk: number_of(one.counter.rows(part))
            for one, part in zip(every, parts, strict=True)
            if one.counter is not None
        }
    )
    by_hand = [(one.target, part) for one, part in zip(every, parts, strict=True) if one.counter is None]
    found: dict[int, Number] = {**counted, **recorded_of(by_hand, since=period.first)}
    return [TargetLine(one, found[one.target.pk], one.done) for one in every]


def _money(plan: Plan) -> list[Money]:
    """By source, in the order of the sources; one sum is unknown as soon as one of its lines is."""
    spent, found = spent_by_line(plan), dict[str, Money]()
    for line in plan.budget_lines.filter(in_force=True):
        before = found.get(line.source, Money(line.source, 0, 0))
        known = before.planned is not None and line.amount is not None
        planned = before.planned + line.amount if known else None  # type: ignore[operator]
        found[line.source] = Money(line.source, planned, before.spent + spent.get(line.pk, 0))
    return [found[key] for key, _name in source_choices() if key in found]


HEADER = ("TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch", "Trong kỳ", "Luỹ kế", "So kế hoạch")


def _rows(report: PeriodicReport) -> list[list[Any]]:
    return [
        [place, one.progress.target.name, one.progress.target.unit, aim_words(one.progress), one.in_period,
        one.total,
         one.share]
        for place, one in enumerate(report.lines, start=1)
    ]  # fmt: skip


def as_docx(report: PeriodicReport, at: datetime) -> bytes:
    """The report as a Word file in the layout of Decree 30.
    Always Vietnamese; number and date stay open, and the signer where nobody leads the agency here.
    """
    with override("vi"):
        programme = current()
        name = period_name(report.period)
        subject = f"Kết quả thực hiện Chương trình OCOP {name}"
        is_shown = report.plan.is_illustration or (programme is not None and programme.is_demonstration)
        paper = StatePaper(title=subject, at=at, illustration=is_shown)
        paper.head(
            parent=programme.agency_parent if programme else "",
            agency=programme.agency_name if programme else "",
            symbol=f"BC-{agency_symbol(programme.agency_name)}" if programme else "BC",
            seat=programme.seat if programme else "",
        )  # fmt: skip
        paper.title("Báo cáo", subject)
        above = [programme.agency_parent] if programme and programme.agency_parent else []
        if above:
            paper.addressees(above)
        _write(paper, report, name)
        recipients = ["Như trên"] if above else []
        signs = signer_of(programme, at) if programme else {"titles": [], "signer": ""}
        paper.ends_with(recipients=recipients, archive="VT", titles=signs["titles"], name=signs["signer"])
        return paper.content()


def _write(paper: StatePaper, report: PeriodicReport, name: str) -> None:
    plan = report.plan
    paper.paragraph(
        f"Thực hiện {_named(plan)}, kết quả {name} (số liệu đến ngày {day_words_vi(report.until)}) như sau:"
    )
    paper.heading("I. Sản phẩm được công nhận")
    for sentence in _recognised(report):
        paper.paragraph(sentence)
    paper.heading("II. Thực hiện các chỉ tiêu của kế hoạch")
    if report.lines:
        paper.table(HEADER, _rows(report), WIDTHS)
    else:
        paper.paragraph("Kế hoạch chưa có chỉ tiêu nào.")
    paper.heading("III. Đợt đánh giá và nhiệm vụ")
    for sentence in _rounds(report):
        paper.paragraph(sentence)
    _tasks(paper, "Đã xong trong kỳ", report.done_tasks)
    _tasks(paper, "Quá hạn", report.late_tasks)
    paper.heading("IV. Kinh phí")
    _spending(paper, report.money)
    paper.heading("V. Nhiệm vụ kỳ tới")
    _tasks(paper, "Đến hạn trong kỳ tới", report.next_tasks)
    paper.ending(
        "Trên đây là báo cáo kết quả thực hiện Chương trình OCOP, kính báo cáo cấp trên xem xét, chỉ đạo"
    )


def _named(plan: Plan) -> str:
    number = f" số {plan.number}" if plan.number else ""
    issued = f" ngày {day_words_vi(plan.issued_on)}" if plan.issued_on else ""
    return f"Kế hoạch{number}{issued} ({plan.name})"


def _recognised(report: PeriodicReport) -> list[str]:
    total = sum(count for _stars, count in report.stars)
    by_star = ", ".join(f"{so(count)} sản phẩm {stars} sao" for stars, count in report.stars if stars)
    soon = legal_period(WINDOW_OPENS, report.until).words.vi
    return [
        f"Sản phẩm đã được công nhận, không kể sản phẩm bị thu hồi: {so(total)}"
        f"{f' ({by_star})' if by_star else ''}.",
        f"Thu hồi trong kỳ: {so(report.revoked)}. Hết hạn trong {soon} tới: {so(report.ending)}.",
    ]


def _rounds(report: PeriodicReport) -> list[str]:
    said = [
        f"Đợt {one.number}: {so(one.judged)}/{so(one.on_agenda)} sản phẩm có kết quả; "
        f"xong trước {ngay(one.held_before)}."
        for one in report.rounds
    ] or ["Chưa mở đợt đánh giá nào trong năm."]
    return [*said, f"Hồ sơ quá hạn kiểm tra ở xã: {so(report.late_dossiers)}."]


def _tasks(paper: StatePaper, title: str, tasks: Sequence[Task]) -> None:
    paper.paragraph(f"{title}: {so(len(tasks))} nhiệm vụ{':' if tasks else '.'}")
    for place, task in enumerate(tasks, start=1):
        due = f", hạn {ngay(task.due_on)}" if task.due_on else ""
        paper.paragraph(f"- {task.name} ({task.holder}{due}){'.' if place == len(tasks) else ';'}")


def _spending(paper: StatePaper, money: Sequence[Money]) -> None:
    if not money:
        paper.paragraph("Kế hoạch chưa ghi kinh phí.")
        return
    names = dict(source_choices())
    rows = [
        [names[one.source], "chưa rõ" if one.planned is None else so(one.planned), so(one.spent)]
        for one in money
    ]
    paper.table(("Nguồn", "Kế hoạch (đồng)", "Đã chi đến nay (đồng)"), rows, (6.5, 5.0, 5.0))


def as_xlsx(report: PeriodicReport) -> bytes:
    """The targets as a spreadsheet, for whoever collects reports."""
    header = [
        _("TT"),
        _("Chỉ tiêu"),
        _("Đơn vị"),
        _("Kế hoạch"),
        _("Trong kỳ"),
        _("Luỹ kế"),
        _("So kế hoạch"),
    ]
    return workbook(period_name(report.period), header, _rows(report))
