"""What the act of this package is about."""

from __future__ import annotations

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, Refusal, Refused
from ocop.foundation.ui.rows import the_one
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_programme(_who: Who) -> Programme:
    """The programme of the province. Refused where it has none yet."""
    programme = current()
    if programme is None:
        raise Refused(Refusal("no_programme", _("Chưa lập chương trình của tỉnh.")))
    return programme


MERGERS = Matter(
    space="mergers",
    address="sap-nhap/",
    find=find_programme,
    back=lambda _programme: reverse("mergers:list"),
)


def find_producer(_who: Who, slug: str) -> Producer:
    """The producer of this address."""
    found = the_one(Producer.objects.select_related("commune").filter(slug=slug))
    if found is None:
        raise Http404(_("Không có chủ thể này."))
    return found


def see_producer(who: Who, producer: Producer) -> None:
    """One that is not of the ground of the person's office is not there."""
    if not Producer.objects.on_desk_of(who.person, who.at).filter(pk=producer.pk).exists():
        raise Http404(_("Không có chủ thể này."))


PLACED = Matter(
    space="mergers",
    address="sap-nhap/chu-the/<slug:slug>/",
    find=find_producer,
    keys=lambda producer: {"slug": producer.slug},
    back=Producer.get_absolute_url,
    head=lambda producer: {"name": producer.name},
    see=see_producer,
)
