"""The case page: where a dossier stands, what comes next, what happened."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.about import dossier_for, head
from ocop.casework.dossiers.acts import ABOUT_A_DOSSIER
from ocop.casework.dossiers.acts.fill import step_url
from ocop.casework.dossiers.acts.follow_law import refuse_follow
from ocop.casework.dossiers.acts.open_renewal import LATE
from ocop.casework.dossiers.labels import COMPONENTS, FINDINGS, HEADINGS, ground_words
from ocop.casework.dossiers.labels.pages import STEPS, deed
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.papers import read_content
from ocop.casework.dossiers.permissions import is_own, refuse_write
from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.casework.dossiers.rules.components import Component, Finding
from ocop.casework.dossiers.selectors import last_return, latest_submission, set_of, shown_content, steps
from ocop.casework.dossiers.selectors.above import sections_of, way_back, why_of
from ocop.casework.dossiers.selectors.clocks import clock_words, result_words
from ocop.casework.dossiers.selectors.filing import StepState
from ocop.casework.dossiers.selectors.renewing import ended_papers, timing_now, window_for
from ocop.casework.dossiers.states import ENDED, DossierState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Button, buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Happening, Tab, Todo
from ocop.registers.regulations.labels import LEVELS


def tabs(request: HttpRequest, dossier: Dossier) -> list[Tab]:
    """The jobs one can do with a dossier, each at its own address."""
    pages = [
        (_("Tổng quan"), "detail"),
        (_("Nội dung"), "content"),
        (_("Tự chấm"), "assessment"),
        (_("Minh chứng"), "evidence"),
    ]
    if dossier.is_again:
        pages.append((_("So với lần trước"), "beside"))
    if dossier.submissions.count() > 1:
        pages.append((_("Thay đổi"), "changes"))
    urls = [(label, reverse(f"dossiers:{name}", args=[dossier.key])) for label, name in pages]
    return [Tab(label, url, is_current=request.path == url) for label, url in urls]


def _excluded_by(dossier: Dossier) -> object:
    """The ground on which the dossier was thrown out, in words; none where it was not."""
    exclusion = getattr(dossier, "exclusion", None)
    return "" if exclusion is None else ground_words(exclusion.ground, set_of(dossier))


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """The overview: for the producer the task list, for officers what to do, for everyone what happened."""
    who = request.who
    dossier = dossier_for(who, key)
    own = is_own(who, dossier)
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        "is_own": own,
        "entries": thread(dossier),
        "buttons": [
            *(one for one in buttons(ABOUT_A_DOSSIER, who, dossier) if one.refusal is None),
            *_leave_meeting(dossier, is_own=own),
        ],
        "submission": latest_submission(dossier),
        "has_rubric": set_of(dossier).has_rubric,
        "excluded_by": _excluded_by(dossier),
        "why": why_of(dossier),
        "sections": sections_of(who, dossier),
        **clock_words(dossier, who.at),
        **result_words(dossier, timezone.localdate(who.at)),
        **again_words(dossier, timezone.localdate(who.at)),
        **law(who, dossier),
    }
    if own and dossier.is_editable:
        found = steps(dossier, person=who.person, at=who.at)
        context |= {"steps": [_line(dossier, one) for one in found], "note": last_return(dossier)}
        context["done"] = sum(1 for one in found if one.state == "done")
        context["total"] = len(found)
    else:
        context |= _check(getattr(context["submission"], "intake_check", None))
        context["note"] = dossier.returns.prefetch_related("items").first()
    return render(request, "dossiers/detail.html", context)


def again_words(dossier: Dossier, day: date) -> dict[str, Any]:
    """Of a re-evaluation or an upgrade: what it is about, when it is filed, papers that do not hold."""
    if not dossier.is_again:
        return {}
    window = window_for(dossier)
    return {
        "held": dossier.recognition,
        "window": window,
        "timing": timing_now(dossier, day),
        "filed_late": dossier.filed_late,
        "late_words": LATE,
        "over": [] if dossier.state in ENDED else ended_papers(dossier, day),
    }


def _leave_meeting(dossier: Dossier, *, is_own: bool) -> list[Button]:
    """A dossier that lies before a council is taken back there."""
    url = way_back(dossier) if is_own and dossier.state == DossierState.SCHEDULED else ""
    css = "button button-plain"
    return [Button(_("Rút hồ sơ khỏi phiên họp"), url, css, in_dialog=True)] if url else []


def _line(dossier: Dossier, step: StepState) -> Todo:
    return Todo(STEPS[step.step], step.state, step_url(dossier, step.step), _note(step))


def _note(step: StepState) -> str:
    if any(not item.is_done for item in step.to_mend):
        return _("%(count)s mục cần sửa") % {"count": sum(1 for item in step.to_mend if not item.is_done)}
    if step.gaps and step.step is not FormSection.SUBMIT:
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


def thread(dossier: Dossier) -> list[Happening]:
    """What happened to the dossier, newest first."""
    return [
        Happening(deed(entry.action), entry.at, entry.by_name, entry.reason, kind=_kind(entry.to_state))
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


def law(who: Who, dossier: Dossier) -> dict[str, Any]:
    """Which law the dossier follows and why; where it is over, what may be done."""
    today = timezone.localdate(who.at)
    standing = dossier.law_on(today)
    is_ended = dossier.state in ENDED
    may_follow = refuse_write(who, dossier) is None and not standing.is_current
    return {
        "law": standing,
        "law_is_past": is_ended,
        "law_is_over": not standing.is_current and not is_ended,
        "law_is_passing": standing.finish_by is not None and standing.is_current and not is_ended,
        "law_stages": standing.answer.stages if standing.is_current and not is_ended else (),
        "may_follow": may_follow,
        "refuse_follow": refuse_follow(dossier, today) if may_follow else None,
        "levels": LEVELS,
        "former_answers": dossier.former_answers.all(),
    }


def content(request: PersonRequest, key: UUID) -> HttpResponse:
    """Forms 01 and 02 as they stand, or as they were handed in."""
    who = request.who
    dossier = dossier_for(who, key)
    shown = content_for(who, dossier)
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        "reading": read_content(shown),
        "submission": latest_submission(dossier),
    }
    return render(request, "dossiers/content.html", context)


def content_for(who: Who, dossier: Dossier) -> dict[str, Any]:
    """The text in the making for the producer's people, for others what was handed in.
    Http404 if nothing was.
    """
    if is_own(who, dossier):
        return shown_content(dossier, person=who.person, at=who.at)
    submission = latest_submission(dossier)
    if submission is None:
        raise Http404(_("Hồ sơ chưa nộp."))
    return submission.content
