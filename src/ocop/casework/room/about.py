"""What the act of this package is about: a meeting as its members score at it."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse

from ocop.casework.review.about import OWN_PART

OWN_ROOM = replace(
    OWN_PART,
    space="room",
    address="phong-cham/<uuid:key>/",
    back=lambda meeting: reverse("room:room", args=[meeting.key]),
)
