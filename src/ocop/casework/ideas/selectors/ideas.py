"""Reads of ideas that pages, counts and other packages share."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.ideas.models import Idea, IdeaQuerySet
from ocop.casework.ideas.models.visible import ground_of_offices
from ocop.casework.ideas.permissions import level_at
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a period of days, both days included, by the clock in Vietnam."""
    return datetime.combine(first, time.min, VIETNAM), datetime.combine(last, time.max, VIETNAM)


def ideas_approved(first: date, last: date, place: Place) -> IdeaQuerySet:
    """Ideas approved from `first` to `last` (both included) on the ground of the place, through time."""
    within = _moments(first, last)
    return Idea.objects.filter(approved_at__range=within, place__in=ground_of(place)).with_names()


def ideas_to_decide(person: Person, at: datetime) -> IdeaQuerySet:
    """Ideas that wait for this person to decide:
    sent from the ground of an office of the level that decides now.
    """
    ground = ground_of_offices(who_is(person, at), {Role.COMMUNE_OFFICER}, level_at(at))
    return Idea.objects.filter(state=IdeaState.SUBMITTED, place__in=ground)


def waiting_ideas(person: Person, at: datetime) -> list[Pile]:
    """What ideas ask of this person: to decide, to complete, to make a dossier of, to finish writing."""
    own, mine = Idea.objects.own(person, at), reverse("ideas:own")
    desk = f"{reverse('ideas:desk')}?buoc={IdeaState.SUBMITTED}"
    usable = own.filter(state=IdeaState.APPROVED, used_at__isnull=True, is_entered_for_other=False)
    kinds = [
        ("decide", _("Ý tưởng chờ duyệt"), ideas_to_decide(person, at), desk),
        ("mend", _("Ý tưởng bị trả lại, cần bổ sung"), own.filter(state=IdeaState.RETURNED), mine),
        ("use", _("Ý tưởng đã duyệt, chưa làm hồ sơ"), usable, mine),
        ("draft", _("Ý tưởng đang soạn"), own.filter(state=IdeaState.DRAFT), mine),
    ]
    return [_pile(*kind) for kind in kinds]


def _pile(key: str, title: str, rows: IdeaQuerySet, url: str) -> Pile:
    facts = {
        "key": "key", "name": "name", "producer": "producer__name", "proposer": "proposer",
        "place": "place__name", "kind": "place__kind",
    }  # fmt: skip
    first = rows.order_by("submitted_at", "updated_at", "pk")
    return Pile(f"ideas.{key}", title, url, first, facts, _item)


def _item(row: Facts) -> WaitingItem:
    idea = Idea(key=UUID(row["key"]), name=row["name"], place=Place(kind=row["kind"], name=row["place"]))
    whose = row["proposer"] if row["producer"] is None else row["producer"]
    return WaitingItem(idea.name, f"{whose} · {idea.place.local_name}", idea.get_absolute_url())
