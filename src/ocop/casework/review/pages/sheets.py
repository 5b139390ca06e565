"""The score sheet: one criterion beside its evidence, then the review before sealing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels.criteria import name
from ocop.casework.review.about import find_product, see_product
from ocop.casework.review.acts.ask_correction import ASK_CORRECTION
from ocop.casework.review.acts.comment import BrokenComment
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.pages.choosing import (
    Conflict,
    Kept,
    hand_in,
    is_fetched,
    keep,
    saved_at,
    seen,
    stored_value,
)
from ocop.casework.review.pages.sheet_parts import (
    Page,
    answers,
    common,
    neighbours,
    of_criterion,
    page_for,
    steps,
    totals,
)
from ocop.casework.review.permissions.who import ask_together
from ocop.casework.review.writes.sheets import Overtaken
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.page import refuse_now
from ocop.foundation.refusals import Refused


def _shown(request: PersonRequest, key: UUID) -> Page:
    """The page of this address, for who may see the meeting."""
    item = find_product(request.who, key)
    ask_together(request.who)
    see_product(request.who, item)
    return page_for(request.who, item)


def sheet(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where the member goes on: the first criterion without an answer, the review when all are answered."""
    page = _shown(request, key)
    if page.is_over:
        may_correct = refuse_now(ASK_CORRECTION, request.who, page.item) is None
        context = common(page) | {"answers": answers(page), "may_correct": may_correct}
        return render(request, "review/sealed.html", context)
    missing = page.result.missing
    if missing:
        return redirect("review:criterion", key, missing[0])
    return redirect("review:seal", key)


def criterion(request: PersonRequest, key: UUID, code: str) -> HttpResponse:
    """One criterion: its options beside the evidence that the producer tied to it.
    POST keeps what was chosen.
    """
    if request.method == "POST":
        return _save(request, key, code)
    page = _shown(request, key)
    if page.is_over:
        return redirect("review:sheet", key)
    if code not in page.codes:
        raise Http404(_("Phiếu này không có tiêu chí %(code)s.") % {"code": code})
    return render(request, "review/sheet.html", common(page) | of_criterion(request, page, code))


def _save(request: PersonRequest, key: UUID, code: str) -> HttpResponse:
    """Keeps choice and comment; answers a script with the new totals, a form with the next page.

    Nothing is asked about the member before the act asks it.
    """
    try:
        item = find_product(request.who, key)
        kept, page = _kept(request, item, code)
    except (Refused, Http404) as refused:
        if is_fetched(request):
            return _refused(refused)
        if isinstance(refused, BrokenComment):
            return _broken(request, page_for(request.who, item), code, refused)
        raise
    if kept.conflicts and is_fetched(request):
        conflict = kept.conflicts[0]
        return JsonResponse({"error": conflict.error, "conflict": conflict.data()}, status=409)
    if is_fetched(request):
        return _saved(request, page, code)
    if kept.conflicts:
        return _overtaken(request, page, code, kept.conflicts)
    return redirect(_onward(request, page, code))


def _kept(request: PersonRequest, item: AgendaItem, code: str) -> tuple[Kept, Page]:
    """What was kept, and the page after it; a meeting that is not for this person is not there."""
    try:
        kept = keep(request, item, code)
        return kept, page_for(request.who, item, kept.sheet)
    except (Refused, Http404):
        see_product(request.who, item)
        raise


def _refused(refused: Refused | Http404) -> JsonResponse:
    """Why the script's value is not taken, in words."""
    status = 404 if isinstance(refused, Http404) else 409 if refused.refusal.is_conflict else 403
    return JsonResponse({"error": str(refused)}, status=status)


def _saved(request: PersonRequest, page: Page, code: str) -> JsonResponse:
    """What is stored now: a value that came twice may have been changed elsewhere meanwhile."""
    field = "comment" if "comment" in request.POST else "choice"
    context = totals(page)
    found = page.frozen.product_set.criteria[code]
    return JsonResponse(
        {
            "saved": saved_at(page.sheet),
            "base": str(page.sheet.version if page.sheet else 0),
            "value": stored_value(page.sheet, found, field).data()["value"] if page.sheet else [],
            "totals": render_to_string("review/totals.html", context, request),
            "jump": render_to_string("review/jump.html", {"steps": steps(page, code)}, request),
        }
    )


def _overtaken(request: PersonRequest, page: Page, code: str, conflicts: list[Conflict]) -> HttpResponse:
    """Both values with a choice between them, for a form without script; choosing sends the form again."""
    context = common(page) | {
        "code": code,
        "criterion_name": name(page.frozen.product_set.criteria[code]),
        "conflicts": conflicts,
        "go": "back" if request.POST.get("go") == "back" else "on",
    }
    return render(request, "review/overtaken.html", context, status=409)


def _broken(request: PersonRequest, page: Page, code: str, broken: BrokenComment) -> HttpResponse:
    """The form again with the comment as it was typed, for a form without script."""
    context = common(page) | of_criterion(request, page, code)
    typed = {"comment": request.POST["comment"], "version": seen(request) or 0, "broken": str(broken)}
    return render(request, "review/sheet.html", context | typed, status=422)


def _onward(request: PersonRequest, page: Page, code: str) -> str:
    before, after = neighbours(page, code)
    if request.POST.get("go") == "back" and before:
        return page.url(before)
    return page.url(after) if after else reverse("review:seal", args=[page.item.key])


def seal(request: PersonRequest, key: UUID) -> HttpResponse:
    """The review: every answer, what is missing, a general comment; then the sheet is handed in.

    What another page changed after this one was shown is reviewed first.
    """
    if request.method == "POST":
        return _hand_in(request, key)
    page = _shown(request, key)
    return redirect("review:sheet", key) if page.is_over else _review(request, page)


def _hand_in(request: PersonRequest, key: UUID) -> HttpResponse:
    """Nothing is asked about the member before the acts ask it."""
    who, item = request.who, find_product(request.who, key)
    try:
        for conflict in hand_in(request, item).conflicts:
            return _review(request, page_for(who, item), 409, conflict=conflict)
    except BrokenComment as broken:
        typed = {"general_comment": request.POST["general_comment"], "version": seen(request) or 0}
        return _review(request, page_for(who, item), 422, broken=str(broken), **typed)
    except Overtaken as overtaken:
        return _review(request, page_for(who, item, overtaken.sheet), 409, is_overtaken=True)
    except Refused:
        see_product(who, item)
        raise
    return redirect("review:sheet", key)


def _review(request: PersonRequest, page: Page, status: int = 200, **more: Any) -> HttpResponse:
    general = page.sheet.general_comment if page.sheet else ""
    known = {"answers": answers(page), "general_was": general, "general_comment": general}
    return render(request, "review/seal.html", common(page) | known | more, status=status)
