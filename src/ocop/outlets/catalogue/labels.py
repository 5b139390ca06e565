"""What can truthfully be said of a recognition, in the words of the public site."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.models import Recognition
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
    """The status of a recognition for shoppers. Where no exact date is known it names the year and says so."""
    kind = standing.kind
    if kind == StandingKind.UNKNOWN:
        word = _("Công nhận năm %(year)s") % {"year": recognition.year}
        return Words(STANDING_KINDS[kind], word, _("chưa có dữ liệu về hiệu lực hiện nay"))
    return Words(STANDING_KINDS[kind], str(STANDINGS[kind]), _detail(recognition, standing))


def _detail(recognition: Recognition, standing: Standing) -> str:
    if standing.kind in ENDING:
        return _ending(recognition, standing)
    if standing.until is None:
        return ""
    day = {"date": date_format(standing.until, "DATE_FORMAT")}
    if standing.kind == StandingKind.VALID:
        return _("đến hết ngày %(date)s") % day
    if standing.kind == StandingKind.EXTENDED:
        return _("chờ đánh giá lại, muộn nhất đến hết ngày %(date)s") % day
    if standing.kind == StandingKind.EXPIRED:
        return _("chỉ có hiệu lực đến hết ngày %(date)s") % day
    return _("có hiệu lực từ ngày %(date)s") % day


def _ending(recognition: Recognition, standing: Standing) -> str:
    """From which day, and by which paper where that is on record."""
    ended = [event for event in recognition.events.all() if event.kind == ENDING[standing.kind]]
    if not ended:
        return ""
    first = min(ended, key=lambda event: event.on)
    values = {"date": date_format(first.on, "DATE_FORMAT"), "number": first.paper.number if first.paper else ""}
    if first.paper:
        return _("từ ngày %(date)s, theo văn bản số %(number)s") % values
    return _("từ ngày %(date)s") % values
