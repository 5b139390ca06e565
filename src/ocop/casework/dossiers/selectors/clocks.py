"""Where the commune's clock stands for a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from ocop.casework.dossiers.labels.clock import weekday_date, working_days
from ocop.casework.dossiers.models import Dossier, ReturnNote
from ocop.casework.dossiers.rules.clock import Clock, commune_due, read_clock
from ocop.casework.dossiers.selectors.answers import regulation_of
from ocop.casework.dossiers.states import EDITABLE, DossierState
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.words import said
from ocop.kernel.calendar import (
    UnknownYear,
    commune_check_due,
    doubtful_days,
    provisional_years,
    renewal_result_due,
)
from ocop.kernel.law.in_force import COMMUNE_CHECK

RUNNING = frozenset({DossierState.SUBMITTED, DossierState.RECEIVED, DossierState.RETURNED})


def clock_of(dossier: Dossier, today: date) -> Clock | None:
    """The clock with the days that the producer had the dossier; None where none was started. Two queries."""
    if dossier.commune_due_on is None:
        return None
    ended = timezone.localdate(dossier.proposed_at) if dossier.proposed_at else None
    if ended is None and dossier.state not in RUNNING:
        return None
    return read_clock(dossier.commune_due_on, today, _waits(dossier, today), ended)


def days_on_clock(dossier: Dossier, today: date) -> int | None:
    """Working days that are left, for lists: no queries. None where the clock does not run."""
    if dossier.commune_due_on is None or dossier.state not in RUNNING:
        return None
    return read_clock(dossier.commune_due_on, today, []).days_left


@dataclass(frozen=True)
class AwaitsReceipt:
    """A dossier that its commune has not received: since when, and the last day if it were received now."""

    since: date
    due_on: date | None

    def words(self) -> str:
        """ "chờ tiếp nhận từ 20/11/2026; nếu tiếp nhận hôm nay, hạn 14/12/2026" """
        since = date_format(self.since, "DATE_FORMAT")
        if self.due_on is None:
            return gettext("chờ tiếp nhận từ %(since)s") % {"since": since}
        return gettext("chờ tiếp nhận từ %(since)s; nếu tiếp nhận hôm nay, hạn %(due)s") % {
            "since": since,
            "due": date_format(self.due_on, "DATE_FORMAT"),
        }


def awaits_receipt(dossier: Dossier, today: date) -> AwaitsReceipt | None:
    """Since when the dossier waits to be received; None where the clock runs, ran, or there is none. No
    queries.
    """
    if dossier.state != DossierState.SUBMITTED or dossier.commune_due_on is not None:
        return None
    law = regulation_of(dossier)
    if COMMUNE_CHECK not in law.periods:
        return None
    try:
        due = commune_due(today, law)
    except UnknownYear:
        due = None
    return AwaitsReceipt(timezone.localdate(dossier.updated_at), due)


def likely_result(filed_on: date) -> date:
    """The last day of the result of a re-evaluation that is filed on a day, if every office takes all its
    days; a day of which the calendar knows nothing yet counts as none. For a hint, never for a due date.
    """
    try:
        return renewal_result_due(commune_check_due(filed_on))
    except UnknownYear:
        return filed_on


def result_words(dossier: Dossier, today: date) -> dict[str, Any]:
    """The last day of the result of a re-evaluation, in words (article 7(6)(g)); nothing of others."""
    due, over = dossier.result_due_on, dossier.state in {DossierState.CONCLUDED, DossierState.EXCLUDED}
    if due is None or over or dossier.proposed_at is None:
        return {}
    return {"result_due": weekday_date(due), "result_due_on": due, "today": today}


def started(dossiers: Sequence[Dossier]) -> dict[int, date]:
    """On which day the clock of each of these began, by id: the first receipt after it was handed in, or
    after the province returned it. Two queries.
    """
    back = dict(
        ReturnNote.objects.filter(dossier__in=dossiers, level=Level.PROVINCE)
        .order_by("at").values_list("dossier_id", "at")
    )  # fmt: skip
    begun: dict[int, date] = {}
    known = {str(one.pk): one for one in dossiers}
    for entry in history(*dossiers).filter(action="dossier.receive").order_by("sequence"):
        dossier = known[entry.object_id]
        since = max(filter(None, (dossier.submitted_at, back.get(dossier.pk))), default=entry.at)
        if entry.at >= since:
            begun.setdefault(dossier.pk, timezone.localdate(entry.at))
    return begun


def _waits(dossier: Dossier, today: date) -> list[tuple[date, date]]:
    """From each return by the commune to the next handing-in,
    or to today while it is still with the producer.
    """
    returns = dossier.returns.filter(level=Level.COMMUNE).order_by("at").values_list("at", flat=True)
    filings = list(dossier.submissions.order_by("at").values_list("at", flat=True))
    spans = []
    for returned in returns:
        back = next((filed for filed in filings if filed > returned), None)
        if back is not None or dossier.state in EDITABLE:
            spans.append((timezone.localdate(returned), timezone.localdate(back) if back else today))
    return spans


def clock_words(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """The commune's clock in words, or since when the dossier waits to be received."""
    found = clock_of(dossier, timezone.localdate(at))
    if found is None:
        waits = awaits_receipt(dossier, timezone.localdate(at))
        return {} if waits is None else {"clock_waits": waits.words()}
    return {
        "clock": found,
        "clock_due": weekday_date(found.due_on),
        "clock_left": working_days(found.days_left),
        "clock_doubts": _doubts(dossier, found.due_on),
        "clock_kind": "bad" if found.is_late else "warn" if found.days_left <= 3 else "wait",
    }


def _doubts(dossier: Dossier, due_on: date) -> list[str]:
    """Days off before the due date that the calendar is not sure of yet,
    so that the date may still move by them.
    """
    if dossier.received_at is None:
        return []
    start = timezone.localdate(dossier.received_at)
    if doubtful_days(start, due_on) or provisional_years(start, due_on):
        start = started([dossier]).get(dossier.pk, start)  # the province may have returned it since
    said_days = [f"{day.on:%d/%m/%Y} ({said(day.label)})" for day in doubtful_days(start, due_on)]
    years = [gettext("năm %(year)s") % {"year": year} for year in provisional_years(start, due_on)]
    return said_days + years
