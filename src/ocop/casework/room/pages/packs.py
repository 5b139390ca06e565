"""The room itself, what a machine loads of it, and the worker that brings it without network."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.review.about import find_meeting, find_product, see_as_member, see_product
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.pages.sheet_parts import Page, beside, printed, told
from ocop.casework.review.permissions.who import ask_together
from ocop.casework.review.selectors.blind import blind_codes
from ocop.casework.room import permissions
from ocop.casework.room.acts import SET_PIN
from ocop.casework.room.acts.note_load import note_load
from ocop.casework.room.files import MissingPageError, page_picture
from ocop.casework.room.selectors.pack import NOT_LOADED, mine, papers_of, rubric_data, sheet_data
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import buttons
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.ui.words import said
from ocop.kernel.scoring import partial

WORKER = Path(__file__).parents[1] / "static" / "room" / "worker.js"
HASH = "X-Content-Sha256"
"""The hash of what is loaded: the machine keeps it in its list and refuses what does not have it."""


def the_meeting(who: Who, key: UUID) -> Meeting:
    """The meeting of this address, for a member who scores at it."""
    found = find_meeting(who, key)
    ask_together(who)
    see_as_member(who, found)
    ensure(permissions.refuse_room(who, found))
    return found


@require_safe
def room(request: PersonRequest, key: UUID) -> HttpResponse:
    """One page for a member's whole meeting; everything else of it comes from what was loaded."""
    meeting = the_meeting(request.who, key)
    context: dict[str, Any] = {
        "meeting": meeting,
        "scope": reverse("room:worker").removesuffix("may.js"),
        "worker": reverse("room:worker"),
        "contents": reverse("room:contents", args=[key]),
        "state": reverse("room:state", args=[key]),
        "loads": reverse("room:load", args=[key]),
        "again": f"{reverse('account_reauthenticate')}?next={request.path}",
        "pin": [one for one in buttons([SET_PIN], request.who, meeting) if one.refusal is None],
    }
    return render(request, "room/room.html", context)


@require_safe
def worker(_request: PersonRequest) -> HttpResponse:
    """The script that brings what was loaded; it stands above the rooms alone."""
    response = HttpResponse(WORKER.read_text("utf-8"), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def contents(request: PersonRequest, key: UUID) -> HttpResponse:
    """Which products there are to load, in the order of the agenda."""
    meeting = the_meeting(request.who, key)
    is_blind = meeting.rules is not None and meeting.rules.sensory_blind
    rows = [
        {
            "key": str(task.item.key),
            "url": reverse("room:product", args=[task.item.key]),
            "name": task.item.dossier.product.name,
            "producer": task.item.dossier.product.producer.name,
            "sample": task.item.sample_no,
            # beside its name a product has its place: by the sample number it is tasted
            "no": str(task.item.position) if is_blind else task.item.sample_no,
        }
        for task in mine(request.who, meeting)
    ]
    return _hashed(JsonResponse({"products": rows, "meeting": str(meeting)}))


@require_POST
def load(request: PersonRequest, key: UUID) -> HttpResponse:
    """The machine begins to load: on record before the first dossier is read, for reading writes nothing."""
    meeting = the_meeting(request.who, key)
    try:
        note_load(meeting, by=request.user, at=request.who.at)
    except Refused as refused:
        return JsonResponse({"error": str(refused)}, status=409 if refused.refusal.is_conflict else 403)
    return JsonResponse({"loading": True})


@require_safe
def state(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where the own sheets stand now, and what is sent with the next one."""
    meeting = the_meeting(request.who, key)
    sheets = {str(task.item.key): sheet_data(task) for task in mine(request.who, meeting)}
    return JsonResponse(
        {
            "owner": request.user.pk,
            "token": get_token(request),
            "open": meeting.is_open,
            "closed": meeting.closed_at is not None,
            "sheets": sheets,
        }
    )


def loadable(who: Who, key: UUID) -> AgendaItem:
    """The product of this address, for a member who may load it."""
    item = find_product(who, key)
    ask_together(who)
    see_product(who, item)
    ensure(permissions.refuse_load(who, item))
    if item.state in NOT_LOADED:
        raise Http404(_("Sản phẩm này không còn trong phiên họp."))
    return item


@require_safe
def product(request: PersonRequest, key: UUID) -> HttpResponse:
    """One product with all that is needed to score it."""
    who, item = request.who, loadable(request.who, key)
    page = _page(who, item)
    known = beside(page)
    facts = {**page.frozen.facts, **item.known_facts}
    loaded = papers_of(item, page.frozen.papers)
    data = {
        "key": str(item.key),
        "set": said(page.frozen.product_set.label),
        "set_no": item.dossier.set_number,
        "keep": reverse("room:keep", args=[item.key, "-"]).removesuffix("-/"),
        "hand_in": reverse("room:hand_in", args=[item.key]),
        "conflict": reverse("review:own_conflict", args=[item.key]),
        **rubric_data(page.frozen, page.result, facts),
        "forms": {code: _form(request, page, code, known) for code in page.codes},
        "blind": sorted(blind_codes(item)),
        "papers": [
            {**one.data(), "facts": render_to_string("room/paper_facts.html", {"paper": one.paper})}
            for one in loaded
        ],
    }
    return _hashed(JsonResponse(data))


def _page(who: Who, item: AgendaItem) -> Page:
    """Without the choices: they are not the pack's."""
    frozen = dossier_for_scoring(item.dossier)
    facts = {**frozen.facts, **item.known_facts}
    return Page(who, item, frozen, None, partial(frozen.regulation, frozen.product_set, {}, facts))


def _form(request: PersonRequest, page: Page, code: str, known: dict[str, Any]) -> str:
    context = printed(page, code) | told(page, code, known) | {"item": page.item}
    return render_to_string("room/criterion.html", context, request)


@require_safe
def picture(request: PersonRequest, key: UUID, file: UUID, page: int) -> HttpResponse:
    """One page of a piece of evidence as a picture; nothing of a restricted one (PD-3)."""
    item = loadable(request.who, key)
    papers = {one.paper.file_id: one for one in papers_of(item, _page(request.who, item).frozen.papers)}
    stored = StoredFile.objects.filter(pk=file).first()
    found = papers.get(str(file))
    if stored is None or found is None or found.kind != "pages" or stored.kind != FileKind.PDF:
        raise Http404
    try:
        return _hashed(HttpResponse(page_picture(stored, page), content_type="image/webp"))
    except MissingPageError as fault:
        raise Http404 from fault


def _hashed(response: HttpResponse) -> HttpResponse:
    response[HASH] = hashlib.sha256(response.content).hexdigest()
    return response
