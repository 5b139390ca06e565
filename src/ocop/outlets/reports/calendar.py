"""The calendar: steps of the year, rounds, meetings, tasks, days of communes,
ends of certificates, communication.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.annulment.labels import UNDONE
from ocop.casework.annulment.selectors import asked_by_ministry
from ocop.casework.annulment.states import AnnulmentState
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import PressState
from ocop.casework.dossiers.models import Dossier
from ocop.casework.inspections.selectors.desks import demands_due, orders_due
from ocop.casework.review.models import Meeting
from ocop.casework.review.selectors import owes_answer
from ocop.casework.review.states import MeetingState
from ocop.casework.revocation.selectors import decisions_due
from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.templatetags.ui import so
from ocop.kernel.calendar import renewal_window
from ocop.outlets.reports import selectors
from ocop.outlets.reports.counting.extent import Extent
from ocop.outlets.reports.permissions import reads_all
from ocop.registers.programme.models import CycleStep, Plan, Task
from ocop.registers.programme.rules import TaskState
from ocop.registers.programme.selectors import current
from ocop.registers.regulations.templatetags.law import cited
from ocop.registers.rounds.models import Round
from ocop.registers.rounds.selectors import ministry_rounds, rounds_to_open


@dataclass(frozen=True)
class Event:
    """Something on a day, or from a day to another, both included. `kind` colours it: ok, wait, warn or bad.

    `starts_at` and `place` are known of meetings; `changes` is how often they were changed. The key begins
    with its sort (`sort`); `office_id` is the office that has to do it, where one is named.
    """

    key: str
    on: date
    title: str
    detail: str
    address: str
    kind: str = "wait"
    until: date | None = None
    office_id: int | None = None
    is_done: bool = False
    starts_at: datetime | None = None
    place: str = ""
    changes: int = 0

    @property
    def sort(self) -> str:
        """What sort of event it is: step, round, open, ministry, meeting, answers, task, checks, results,
        end, opens, closes, press, order, demand, revoke or redo.
        """
        return self.key.partition("-")[0]

    @property
    def last(self) -> date:
        """Its last day."""
        return self.until or self.on


def events(first: date, last: date, *, extent: Extent, person: Any, at: datetime) -> list[Event]:
    """What falls between two days, both included, as far as the person reads it; in the order of the days."""
    plans = Plan.objects.visible_to(person, at).values("pk")
    found = [
        *_steps(first, last, plans), *_rounds(first, last), *_legal(first, last, person, at),
        *_meetings(first, last, person, at), *_answers(first, last, person, at),
        *_tasks(first, last, plans, timezone.localdate(at)),
        *_communes(first, last, extent, timezone.localdate(at)),
        *_results(first, last, extent, timezone.localdate(at)),
        *_terms(first, last, extent), *_press(first, last, extent),
        *_orders(first, last, person, at), *_revocations(first, last, person, at),
        *_ministrys(first, last, person, at),
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.on, one.title))


def _steps(first: date, last: date, plans: Any) -> Iterator[Event]:
    for one in CycleStep.objects.filter(
        plan__in=plans, starts_on__lte=last, ends_on__gte=first
    ).select_related("plan__place"):
        detail, kind = one.note or str(one.plan), one.get_kind_display()
        yield Event(
            f"step-{one.pk}", one.starts_on, kind, detail, one.plan.get_absolute_url(), "ok", one.ends_on
        )


def _rounds(first: date, last: date) -> Iterator[Event]:
    for one in Round.objects.filter(held_before__gte=first, proposed_before__lte=last):
        name = {"number": one.number, "year": one.year}
        days = (
            ("proposed", one.proposed_before, _("Đợt %(number)s/%(year)s: xã đề nghị trước ngày này") % name),
            ("held", one.held_before, _("Đợt %(number)s/%(year)s: đánh giá xong trước ngày này") % name),
        )
        for key, day, title in days:
            if first <= day <= last:
                yield Event(
                    f"round-{one.pk}-{key}",
                    day,
                    title,
                    _("Khoản 1 Điều 5"),
                    reverse("reports:calendar"),
                    "warn",
                )


def _legal(first: date, last: date, person: Any, at: datetime) -> Iterator[Event]:
    """For who reads the province's figures:
    rounds that nobody has opened yet, and the ministry's (R26-12, R26-15).
    """
    programme, today = current(), timezone.localdate(at)
    if programme is None or not reads_all(person, at):
        return
    for one in rounds_to_open(programme, today):
        if first <= one.dates.plan_due_on <= last:
            title = _("Đợt %(number)s/%(year)s chưa mở") % {"number": one.number, "year": one.year}
            address = reverse("rounds:open", args=[one.year, one.number])
            detail, kind = cited(one.dates.article), "bad" if one.dates.plan_due_on < today else "warn"
            yield Event(f"open-{one.year}-{one.number}", one.dates.plan_due_on, title, detail, address, kind)
    for dates in ministry_rounds(today):
        if first <= dates.proposed_before <= last:
            title, address = _("Bộ: tỉnh đề nghị 5 sao trước ngày này"), reverse("rounds:boundaries")
            key, detail = f"ministry-{dates.proposed_before}", cited(dates.article)
            yield Event(key, dates.proposed_before, title, detail, address, "warn")


def _meetings(first: date, last: date, person: Any, at: datetime) -> Iterator[Event]:
    found = Meeting.objects.visible_to(person, at).exclude(
        state__in=[MeetingState.CANCELLED, MeetingState.POSTPONED]
    )
    for one in found.filter(starts_at__date__gte=first, starts_at__date__lte=last):
        yield Event(
            f"meeting-{one.key}",
            timezone.localdate(one.starts_at),
            one.title,
            f"{timezone.localtime(one.starts_at):%H:%M} {one.venue}".strip(),
            one.get_absolute_url(),
            starts_at=one.starts_at,
            place=one.venue,
            changes=one.times_changed,
        )


def _answers(first: date, last: date, person: Any, at: datetime) -> Iterator[Event]:
    """The last days for written opinions (R26-38); done for who owes none."""
    found = Meeting.objects.visible_to(person, at).filter(
        state=MeetingState.OPEN, answers_due_on__gte=first, answers_due_on__lte=last
    )
    for one in found.select_related("council__programme__province", "rules"):
        title = _("Hạn gửi ý kiến: %(title)s") % {"title": one.title}
        is_done = not owes_answer(who_is(person, at), one)
        day: date = one.answers_due_on  # type: ignore[assignment]  # asked for by the filter
        yield Event(
            f"answers-{one.key}", day, title, "", one.get_absolute_url(), "ok" if is_done else "warn",
            is_done=is_done,
        )  # fmt: skip


def _orders(first: date, last: date, person: Any, at: datetime) -> Iterator[Event]:
    """What producers have to put right after an inspection."""
    today = timezone.localdate(at)
    for one in orders_due(first, last, person, at):
        detail = f"{one.producer.name}: {one.item.product_name}"
        kind = "bad" if one.due_on < today else "warn"
        address = one.get_absolute_url()
        yield Event(f"order-{one.key}", one.due_on, _("Hạn khắc phục"), detail, address, kind)


def _revocations(first: date, last: date, person: Any, at: datetime) -> Iterator[Event]:
    """The last days of article 8(4), for who has to act next."""
    today = timezone.localdate(at)
    for one in decisions_due(first, last, person, at):
        kind = "bad" if one.due_on < today else "warn"
        title = _("Hạn quyết định thu hồi (khoản 4 Điều 8)")
        yield Event(f"revoke-{one.key}", one.due_on, title, f"{one.name}: {one.task}", one.address, kind)


def _ministrys(first: date, last: date, person: Any, at: datetime) -> Iterator[Event]:
    """By when the Ministry wants something done: after an inspection of its own (article 9(4)(b)), or wrong
    evaluations done again and recognitions withdrawn (article 10(1)(b)).
    """
    today = timezone.localdate(at)
    for one in demands_due(first, last, person, at):
        detail, address = f"{one.producer.name}: {one.product_name}", one.get_absolute_url()
        yield _asked("demand", one, _("Hạn thực hiện yêu cầu của Bộ"), detail, address, today)
    for row, product in asked_by_ministry(first, last, person, at):
        title = _("Hạn Bộ đề nghị thực hiện lại (điểm b khoản 1 Điều 10)")
        detail = f"{product}: {UNDONE[AnnulmentState(row.state)]}"
        yield _asked("redo", row, title, detail, row.get_absolute_url(), today)


def _asked(sort: str, one: Any, title: str, detail: str, address: str, today: date) -> Event:
    kind = "bad" if one.due_on < today else "warn"
    return Event(f"{sort}-{one.key}", one.due_on, title, detail, address, kind)


def _tasks(first: date, last: date, plans: Any, today: date) -> Iterator[Event]:
    found = Task.objects.filter(plan__in=plans, in_force=True, due_on__gte=first, due_on__lte=last)
    for one in found.exclude(state=TaskState.DROPPED).select_related("office", "plan__place"):
        kind = "ok" if one.state == TaskState.DONE else "bad" if one.is_late(today) else "wait"
        title = _("Hạn nhiệm vụ: %(name)s") % {"name": one.name}
        office, is_done = one.office_id, one.state == TaskState.DONE
        address, due_on = one.get_absolute_url(), one.due_on
        yield Event(f"task-{one.pk}", due_on, title, one.holder, address, kind, None, office, is_done)  # type: ignore[arg-type]


def _communes(first: date, last: date, extent: Extent, today: date) -> Iterator[Event]:
    """The last day of the communes' checks, one line a day."""
    found = Dossier.objects.filter(
        extent.of_place("commune"),
        state__in=selectors.ON_CLOCK,
        commune_due_on__gte=first,
        commune_due_on__lte=last,
    )
    for row in found.order_by("commune_due_on").values("commune_due_on").annotate(n=Count("pk")):
        day: date = row["commune_due_on"]  # type: ignore[assignment]
        title = _("Hạn kiểm tra của xã: %(n)s hồ sơ") % {"n": so(row["n"])}
        kind = "bad" if day < today else "warn"
        yield Event(f"checks-{day}", day, title, "", reverse("dossiers:desk"), kind)


