"""What every page of a producer needs:
the producer that one may see, the province, the form that is acted on.
"""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from ocop.registers.producers import selectors
from ocop.registers.producers.models import Producer


def visible(request: HttpRequest, slug: str, at: datetime) -> Producer:
    """The producer if this person may see it; else a page not found, as for one that does not exist."""
    return get_object_or_404(Producer.objects.visible_to(request.user, at).with_places(), slug=slug)


def province_code(producer: Producer | None = None) -> str:
    """The code of the province whose communes a form offers: the programme's;
    failing that the producer's own.
    """
    if code := selectors.programme_province():
        return code
    return producer.commune.province.code if producer and producer.commune else ""
