"""What lies in the units of a merger: what will follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.db.models import Count, ForeignKey, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Appointment
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.places.models import Place, Succession
from ocop.foundation.ui.templatetags.ui import so
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
from ocop.registers.mergers.models import Merger
from ocop.registers.producers.models import Producer


def midnight(on: date) -> datetime:
    """The moment at which a day begins."""
    return timezone.make_aware(datetime.combine(on, time()))


def appointments_after(olds: Sequence[Place], on: date) -> QuerySet[Appointment]:
    """Who still works in the offices of these units when the day begins."""
    begins = midnight(on)
    rows = Appointment.objects.filter(office__place__in=olds, starts_at__lt=begins)
    running = rows.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=begins))
    return running.select_related("person", "office").order_by("pk")


def what_follows(olds: Sequence[Place], on: date, *, is_one: bool) -> Iterator[str]:
    """Everything on record in these units, counted by kind, and who moves to the new office."""
    for name, count in _counts(olds):
        yield _("%(name)s: %(count)s.") % {"name": name[:1].upper() + name[1:], "count": so(count)}
    people = sorted({row.person.full_name for row in appointments_after(olds, on)})
    if people and is_one:
        yield _("Chuyển sang cơ quan của xã mới: %(people)s.") % {"people": ", ".join(people)}
    if people and not is_one:
        yield _("Phân công lại từng người cho xã mới: %(people)s.") % {"people": ", ".join(people)}


def _counts(olds: Sequence[Place]) -> Iterator[tuple[str, int]]:
    """Kinds of official rows that point to one of the units, with how many."""
    for model in apps.get_models():
        derived = getattr(model, "unvouched", ()) == ("*",)
        if model._meta.app_label in {"places", "mergers"} or derived:
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is Place:
                count = model._default_manager.filter(**{f"{field.name}__in": olds}).count()
                if count:
                    yield str(model._meta.verbose_name_plural), count


def to_place(person: Any, at: datetime) -> QuerySet[Producer]:
    """Producers of the person's ground whose commune was divided by a merger entered here: nobody knows yet
    in which of the new ones they lie.
    """
    entered = Merger.objects.filter(on__lte=timezone.localdate(at)).values("on")
    several = Succession.objects.filter(on__in=entered).order_by().values("old").annotate(n=Count("new"))
    divided = several.filter(n__gt=1).values("old")
    return Producer.objects.on_desk_of(person, at).filter(commune__in=divided).order_by("name", "pk")


def waiting(person: Any, at: datetime) -> list[Pile]:
    """For officers of the province: each producer of a divided commune."""
    if not any(one.role == Role.PROVINCE_OFFICER for one in appointments_on(person, at)):
        return []

    def item(row: Facts) -> WaitingItem:
        url = reverse("mergers:place", args=[row["slug"]])
        return WaitingItem(row["name"], _("Xã cũ đã chia tách: chọn xã mới"), url)

    title, facts = _("Chủ thể chờ chọn xã mới"), {"slug": "slug", "name": "name"}
    return [Pile("mergers.place", title, reverse("producers:list"), to_place(person, at), facts, item)]
