"""Who learns at a course, and how that is known."""

from __future__ import annotations

from enum import StrEnum


class Group(StrEnum):
    """Producers and officials are counted apart."""

    PRODUCER = "producer"
    OFFICIAL = "official"


class Via(StrEnum):
    """How a signature came: the person scanned the code of the day, or signed a sheet."""

    QR = "qr"
    SHEET = "sheet"