def _results(first: date, last: date, extent: Extent, today: date) -> Iterator[Event]:
    """The last day of the results of re-evaluations (article 7(6)(g)), one line a day."""
    found = Dossier.objects.filter(
        extent.of_place("commune"),
        state__in=selectors.WAITS_FOR_RESULT,
        result_due_on__gte=first,
        result_due_on__lte=last,
    )
    for row in found.order_by("result_due_on").values("result_due_on").annotate(n=Count("pk")):
        day: date = row["result_due_on"]  # type: ignore[assignment]
        title = _("Hạn có kết quả đánh giá lại: %(n)s hồ sơ") % {"n": so(row["n"])}
        kind = "bad" if day < today else "warn"
        yield Event(f"results-{day}", day, title, "", f"{reverse('dossiers:desk')}?lan=renewal", kind)


def _terms(first: date, last: date, extent: Extent) -> Iterator[Event]:
    """Ends of certificates, and the first and last day to file for renewal
    (article 7(6)(a)); one line a day.
    """
    held, address = selectors.held(extent), reverse("certificates:certificates")
    words = {
        "end": _("%(n)s giấy chứng nhận hết hạn"),
        "opens": _("%(n)s sản phẩm bắt đầu được nộp đánh giá lại"),
        "closes": _("%(n)s sản phẩm hết kỳ nộp đánh giá lại"),
    }
    counts: Counter[tuple[str, date]] = Counter()
    ends = (
        held.filter(expires_on__gte=first).order_by("expires_on").values("expires_on").annotate(n=Count("pk"))
    )
    for row in ends:
        # the law decides how long before its end a term can be renewed, so the window is not asked of the
        # database
        days = (row["expires_on"], *renewal_window(row["expires_on"]))
        for key, day in zip(words, days, strict=True):
            if first <= day <= last:
                counts[key, day] += row["n"]
    for (key, day), n in counts.items():
        yield Event(
            f"{key}-{day}", day, words[key] % {"n": so(n)}, "", address, "bad" if key == "end" else "wait"
        )


