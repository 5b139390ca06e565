"""A product to be tested, a sample, and their papers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from ocop.casework.samples.about import (
    demand_head,
    find_demand,
    find_sample,
    sample_head,
    see_demand,
    see_sample,
)
from ocop.casework.samples.acts import ABOUT_A_DEMAND, ABOUT_A_SAMPLE, DROP_INDICATOR, REPORT
from ocop.casework.samples.labels import (
    SAMPLE_KINDS,
    SIDES,
    VERDICT_KINDS,
    VERDICTS,
    act_word,
    sample_word,
)
from ocop.casework.samples.models import Retest, Sample, TestReport
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.rules import Side, Verdict
from ocop.casework.samples.selectors.outcomes import outcomes_of
from ocop.casework.samples.states import SampleState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, Button, address_of, buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.ui.parts import Happening


def demand(request: PersonRequest, key: UUID) -> HttpResponse:
    """Why the product must be tested, its samples, what they come to, what may be done."""
    who, found = request.who, find_demand(request.who, key)
    see_demand(who, found)
    outcome = outcomes_of([found.dossier_id]).get(found.dossier_id)
    retests = Retest.objects.filter(sample__demand=found).select_related("by", "sample")
    context = demand_head(found) | {
        "outcome": outcome,
        "samples": [_line(one) for one in found.samples.prefetch_related("reports")],
        "retests": [(one, SIDES[Side(one.side)]) for one in retests],
        "choices": found.choices.select_related("sample", "by"),
        "buttons": _open(ABOUT_A_DEMAND, who, found),
        "entries": _thread(found),
    }
    return render(request, "samples/demand.html", context)


def _line(sample: Sample) -> dict[str, Any]:
    report = next((one for one in sample.reports.all() if not one.set_aside_reason), None)
    return {
        "sample": sample,
        "word": sample_word(sample.state),
        "kind": SAMPLE_KINDS[SampleState(sample.state)],
        "verdict": "" if report is None else VERDICTS[Verdict(report.verdict)],
        "verdict_kind": "" if report is None else VERDICT_KINDS[Verdict(report.verdict)],
    }


def _open(acts: Iterable[Act], who: Who, thing: Any) -> list[Button]:
    return [one for one in buttons(acts, who, thing) if one.refusal is None]


def _thread(thing: Model) -> list[Happening]:
    return [
        Happening(act_word(entry.action), entry.at, entry.by_name, entry.reason, "", "info")
        for entry in history(thing)
    ]


def sample(request: PersonRequest, key: UUID) -> HttpResponse:
    """As it was taken, through whose hands, what is asked and what was found with its working."""
    who, found = request.who, find_sample(request.who, key)
    see_sample(who, found)
    dispatch = getattr(found, "dispatch", None)
    is_open = found.state in {SampleState.TAKEN, SampleState.SENT}
    may = is_open and refuse_sample(who, found) is None
    acts = [act for act in ABOUT_A_SAMPLE if act is not REPORT or found.state == SampleState.SENT]
    unmade = [one for one in (found, dispatch) if one is not None and one.file is None]
    context = sample_head(found) | {
        "dispatch": dispatch,
        "handovers": found.handovers.all(),
        "indicators": _indicators(found, may=may),
        "may_import": may and found.state == SampleState.SENT,
        "may_change": may,
        "reports": [_report(one) for one in found.reports.prefetch_related("results__indicator")],
        "buttons": _open(acts, who, found),
        "printing": waiting_for(unmade, who.at),
        "entries": _thread(found),
    }
    return render(request, "samples/sample.html", context)


def _indicators(found: Sample, *, may: bool) -> list[tuple[Any, str]]:
    """Those that are asked, each with the way to drop it."""
    rows = list(found.indicators.filter(drop_reason=""))
    for one in rows:
        one.sample = found
    return [(one, address_of(DROP_INDICATOR, one) if may else "") for one in rows]


def _report(report: TestReport) -> dict[str, Any]:
    return {
        "report": report,
        "verdict": VERDICTS[Verdict(report.verdict)],
        "kind": VERDICT_KINDS[Verdict(report.verdict)],
        "rows": [
            (one, VERDICTS[Verdict(one.verdict)], VERDICT_KINDS[Verdict(one.verdict)])
            for one in report.results.all()
        ],
    }


def record_pdf(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The sampling record."""
    found = find_sample(request.who, key)
    see_sample(request.who, found)
    return paper_of(request, found, found.file)


def letter_pdf(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The letter that went with the sample."""
    found = find_sample(request.who, key)
    see_sample(request.who, found)
    dispatch = getattr(found, "dispatch", None)
    if dispatch is None:
        raise Http404(_("Mẫu này chưa gửi phòng thử nghiệm."))
    return paper_of(request, dispatch, dispatch.file)
