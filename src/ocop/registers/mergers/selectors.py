"""What lies in the units of a merger: what will follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from django.apps import apps
from django.db.models import ForeignKey, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Appointment
from ocop.foundation.places.models import Place
from ocop.foundation.ui.templatetags.ui import so


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
