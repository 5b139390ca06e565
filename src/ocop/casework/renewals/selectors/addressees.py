"""To whom letters go: a commune of today for its holders, or one holder."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.renewals.selectors.terms import to_call
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name, standing_today
from ocop.foundation.ui.templatetags.ui import so
from ocop.kernel.text import vietnamese_key
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing

COMMUNE, HOLDER = "xa", "chu-the"


@dataclass(frozen=True)
class Addressee:
    """Who gets the letter, and the rows it is about, the first to end first. `key` names it in addresses."""

    key: str
    name: str
    rows: list[Listing]
    commune: Place | None = None
    producer: Producer | None = None

    @property
    def words(self) -> str:
        """Its name with how many products."""
        count = len(self.rows)
        many = ngettext("%(n)s sản phẩm", "%(n)s sản phẩm", count) % {"n": so(count)}
        return _("%(name)s: %(many)s") % {"name": self.name, "many": many}


def addressees(on: date) -> dict[str, Addressee]:
    """Everybody to whom a letter can go today, communes first, by key. Few statements for any number."""
    rows = list(to_call(on))
    today = standing_today((row.producer_commune_id for row in rows if row.producer_commune_id), on)
    communes: dict[int, list[Listing]] = defaultdict(list)
    holders: dict[int, list[Listing]] = defaultdict(list)
    for row in rows:
        holders[row.producer_id].append(row)
        if row.producer_commune_id is not None:
            communes[today[row.producer_commune_id].pk].append(row)
    units = {one.pk: one for one in today.values()}
    found = [_commune(units[key], part, on) for key, part in communes.items()]
    found.sort(key=lambda one: vietnamese_key(one.name))
    whose = [_holder(part) for part in holders.values()]
    whose.sort(key=lambda one: vietnamese_key(one.name))
    return {one.key: one for one in (*found, *whose)}


def _commune(unit: Place, rows: list[Listing], on: date) -> Addressee:
    name = f"Ủy ban nhân dân {full_name(unit, on).partition(',')[0]}"
    return Addressee(f"{COMMUNE}-{unit.code}", name, rows, commune=unit)


def _holder(rows: list[Listing]) -> Addressee:
    producer = rows[0].producer
    return Addressee(f"{HOLDER}-{producer.slug}", producer.name, rows, producer=producer)
