"""The lists of people and offices."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.forms import Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.labels import level_choices, role_choices
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.selectors import in_force_at
from ocop.foundation.ui.columns import StateColumn
from ocop.foundation.ui.lists import ListFilter


def _open(person: Person) -> tuple[Any, str]:
    return (_("Đang hoạt động"), "ok") if person.is_active else (_("Đã ngừng"), "bad")


class PeopleTable(tables.Table):
    """One line for a person, with what they are appointed to now."""

    full_name = tables.Column(linkify=("accounts:person", {"pk": tables.A("pk")}))
    appointments = tables.Column(
        _("Phân công"), accessor="appointments_now", orderable=False, empty_values=(),
        attrs={"td": {"class": "wide"}},
    )  # fmt: skip
    is_active = StateColumn(_open, verbose_name=_("Tài khoản"))

    class Meta:
        model = Person
        fields = ("full_name", "username", "phone", "email", "appointments", "is_active")

    def render_appointments(self, value: list[Appointment]) -> str:
        """The roles and offices, already read with the list."""
        return "; ".join(f"{row.get_role_display()}, {row.office}" for row in value) if value else ""


class PeopleFilter(ListFilter):
    """By words, role and whether the account is open."""

    role = django_filters.ChoiceFilter(label=_("Vai trò"), choices=role_choices, method="filter_role")
    is_active = django_filters.BooleanFilter(
        label=_("Tài khoản"),
        widget=Select(choices=[("", _("Tất cả")), ("true", _("Đang hoạt động")), ("false", _("Đã ngừng"))]),
    )

    class Meta:
        model = Person
        fields: ClassVar = ("q", "role", "is_active")

    def filter_role(self, queryset: Any, name: str, value: str) -> Any:
        """Who holds the role at the moment the list was asked for."""
        return queryset.filter(pk__in=in_force_at(timezone.now()).filter(role=value).values("person"))


class OfficeTable(tables.Table):
    """One line for an office."""

    class Meta:
        model = Office
        fields = ("name", "level", "body", "place")


class OfficeFilter(ListFilter):
    """By level."""

    search_field = ""
    level = django_filters.ChoiceFilter(label=_("Cấp"), choices=level_choices)

    class Meta:
        model = Office
        fields: ClassVar = ("level",)
