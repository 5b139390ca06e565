"""What ends and when, who answered, which renewals were filed: for reminders, letters, acts and pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.states import OPEN, DossierState
from ocop.casework.renewals.models import Called, Decline
from ocop.casework.renewals.rules import BEFORE_OPENING, Bar, bar_to_extension
from ocop.casework.renewals.states import DeclineState
from ocop.kernel.calendar import EventKind, window_reaches
from ocop.registers.products.models import Listing, Product, Recognition
from ocop.registers.products.selectors import standing_of


def ending(first: date, last: date) -> QuerySet[Listing]:
    """Recognitions that hold on `first` and whose term ends from then to `last`, the first to end first."""
    rows = Listing.objects.ends_between(first, last).filter(expires_on__range=(first, last))
    return rows.order_by("expires_on", "pk")


def reached(on: date) -> date:
    """The last end whose reminders have begun on a day."""
    return window_reaches(on + BEFORE_OPENING)


def declined() -> Exists:
    """Whether the holder of a listed recognition answered that it will not renew."""
    rows = Decline.objects.filter(recognition=OuterRef("recognition"), state=DeclineState.STANDING)
    return Exists(rows)


def filed() -> Exists:
    """Whether a renewal of a listed product was handed in and goes on."""
    rows = Dossier.objects.filter(product=OuterRef("product"), kind=DossierKind.RENEWAL, state__in=OPEN)
    return Exists(rows.filter(submitted_at__isnull=False))


def called() -> Exists:
    """Whether a letter called for the renewal of a listed recognition."""
    return Exists(Called.objects.filter(recognition=OuterRef("recognition")))


def open_ends(on: date) -> QuerySet[Listing]:
    """What ends within reach of the reminders, is not renewed and whose holder did not say no."""
    rows = ending(on, reached(on)).filter(~declined(), ~filed())
    return rows.select_related("product", "producer", "producer_commune__parent__parent")


def to_call(on: date) -> QuerySet[Listing]:
    """Of these, what no letter called for yet."""
    return open_ends(on).filter(~called())


@dataclass(frozen=True)
class Renewal:
    """The renewal of a recognition: when it was handed in first, and when its result came."""

    dossier: Dossier
    filed_on: date
    result_on: date | None


def renewals_of(recognitions: Iterable[Recognition]) -> dict[int, Renewal]:
    """By recognition (its id) the renewal that was handed in while it ran, the last where there are several;
    one that was withdrawn is none. One statement.
    """
    known = list(recognitions)
    rows = Dossier.objects.filter(
        product__in=[one.product_id for one in known], kind=DossierKind.RENEWAL, submitted_at__isnull=False
    ).exclude(state=DossierState.WITHDRAWN)
    found: dict[int, Renewal] = {}
    for dossier in rows.order_by("submitted_at", "pk"):
        for one in known:
            filed_on = _day(dossier.submitted_at)
            if one.product_id == dossier.product_id and (one.valid_from or date.min) < filed_on:
                found[one.pk] = Renewal(dossier, filed_on, _result_on(dossier))
    return found


def _result_on(dossier: Dossier) -> date | None:
    """A product proposed to the ministry has no result yet: the ministry decides."""
    has_ended = dossier.state in (DossierState.CONCLUDED, DossierState.EXCLUDED)
    if not has_ended or dossier.outcome == Outcome.PROPOSED_TO_MINISTRY:
        return None
    return _day(dossier.state_at or dossier.updated_at)


def _day(moment: datetime | None) -> date:
    assert moment is not None  # noqa: S101 - asked for above
    return timezone.localdate(moment)


def bars(recognitions: Iterable[Recognition], on: date) -> dict[int, Bar | None]:
    """Why each recognition (by id) cannot be extended by a decision of a day; None where it can. Their events
    must be prefetched.
    """
    known = list(recognitions)
    renewals = renewals_of(known)
    return {one.pk: _bar(one, renewals.get(one.pk), on) for one in known}


def _bar(one: Recognition, renewal: Renewal | None, on: date) -> Bar | None:
    return bar_to_extension(
        standing_of(one, on).kind,
        one.expires_on,
        filed_on=renewal.filed_on if renewal else None,
        result_on=renewal.result_on if renewal else None,
        is_extended=any(event.kind == EventKind.EXTENDED for event in one.events.all()),
        on=on,
    )


def extendable(on: date) -> list[Recognition]:
    """What a decision of this day can extend, the first to end first."""
    late = Dossier.objects.filter(
        product=OuterRef("product"), kind=DossierKind.RENEWAL, submitted_at__isnull=False, state__in=OPEN
    )
    newest = Listing.objects.filter(Exists(late), recognition__isnull=False).values("recognition")
    rows = Recognition.objects.filter(pk__in=newest).select_related("product__producer")
    known = list(rows.prefetch_related("events").order_by("expires_on", "pk"))
    barred = bars(known, on)
    return [one for one in known if barred[one.pk] is None]


def listed(product: Product) -> Recognition | None:
    """The newest public recognition of a product, with its events and their papers."""
    rows = Recognition.objects.filter(pk__in=Listing.objects.filter(product=product).values("recognition"))
    return rows.select_related("product__producer").prefetch_related("events__paper").first()


def answer_of(recognition: Recognition) -> Decline | None:
    """The answer that stands."""
    rows = Decline.objects.filter(state=DeclineState.STANDING, recognition=recognition)
    return rows.select_related("by").first()
