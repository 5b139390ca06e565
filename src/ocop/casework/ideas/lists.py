"""The lists of ideas: one's own, and those of the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.labels import (
    KINDS_OF_STATES,
    NEXT_STEPS,
    idea_state_choices,
    idea_state_name,
)
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.places.labels import local_kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import StateColumn
from ocop.foundation.ui.lists import ListFilter


class IdeaFilter(ListFilter):
    """Search by name, whose, and place (old names too); by step."""

    buoc = django_filters.ChoiceFilter(label=_("Bước"), field_name="state", choices=idea_state_choices)


class IdeaDeskFilter(IdeaFilter):
    """The same for officers, with what became a dossier and what has not."""

    ho_so = django_filters.ChoiceFilter(
        label=_("Đã có hồ sơ"), choices=[("co", _("Có")), ("chua", _("Chưa"))], method="filter_dossier"
    )

    def filter_dossier(self, queryset: QuerySet[Idea], name: str, value: str) -> QuerySet[Idea]:
        """Ideas with a dossier, or without."""
        return queryset.filter(used_at__isnull=value != "co")


def _state(record: Idea) -> tuple[str, str]:
    return idea_state_name(record.state), KINDS_OF_STATES[IdeaState(record.state)]


def _next(state: str, used_at: datetime | None) -> str:
    """What comes next; nothing once there is a dossier."""
    return "–" if used_at else str(NEXT_STEPS.get(IdeaState(state), "–"))


def _whose(producer: str | None, proposer: str) -> str:
    return proposer if producer is None else producer


class IdeaTable(tables.Table):
    """Name, step, what comes next, last change."""

    name = tables.Column(verbose_name=_("Ý tưởng"), linkify=True)
    state = StateColumn(_state, verbose_name=_("Bước"))
    next = tables.Column(verbose_name=_("Việc tiếp theo"), accessor="state", orderable=False)
    whose = tables.Column(verbose_name=_("Của ai"), accessor="whose", order_by=("proposer",))
    updated_at = tables.Column(verbose_name=_("Sửa lần cuối"))

    class Meta:
        model = Idea
        fields = ("name", "state", "next", "whose", "updated_at")
        order_by = "-updated_at"

    cells: ClassVar = {
        "state": Cell(("state",), each=idea_state_name),
        "next": Cell(("state", "used_at"), each=_next),
        "whose": Cell(("producer__name", "proposer"), each=_whose),
        "place": Cell(("place__kind", "place__name"), each=local_kind_and_name),
    }

    def render_next(self, record: Idea) -> Any:
        """What comes next."""
        return _next(record.state, record.used_at)

    def render_updated_at(self, record: Idea) -> str:
        """The moment at the local clock."""
        return date_format(timezone.localtime(record.updated_at), "DATETIME_FORMAT")


class IdeaDeskTable(IdeaTable):
    """What officers see at a glance: what, whose, where, how far, since when."""

    place = tables.Column(verbose_name=_("Xã, phường"), accessor="place__name")
    material = tables.Column(verbose_name=_("Nguyên liệu"), orderable=False)
    submitted_at = tables.Column(verbose_name=_("Gửi ngày"))

    class Meta:
        model = Idea
        fields = ("name", "state", "whose", "place", "material", "submitted_at")
        exclude = ("next", "updated_at")
        order_by = "-submitted_at"

    def render_place(self, record: Idea) -> str:
        """Kind and name of the commune."""
        return record.place.local_name

    def render_submitted_at(self, record: Idea) -> str:
        """The day at the local clock."""
        return date_format(timezone.localtime(record.submitted_at), "DATE_FORMAT")
