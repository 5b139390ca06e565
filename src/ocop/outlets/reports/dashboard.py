"""The dashboard: what the programme holds, what ends soon, what is late and with whom,
years and places compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Value
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import standing_today
from ocop.outlets.reports import selectors
from ocop.outlets.reports.charts import Chart
from ocop.outlets.reports.counting.asking import together
from ocop.outlets.reports.counting.extent import Extent
from ocop.outlets.reports.counting.recognitions import new_products
from ocop.registers.producers.labels import LEGAL_FORMS
from ocop.registers.producers.rules import LegalForm
from ocop.registers.products.labels import set_name

MOST_BARS, MOST_LINES = 8, 10
STARS = (3, 4, 5)
NEW, OPEN, LATE = 6, 7, 8
COLUMNS = (*STARS, NEW, OPEN, LATE)
"""What communes are compared by: products of each star, those new in the year, dossiers open and late."""
FORMS = frozenset(form.value for form in LegalForm)
SET, FORM = ("regulation_code", "set_number"), "legal_form"
COUNTS = ("n", "valid", "expired", "unknown")
Rows = Sequence[dict[str, Any]]
"""What `selectors.counted` found, by star, set and legal form."""


@dataclass(frozen=True)
class PlaceRow:
    """One commune beside the others."""

    name: str
    by_star: tuple[int, int, int]
    new: int
    open_dossiers: int
    late: int

    @property
    def held(self) -> int:
        """Products with a star."""
        return sum(self.by_star)


def charts(extent: Extent, on: date) -> list[Chart]:
    """By star, set, legal form and year, from three counts in the database."""
    rows = selectors.counted(selectors.held(extent), "stars", *SET, FORM, on=on)
    return [_by_star(rows), _by_set(rows), _by_form(rows), _by_year(extent, on)]


def _by_star(counted: Rows) -> Chart:
    rows = _summed(counted, "stars")
    total, unknown = sum(row["n"] for row in rows), sum(row["unknown"] for row in rows)
    title = _("%(total)s sản phẩm đã được công nhận; %(unknown)s chưa rõ thời hạn") % {
        "total": total, "unknown": unknown,
    }  # fmt: skip
    lines = [(_("%(stars)s sao") % {"stars": row["stars"]}, _terms(row)) for row in rows if row["stars"]]
    return Chart(title, _("Hạng sao"), (_("Còn hạn"), _("Chưa rõ hạn"), _("Đã quá hạn")), lines)


def _terms(row: dict[str, Any]) -> tuple[int, int, int]:
    return row["valid"], row["unknown"], row["expired"]


def _summed(rows: Rows, column: str) -> list[dict[str, Any]]:
    """The counts of rows that are alike in a column, added up, in its order."""
    found: dict[Any, dict[str, Any]] = {}
    for row in rows:
        whole = found.setdefault(row[column], {column: row[column], **dict.fromkeys(COUNTS, 0)})
        for count in COUNTS:
            whole[count] += row[count]
    return [found[value] for value in sorted(found, key=lambda value: (value is None, value))]


def _by_set(rows: Rows) -> Chart:
    by_name: dict[str, int] = defaultdict(int)
    for row in rows:
        by_name[_set(*(row[column] for column in SET))] += row["n"]
    named = list(by_name.items())
    return _largest(_("Bộ sản phẩm"), named, _("Nhiều sản phẩm nhất: %(name)s"))


def _set(regulation: str, number: int) -> str:
    """The set by its words alone, for the decrees number them differently."""
    return set_name(regulation, number or None).partition(": ")[2] or _("Chưa xếp bộ")


def _by_form(rows: Rows) -> Chart:
    named = [(_form(row[FORM]), row["n"]) for row in _summed(rows, FORM)]
    return _largest(_("Loại hình chủ thể"), named, _("Nhiều nhất: %(name)s"))


def _form(key: str) -> str:
    return str(LEGAL_FORMS[LegalForm(key)]) if key in FORMS else _("Chưa rõ loại hình")


def _largest(head: str, named: Iterable[tuple[str, int]], finding: str) -> Chart:
    """The largest bars; the rest in one."""
    ordered = sorted(named, key=lambda row: (-row[1], row[0]))
    shown, rest = ordered[:MOST_BARS], ordered[MOST_BARS:]
    lines = [(name, (number,)) for name, number in shown]
    if rest:
        lines.append(
            (_("Còn lại (%(number)s nhóm)") % {"number": len(rest)}, (sum(number for _n, number in rest),))
        )
    title = finding % {"name": shown[0][0]} if shown else head
    return Chart(title, head, (_("Sản phẩm"),), lines)


def _by_year(extent: Extent, on: date) -> Chart:
    rows = selectors.new_by_year(extent.place, on)
    year, number = rows[-1]
    title = _("Năm %(year)s đến nay: %(number)s sản phẩm mới được công nhận") % {
        "year": year,
        "number": number,
    }
    lines = [(str(one), (count,)) for one, count in rows]
    return Chart(title, _("Năm"), (_("Sản phẩm mới"),), lines, is_upright=True)


def places_compared(extent: Extent, on: date) -> list[PlaceRow]:
    """Every commune with something to show, the one with most products first.

    What was recorded at a commune that is no more stands with the one of today. As many queries for many as
    for few.
    """
    found = _by_place(extent, on)
    today = _of_today({key for key, _column in found}, on)
    rows: dict[Place | None, list[int]] = defaultdict(lambda: [0] * len(COLUMNS))
    for (key, column), number in found.items():
        row = rows[today[key]]
        if column in COLUMNS:
            row[COLUMNS.index(column)] += number
    compared = [
        PlaceRow(
            unit.local_name if unit else _("Chưa rõ nơi"), (one[0], one[1], one[2]), one[3], one[4], one[5]
        )
        for unit, one in rows.items()
    ]
    return sorted(compared, key=lambda row: (-row.held, -row.new, row.name))


def _of_today(keys: set[int | None], on: date) -> dict[int | None, Place | None]:
    """What stands today where each place was; without a place stays so."""
    found: dict[int | None, Place | None] = {None: None} if None in keys else {}
    return found | dict(standing_today((key for key in keys if key is not None), on))


def _by_place(extent: Extent, on: date) -> dict[tuple[int | None, int], int]:
    """How many there are by place and column. One statement."""
    opened = Dossier.objects.open().filter(extent.of_place("commune"), submitted_at__isnull=False)
    parts = [
        selectors.held(extent).values(column=F("stars"), at=F("place")),
        new_products(extent).values(column=Value(NEW), at=F("place")),
        opened.values(column=Value(OPEN), at=F("commune")),
        selectors.late_dossiers(extent, on).values(column=Value(LATE), at=F("commune")),
    ]
    counted = [one.order_by().annotate(n=Count("pk")) for one in parts]
    return {(at, column): n for _part, column, at, n in together(counted, ("column", "at", "n"))}
