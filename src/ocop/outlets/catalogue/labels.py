"""What can truthfully be said of a recognition, in the words of the public site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.models import Listing, Recognition, RecognitionEvent
from ocop.registers.products.rules import EventKind, Standing, StandingKind

SORT_WORDS = {
    "": gettext_lazy("Phù hợp nhất"),
    "moi": gettext_lazy("Mới công nhận"),
    "ten": gettext_lazy("Tên sản phẩm"),
    "sao": gettext_lazy("Hạng sao"),
}
ENDING = {
    StandingKind.REVOKED: EventKind.REVOKED,
    StandingKind.REPLACED: EventKind.REPLACED,
    StandingKind.ANNULLED: EventKind.ANNULLED,
}
TOLD = frozenset(ENDING) | {StandingKind.EXTENDED}
"""Standings that a paper brought about."""
DAYS = {
    StandingKind.NOT_YET: gettext_lazy("có hiệu lực từ ngày %(date)s"),
    StandingKind.VALID: gettext_lazy("đến hết ngày %(date)s"),
    StandingKind.EXTENDED: gettext_lazy("chờ đánh giá lại, muộn nhất đến hết ngày %(date)s"),
    StandingKind.EXPIRED: gettext_lazy("chỉ có hiệu lực đến hết ngày %(date)s"),
}


@dataclass(frozen=True)
class Happened:
    """One thing that happened to a recognition, with the number of the paper that did it,
    empty where unknown.
    """

    on: date
    kind: EventKind
    number: str

    @classmethod
    def of(cls, event: RecognitionEvent) -> Happened:
        """From the row; its paper must be loaded where many are asked."""
        return cls(event.on, EventKind(event.kind), event.paper.number if event.paper else "")


@dataclass(frozen=True)
class Words:
    """A status in words: `kind` of chip, the word itself, and the day or paper that belongs to it."""

    kind: str
    word: str
    detail: str = ""

    @property
    def look(self) -> str:
        """The look of the first line of the check page: what is neither right nor plainly wrong warns."""
        return self.kind if self.kind in {"ok", "bad"} else "warn"

    def __str__(self) -> str:
        return f"{self.word} {self.detail}".strip()


def say(recognition: Recognition, standing: Standing) -> Words:
    """The status of a recognition for shoppers.
    Where no exact date is known it names the year and says so.
    """
    if standing.kind == StandingKind.UNKNOWN:
        return _say_year(recognition.year, standing)
    return say_of(
        standing,
        [Happened.of(event) for event in recognition.events.all()] if standing.kind in TOLD else (),
    )


def say_listed(listing: Listing, standing: Standing) -> Words:
    """The same of a listing; what ended its recognition must be loaded with the paper."""
    if standing.kind == StandingKind.UNKNOWN:
        return _say_year(listing.year, standing)
    return say_of(standing, [Happened.of(listing.ending)] if listing.ending else ())


def _say_year(year: int, standing: Standing) -> Words:
    word = _("Công nhận năm %(year)s") % {"year": year} if year else _("Công nhận, chưa rõ năm")
    return Words(STANDING_KINDS[standing.kind], word, _("chưa có dữ liệu về hiệu lực hiện nay"))


def say_of(standing: Standing, happened: Iterable[Happened]) -> Words:
    """The status in words; `happened` is what happened to the recognition since."""
    if standing.kind in ENDING:
        detail = _ending(standing, happened)
    else:
        detail = _basis(standing, happened) or _day(standing)
    return Words(STANDING_KINDS[standing.kind], str(STANDINGS[standing.kind]), detail)


def _day(standing: Standing) -> str:
    if standing.until is None or standing.kind not in DAYS:
        return ""
    return DAYS[standing.kind] % {"date": date_format(standing.until, "DATE_FORMAT")}


def _basis(standing: Standing, happened: Iterable[Happened]) -> str:
    """Until when an extension holds, and by which paper; empty for everything else."""
    if standing.kind != StandingKind.EXTENDED or standing.until is None:
        return ""
    number = next((one.number for one in happened if one.kind == EventKind.EXTENDED and one.number), "")
    if not number:
        return ""
    values = {"date": date_format(standing.until, "DATE_FORMAT"), "number": number}
    sentence = _(
        "chờ đánh giá lại theo văn bản số %(number)s, muộn nhất đến hết ngày %(date)s, "
        "hết ngay khi có kết quả"
    )
    return sentence % values


def _ending(standing: Standing, happened: Iterable[Happened]) -> str:
    """From which day, and by which paper where that is on record."""
    first = min(
        (one for one in happened if one.kind == ENDING[standing.kind]), key=lambda one: one.on, default=None
    )
    if first is None:
        return ""
    values = {"date": date_format(first.on, "DATE_FORMAT"), "number": first.number}
    sentence = _("từ ngày %(date)s, theo văn bản số %(number)s") if first.number else _("từ ngày %(date)s")
    return sentence % values
