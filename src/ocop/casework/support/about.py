"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support.labels import STATE_KINDS, state_word
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState, Kind, kind_of_slug
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.rows import the_one


def find_kind(_who: Who, kind: str) -> Kind:
    """The kind that an address names by its slug."""
    found = kind_of_slug(kind)
    if found is None:
        raise Http404(_("Không có loại hỗ trợ này."))
    return found


def find_activity(_who: Who, key: UUID) -> Activity:
    """The activity of this address."""
    activity = the_one(Activity.objects.with_names().select_related("task").filter(key=key))
    if activity is None:
        raise _no_activity()
    return activity


def see_activity(who: Who, activity: Activity) -> None:
    """One that is not for this person is not there."""
    if not Activity.objects.visible_to(who.person, who.at).filter(pk=activity.pk).exists():
        raise _no_activity()


def find_of(who: Who, rows: str, of: UUID, **wanted: Any) -> Any:
    """A row of an activity: one that it helps, a step, a payment."""
    activity = find_activity(who, of)
    row = the_one(getattr(activity, rows).filter(**wanted))
    if row is None:
        raise Http404(_("Không có mục này trong hoạt động."))
    row.activity = activity
    return row


def _no_activity() -> Http404:
    return Http404(_("Không có hoạt động hỗ trợ này."))


def head_of(activity: Activity) -> dict[str, Any]:
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


def _of_activity(address: str, rows: str, part: str, key: str = "pk") -> Matter:
    """A matter that belongs to an activity: seen by who sees it, headed by it, leading back to it."""
    return Matter(
        space="support",
        address=f"ho-tro/viec/<uuid:key>/{address}/",
        find=lambda who, **parts: find_of(who, rows, parts["key"], **{key: parts[part]}),
        keys=lambda row: {"key": row.activity.key, part: getattr(row, key)},
        back=lambda row: row.activity.get_absolute_url(),
        head=lambda row: head_of(row.activity),
        see=lambda who, row: see_activity(who, row.activity),
    )


KIND = Matter(
    space="support",
    address="ho-tro/<slug:kind>/",
    find=find_kind,
    keys=lambda kind: {"kind": kind.slug},
    back=lambda kind: reverse("support:list", args=[kind.slug]),
)
ACTIVITY = Matter(
    space="support",
    address="ho-tro/viec/<uuid:key>/",
    find=find_activity,
    keys=lambda activity: {"key": activity.key},
    back=Activity.get_absolute_url,
    head=head_of,
    see=see_activity,
)
BENEFICIARY = _of_activity("doi-tuong/<int:pk>", "beneficiaries", "pk")
PARTY = _of_activity("ben-lien-ket/<int:pk>", "parties", "pk")
STEP = _of_activity("buoc/<slug:step>", "steps", "step", key="key")
COST = _of_activity("khoan-chi/<int:pk>", "costs", "pk")