def _press(first: date, last: date, extent: Extent) -> Iterator[Event]:
    found = PressItem.objects.filter(extent.of_place("place"), planned_on__gte=first, planned_on__lte=last)
    for one in found.filter(state__in=[PressState.PLANNED, PressState.DONE]).select_related("place"):
        is_done, where = one.state == PressState.DONE, one.place.local_name
        kind, address = "ok" if is_done else "wait", one.get_absolute_url()
        yield Event(f"press-{one.key}", one.planned_on, one.title, where, address, kind, is_done=is_done)


@dataclass(frozen=True)
class Day:
    """One day of the month's grid."""

    on: date
    is_inside: bool
    events: list[Event]


def month_grid(year: int, month: int, found: list[Event]) -> list[list[Day]]:
    """The weeks of a month from Monday to Sunday; steps stand on their first and last day only."""
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    weeks: list[list[Day]] = []
    while not weeks or (start.month == month and start >= first):
        days = [start + timedelta(days=place) for place in range(7)]
        weeks.append(
            [
                Day(day, day.month == month, [one for one in found if day in (one.on, one.last)])
                for day in days
            ]
        )
        start += timedelta(days=7)
    return weeks


def as_ics(found: list[Event], site: str, at: datetime) -> str:
    """The events as a calendar file (RFC 5545): meetings with hour and place, all else whole days; folded
    lines, nothing typed can end a line.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OCOP//OCOP//VI", "CALSCALE:GREGORIAN"]
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for one in found:
        lines += [
            "BEGIN:VEVENT", f"UID:{one.key}@{site.partition('//')[2]}", f"DTSTAMP:{stamp}",
            *_when(one),
            f"SUMMARY:{_escaped(one.title)}",
            *([f"LOCATION:{_escaped(one.place)}"] if one.place else []),
            *([f"SEQUENCE:{one.changes}"] if one.changes else []),
            *([f"DESCRIPTION:{_escaped(one.detail)}"] if one.detail else []),
            f"URL:{site}{one.address}", "END:VEVENT",
        ]  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _when(one: Event) -> list[str]:
    """The hour where it is known; whole days otherwise."""
    if one.starts_at is not None:
        return [f"DTSTART:{one.starts_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    last = one.last + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}"]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """At most 75 bytes a line, never within a letter; what follows begins with a blank."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > 74:
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
