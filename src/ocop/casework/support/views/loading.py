"""Finding what an address names, the head of every page about an activity, and the page of one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support.labels import STATE_KINDS, state_word
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState, Kind, kind_of_slug
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui import keeping
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.rows import the_one


def visible(request: HttpRequest, key: UUID, at: datetime) -> Activity:
    """The activity of this address. Http404 where there is none, or none for this person."""
    rows = Activity.objects.visible_to(request.user, at).with_names().select_related("task")
    activity = the_one(rows.filter(key=key))
    if activity is None:
        raise Http404(_("Không có hoạt động hỗ trợ này."))
    return activity


def kind_at(slug: str) -> Kind:
    """The kind that an address names. Http404 where there is none."""
    kind = kind_of_slug(slug)
    if kind is None:
        raise Http404(_("Không có loại hỗ trợ này."))
    return kind


def head(activity: Activity) -> dict[str, Any]:
    """What the head of every page about an activity says."""
    state = ActivityState(activity.state)
    return {
        "activity": activity,
        "row": activity.row,
        "name": activity.name,
        "kicker": activity.kind_name,
        "place": full_name(activity.place, activity.starts_on),
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "holder": activity.agency,
        **_next(activity),
    }


def _next(activity: Activity) -> dict[str, Any]:
    """The step that comes next and its day, for kinds with steps."""
    step = (
        activity.steps.filter(done_on__isnull=True).first()
        if activity.row.steps and activity.is_open
        else None
    )
    if step is None:
        return {}
    return {"next_step": step.name, "due": step.due_on, "today": timezone.localdate()}


def task(
    request: HttpRequest,
    activity: Activity,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    heading: str,
    submit: str,
    done: str,
    template: str = "support/task.html",
    onward: str = "",
    **context: Any,
) -> HttpResponse:
    """Shows the form of one act; a refusal stands above it, and what was typed stays.
    `onward`: where it leads.
    """

    def go_on(_made: Any) -> HttpResponse:
        if keeping.files_sent(request, 1):
            messages.success(request, done)
        return redirect(onward or activity)

    page = head(activity) | {"heading": heading, "submit": submit} | context
    page["back_url"] = onward or activity.get_absolute_url()
    return ask(request, form, act, go_on, page, template=template)


def sent(request: HttpRequest) -> tuple[Any, ...]:
    """What was sent, with files; nothing on a first look."""
    return (request.POST, request.FILES) if request.method == "POST" else ()
