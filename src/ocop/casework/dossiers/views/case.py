"""The case page: where a dossier stands, what comes next, what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.dossiers import permissions
from ocop.casework.dossiers.documents import read_content
from ocop.casework.dossiers.labels import COMPONENTS, FINDINGS, HEADINGS, ground_words, said
from ocop.casework.dossiers.labels.pages import STEPS, deed
from ocop.casework.dossiers.lists import weekday_date, working_days
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.rules import ENDED, DossierState
from ocop.casework.dossiers.rules.completeness import Step
from ocop.casework.dossiers.rules.components import Component, Finding
from ocop.casework.dossiers.selectors import (
    clock_of,
    last_return,
    latest_submission,
    set_of,
    shown_content,
    steps,
)
from ocop.casework.dossiers.selectors.filing import StepState
from ocop.casework.dossiers.views.loading import head, tabs, visible
from ocop.casework.dossiers.views.steps import step_url
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Entry
from ocop.foundation.ui.parts import Step as Line
from ocop.foundation.ui.refusals import Refusal
from ocop.kernel.calendar import doubtful_days, provisional_years
from ocop.registers.producers.permissions import acts_for
from ocop.registers.regulations.labels import LEVELS

_DEEDS: list[tuple[str, Any, Callable[[Any, Dossier, datetime], Refusal | None]]] = [
    ("receive", gettext_lazy("Tiếp nhận hồ sơ"), permissions.refuse_receive),
    ("check", gettext_lazy("Kiểm tra hồ sơ"), permissions.refuse_check),
    ("propose", gettext_lazy("Đề nghị tỉnh đánh giá"), permissions.refuse_propose),
    ("accept", gettext_lazy("Nhận để trình hội đồng"), permissions.refuse_accept),
    ("return", gettext_lazy("Trả lại để bổ sung"), permissions.refuse_return),
    ("exclude", gettext_lazy("Loại hồ sơ"), permissions.refuse_exclude),
    ("withdraw", gettext_lazy("Rút hồ sơ"), permissions.refuse_withdraw),
]


@dataclass(frozen=True)
class Deed:
    """Something this person may do with the dossier now."""

    label: Any
    url: str


def _excluded_by(dossier: Dossier) -> object:
    """The ground on which the dossier was thrown out, in words; none where it was not."""
    exclusion = getattr(dossier, "exclusion", None)
    return "" if exclusion is None else ground_words(exclusion.ground, set_of(dossier))


def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """The overview: for the producer the task list, for officers what to do, for everyone what happened."""
    at = timezone.now()
    dossier = visible(request, key, at)
    is_own = acts_for(request.user, dossier.product.producer, at)
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        "is_own": is_own,
        "entries": thread(dossier),
        "deeds": deeds(request.user, dossier, at),
        "submission": latest_submission(dossier),
        "has_rubric": set_of(dossier).has_rubric,
        "excluded_by": _excluded_by(dossier),
        **clock(dossier, at),
        **law(request.user, dossier, at),
    }
    if is_own and dossier.is_editable:
        found = steps(dossier, person=request.user, at=at)
        context |= {"steps": [_line(dossier, one) for one in found], "note": last_return(dossier)}
        context["done"] = sum(1 for one in found if one.state == "done")
        context["total"] = len(found)
    else:
        context |= _check(getattr(context["submission"], "intake_check", None))
        context["note"] = dossier.returns.prefetch_related("items").first()
    return render(request, "dossiers/detail.html", context)


def _line(dossier: Dossier, step: StepState) -> Line:
    return Line(STEPS[step.step], step.state, step_url(dossier, step.step), _note(step))


def _note(step: StepState) -> str:
    if any(not item.is_done for item in step.to_mend):
        return _("%(count)s mục cần sửa") % {"count": sum(1 for item in step.to_mend if not item.is_done)}
    if step.gaps and step.step is not Step.SUBMIT:
        return _("còn %(count)s mục") % {"count": len(step.gaps)}
    return ""


def _check(check: IntakeCheck | None) -> dict[str, Any]:
    """The commune's check in words; nothing where there is none."""
    if check is None:
        return {}
    rows = [
        {
            "label": COMPONENTS[Component(part)],
            "note": found["note"],
            "word": FINDINGS[Finding(found["finding"])],
            "kind": "ok" if found["finding"] == Finding.OK else "bad",
        }
        for part, found in check.components.items()
        if found["finding"]
    ]
    texts = [(label, getattr(check, name)) for name, label in HEADINGS.items() if getattr(check, name)]
    return {"check": check, "check_rows": rows, "check_texts": texts}


def deeds(person: Any, dossier: Dossier, at: datetime) -> list[Deed]:
    """What the person may do now, the most likely first."""
    return [
        Deed(label, reverse(f"dossiers:{name}", args=[dossier.key]))
        for name, label, refuse in _DEEDS
        if refuse(person, dossier, at) is None
    ]


def thread(dossier: Dossier) -> list[Entry]:
    """What happened to the dossier, newest first."""
    return [
        Entry(deed(entry.action), entry.at, entry.by_name, entry.reason, kind=_kind(entry.to_state))
        for entry in history(dossier)
    ]


def _kind(state: str) -> str:
    kinds = {
        DossierState.RETURNED: "warn",
        DossierState.EXCLUDED: "bad",
        DossierState.WITHDRAWN: "warn",
        DossierState.CONCLUDED: "ok",
    }
    return kinds.get(DossierState(state), "ok") if state else "info"


def law(person: Any, dossier: Dossier, at: datetime) -> dict[str, Any]:
    """Which law the dossier follows and why; where it is over, what may be done."""
    today = timezone.localdate(at)
    standing = dossier.law_on(today)
    is_ended = dossier.state in ENDED
    may_follow = permissions.refuse_write(person, dossier, at) is None and not standing.is_current
    return {
        "law": standing,
        "law_is_over": not standing.is_current and not is_ended,
        "law_is_passing": standing.finish_by is not None and standing.is_current and not is_ended,
        "law_stages": standing.answer.stages if standing.is_current else (),
        "may_follow": may_follow,
        "refuse_follow": permissions.refuse_follow(dossier, today) if may_follow else None,
        "levels": LEVELS,
        "former_answers": dossier.former_answers.all(),
    }


def clock(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """The commune's clock in words."""
    found = clock_of(dossier, timezone.localdate(at))
    if found is None:
        return {}
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
    if dossier.submitted_at is None:
        return []
    start = timezone.localdate(dossier.submitted_at)
    said_days = [f"{day.on:%d/%m/%Y} ({said(day.label)})" for day in doubtful_days(start, due_on)]
    years = [_("năm %(year)s") % {"year": year} for year in provisional_years(start, due_on)]
    return said_days + years


def content(request: HttpRequest, key: UUID) -> HttpResponse:
    """Forms 01 and 02 as they stand, or as they were handed in."""
    at = timezone.now()
    dossier = visible(request, key, at)
    shown = content_for(request.user, dossier, at)
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        "reading": read_content(shown),
        "submission": latest_submission(dossier),
    }
    return render(request, "dossiers/content.html", context)


def content_for(person: Any, dossier: Dossier, at: datetime) -> dict[str, Any]:
    """The text in the making for the producer's people, for others what was handed in.
    Http404 if nothing was.
    """
    if acts_for(person, dossier.product.producer, at):
        return shown_content(dossier, person=person, at=at)
    submission = latest_submission(dossier)
    if submission is None:
        raise Http404(_("Hồ sơ chưa nộp."))
    return submission.content
