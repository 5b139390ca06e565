"""What the public side sells, on top of the small province: a producer's site, villages, homestays, a route.

Run as a program beside the server's data: pages of the other tests stay as they are without it.
"""

from __future__ import annotations

import pickle

import django
from django.conf import settings
from django.db import transaction

from tests.templates import STAGE

SELLS = "cao-nguyen"
SITE, PLACE, ROUTE = "hop-tac-xa-mau-che-cao-nguyen", "thon-mau-na-loc", "mot-ngay-o-doi-dua"
"""Parts of the addresses that it has then."""


def fill() -> None:
    """The stage lies beside the stored files, as the template left it."""
    from ocop.casework.sites.acts import agree_to_show
    from ocop.outlets.demo.moments import moment
    from ocop.outlets.demo.selling import open_shop
    from ocop.outlets.demo.travel.chapters import note_places_to_go

    with (settings.MEDIA_ROOT.parent / STAGE).open("rb") as stored:
        stage = pickle.load(stored)
    open_shop(stage, SELLS, moment("11-24 09:00"))
    producer = stage.producers[SELLS]
    producer.refresh_from_db()
    agree_to_show(producer.site, by=stage.people["mai"], at=moment("11-24 09:30"))
    note_places_to_go(stage)
    stage.diary.carry_out()


if __name__ == "__main__":
    django.setup()
    with transaction.atomic():
        fill()
