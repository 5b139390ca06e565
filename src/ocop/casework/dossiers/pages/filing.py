"""Handing in, the receipt, what changed since."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe

from ocop.casework.dossiers.about import dossier_for, find_dossier, head, see_dossier
from ocop.casework.dossiers.acts.open_renewal import LATE
from ocop.casework.dossiers.acts.submit import SUBMIT, AsksStatement, Incomplete, submit_dossier
from ocop.casework.dossiers.checks import refuse_filing
from ocop.casework.dossiers.models import Submission
from ocop.casework.dossiers.pages.case import tabs
from ocop.casework.dossiers.pages.register import lacks
from ocop.casework.dossiers.papers import read_changes, receipt_link
from ocop.casework.dossiers.rules.changes import changes
from ocop.casework.dossiers.rules.completeness import GapCode
from ocop.casework.dossiers.rules.renewing import Timing
from ocop.casework.dossiers.selectors import missing
from ocop.casework.dossiers.selectors.clocks import clock_words
from ocop.casework.dossiers.selectors.renewing import timing_now
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.page import context_of
from ocop.foundation.documents.engines import qr
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.ui.doubts import UNCONFIRMED
from ocop.kernel.canonical import short_code


def submit(request: PersonRequest, key: UUID) -> HttpResponse:
    """Everything that is missing, each thing with its link; then the statement and handing in."""
    who = request.who
    dossier = find_dossier(who, key)
    form = AsksStatement(request.POST if request.method == "POST" else None, who=who, thing=dossier)
    if request.method == "POST" and form.is_valid():
        submission = _submitted(request, form)
        if submission is not None:
            return redirect(submission)
    see_dossier(who, dossier)
    ensure(SUBMIT.refuse(who, dossier))
    gaps = [
        gap
        for gap in missing(dossier, person=who.person, at=who.at)
        if gap.code is not GapCode.STATEMENT_MISSING
    ]
    context = context_of(SUBMIT, form) | {
        "lacks": lacks(dossier, gaps),
        "has_earlier": dossier.submissions.exists(),
        "too_early": refuse_filing(dossier, timezone.localdate(who.at)),
        "is_late": timing_now(dossier, timezone.localdate(who.at)) == Timing.LATE,
        "late_words": LATE,
    }
    return render(request, SUBMIT.template, context, status=422 if form.errors else 200)


def _submitted(request: PersonRequest, form: AsksStatement) -> Submission | None:
    """The receipt; None when something is missing, which the page then names."""
    try:
        return submit_dossier(form.thing, **form.given(), by=request.user, at=request.who.at)
    except Incomplete as incomplete:
        messages.warning(request, str(incomplete.refusal.what))
        return None
    except Refused as refused:
        see_dossier(request.who, form.thing)
        if refused.refusal.code != UNCONFIRMED:
            raise
        form.add_error(None, str(refused.refusal))
        form.ask_again()
        return None


def receipt(request: PersonRequest, key: UUID, code: str) -> HttpResponse:
    """The receipt of one handing-in: code, time, hash, due date."""
    dossier = dossier_for(request.who, key)
    submission = get_object_or_404(Submission.objects.select_related("by"), dossier=dossier, code=code)
    context = head(dossier) | {
        "submission": submission,
        "qr": mark_safe(qr.svg(receipt_link(submission))),  # noqa: S308 - drawn by our own engine
        "short_hash": short_code(submission.content_hash),
        **clock_words(dossier, request.who.at),
    }
    return render(request, "dossiers/receipt.html", context)


def compare(request: PersonRequest, key: UUID) -> HttpResponse:
    """What changed between two handings-in; by default the last two."""
    dossier = dossier_for(request.who, key)
    filed = list(dossier.submissions.order_by("number"))
    pairs = [
        (new, read_changes(changes(old.content, new.content), new.content)) for old, new in pairwise(filed)
    ]
    context = head(dossier) | {"tabs": tabs(request, dossier), "pairs": pairs[::-1]}
    return render(request, "dossiers/changes.html", context)
