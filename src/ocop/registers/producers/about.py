"""What the acts of this package are about: somebody's right to act for a producer."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.registers.producers.models import Producer, Representation


def find_representation(_who: Who, slug: str, pk: int) -> Representation:
    """Who acts for the producer of this address; what is known of them is read once."""
    rows = Representation.objects.select_related("person", "producer__commune__parent__parent")
    row = get_object_or_404(rows, producer__slug=slug, pk=pk)
    row.person.known = {}
    return row


def see_representation(who: Who, row: Representation) -> None:
    """Http404 for whoever may not see the producer."""
    if not Producer.objects.visible_to(who.person, who.at).filter(pk=row.producer_id).exists():
        raise Http404(_("Không có chủ thể này."))


REPRESENTATION = Matter(
    space="producers",
    address="chu-the-cua-toi/<slug:slug>/nguoi-lam-thay/<int:pk>/",
    find=find_representation,
    keys=lambda row: {"slug": row.producer.slug, "pk": row.pk},
    back=lambda row: reverse("producers:people", args=[row.producer.slug]),
    head=lambda row: {"name": row.producer.name, "details": [(_("Người được cấp"), str(row.person))]},
    see=see_representation,
)
