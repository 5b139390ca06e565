"""What the acts of this package are about: a producer, and somebody's right to act for it."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.registers.producers.models import Producer, Representation


def find_producer(_who: Who, slug: str) -> Producer:
    """The producer of this address."""
    return get_object_or_404(Producer.objects.with_places(), slug=slug)


def see_producer(who: Who, producer: Producer) -> None:
    """Http404 for whoever may not see it, as for one that does not exist."""
    if not Producer.objects.visible_to(who.person, who.at).filter(pk=producer.pk).exists():
        raise _none()


def visible_producer(who: Who, slug: str) -> Producer:
    """The producer of this address, for whoever may see it."""
    rows = Producer.objects.visible_to(who.person, who.at).with_places()
    return get_object_or_404(rows, slug=slug)


def find_representation(_who: Who, slug: str, pk: int) -> Representation:
    """Who acts for the producer of this address; what is known of them is read once."""
    rows = Representation.objects.select_related("person", "producer__commune__parent__parent")
    row = get_object_or_404(rows, producer__slug=slug, pk=pk)
    row.person.known = {}
    return row


def see_representation(who: Who, row: Representation) -> None:
    """Http404 for whoever may not see the producer."""
    see_producer(who, row.producer)


def _none() -> Http404:
    return Http404(_("Không có chủ thể này."))


PRODUCERS = Matter(
    space="producers",
    address="chu-the-cua-toi/dang-ky/<legal_form:legal_form>/",
    back=lambda _form: reverse("producers:register"),
)
PRODUCER = Matter(
    space="producers",
    address="chu-the-cua-toi/<slug:slug>/",
    find=find_producer,
    keys=lambda producer: {"slug": producer.slug},
    back=Producer.get_absolute_url,
    head=lambda producer: {"name": producer.name, "producer": producer},
    see=see_producer,
)
FACTS = Matter(
    space="producers",
    address="chu-the-cua-toi/<slug:slug>/sua/<producer_section:section>/",
    find=lambda who, slug, section: find_producer(who, slug),
    back=Producer.get_absolute_url,
    see=see_producer,
)


REPRESENTATION = Matter(
    space="producers",
    address="chu-the-cua-toi/<slug:slug>/nguoi-lam-thay/<int:pk>/",
    find=find_representation,
    keys=lambda row: {"slug": row.producer.slug, "pk": row.pk},
    back=lambda row: reverse("producers:people", args=[row.producer.slug]),
    head=lambda row: {"name": row.producer.name, "details": [(_("Người được cấp"), str(row.person))]},
    see=see_representation,
)
