"""What people are told about ideas: who has the idea, and who decides on it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.labels import DECIDERS
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import level_at
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import in_force_at, people_holding
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.selectors import people_of

Text = Any  # a text, or a lazy one


def _tell(people: list[Person], idea: Idea, kind: str, subject: Text, body: Text, at: datetime) -> None:
    tell(people, kind=f"ideas.{kind}", subject=subject, body=body, url=idea.get_absolute_url(), at=at)


def _owners(idea: Idea, at: datetime) -> list[Person]:
    """Who wrote it down, and the producer's people."""
    return [idea.created_by, *(people_of(idea.producer, at) if idea.producer else [])]


def _deciders(idea: Idea, at: datetime) -> list[Person]:
    """The officers of the level that decides now."""
    at_level = in_force_at(at).filter(role=Role.COMMUNE_OFFICER, office__level=level_at(at))
    people = people_holding(Role.COMMUNE_OFFICER, at, place=idea.place)
    return list(people.filter(pk__in=at_level.values("person")))


def _about(template: Text, idea: Idea, **values: object) -> Text:
    return format_lazy(template, idea=idea.name, whose=idea.whose, **values)


def submitted(idea: Idea, *, at: datetime) -> None:
    """The office that decides gets a new idea."""
    body = _about(_("{whose} gửi ý tưởng. Xem rồi duyệt, trả lại hoặc từ chối."), idea)
    _tell(_deciders(idea, at), idea, "submitted", _about(_("Ý tưởng mới: {idea}"), idea), body, at)


def approved(idea: Idea, *, at: datetime) -> None:
    """Who has the idea learns that a dossier can be made."""
    subject = _about(_("Đã duyệt ý tưởng “{idea}”"), idea)
    body = _about(
        _("{who} đã duyệt. Mở ý tưởng để làm hồ sơ, không phải ghi lại."),
        idea,
        who=DECIDERS[idea.decided_level],
    )
    _tell(_owners(idea, at), idea, "approved", subject, body, at)


def returned(idea: Idea, *, at: datetime) -> None:
    """Who has the idea learns what to complete."""
    body = _about(_("Lý do: {reason} Bổ sung rồi gửi lại."), idea, reason=idea.reason)
    _tell(_owners(idea, at), idea, "returned", _about(_("Cần bổ sung ý tưởng “{idea}”"), idea), body, at)


def refused(idea: Idea, *, at: datetime) -> None:
    """Who has the idea learns that it will not be taken up, and why."""
    body = _about(_("Lý do: {reason}"), idea, reason=idea.reason)
    _tell(_owners(idea, at), idea, "refused", _about(_("Không duyệt ý tưởng “{idea}”"), idea), body, at)


def withdrawn(idea: Idea, *, at: datetime) -> None:
    """The office that had it learns that it was taken back."""
    body = _about(_("{whose} đã rút ý tưởng."), idea)
    _tell(_deciders(idea, at), idea, "withdrawn", _about(_("Đã rút ý tưởng “{idea}”"), idea), body, at)


def imported(ideas: list[Idea], *, by: Person, at: datetime) -> None:
    """Each officer who decides learns once how many ideas a workbook brought, not idea by idea."""
    counts: Counter[int] = Counter(idea.place_id for idea in ideas)
    told: Counter[Person] = Counter()
    for idea in {idea.place_id: idea for idea in ideas}.values():
        told.update(dict.fromkeys(_deciders(idea, at), counts[idea.place_id]))
    for person, count in told.items():
        subject = format_lazy(_("{count} ý tưởng mới từ bảng Excel"), count=count)
        body = format_lazy(
            _("{who} đã nhập. Xem rồi duyệt, trả lại hoặc từ chối từng ý tưởng."), who=by.full_name
        )
        tell(
            [person],
            kind="ideas.imported",
            subject=subject,
            body=body,
            url=reverse("ideas:desk"),
            at=at,
        )
