"""What a workbook of ideas is checked against:
the communes of the office, the classification, what is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.models.visible import ground_of_offices
from ocop.casework.ideas.permissions import WRITERS
from ocop.casework.ideas.rules.rows import Gazetteer, Unit, leaf_key, twin_key
from ocop.casework.ideas.selectors.columns import MOST_IDEAS, columns
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, phone_number
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents.engines.sheets import Remark, Row, Sheet, read_sheet
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name, today_of_each
from ocop.registers.producers.models import Producer
from ocop.registers.products.selectors import regulation_on


@dataclass(frozen=True)
class SheetRow:
    """One good row: the fields of an idea, and its producer where one was named."""

    row: int
    fields: dict[str, Any]
    producer: Producer | None


@dataclass(frozen=True)
class Checked:
    """What a workbook comes to."""

    entries: list[SheetRow]
    remarks: list[Remark]

    @property
    def faulty_rows(self) -> set[int]:
        """The rows that must be mended."""
        return {remark.row for remark in self.remarks if remark.is_fault}


@dataclass(frozen=True)
class Looked:
    """A workbook as it was read, and what its rows come to."""

    table: Sheet
    checked: Checked

    @property
    def remarks(self) -> list[Remark]:
        """Everything that is to be said of it."""
        return [*self.table.faults, *self.checked.remarks]

    @property
    def faulty_rows(self) -> set[int]:
        """The rows that must be mended."""
        return {fault.row for fault in self.table.faults} | self.checked.faulty_rows


def look_through(content: bytes, name: str, person: Person, at: datetime) -> Looked:
    """Reads a workbook and checks every row. Refused: one that cannot be taken as a whole (`read_sheet`)."""
    table = read_sheet(content, name, columns([], at), most_rows=MOST_IDEAS)
    return Looked(table, check_rows(table, person=person, at=at))


def check_rows(sheet: Sheet, *, person: Person, at: datetime) -> Checked:
    """Every row against what is known, in the same number of queries for ten rows and for thousands."""
    known = _Known.of(sheet, person, at)
    entries, remarks = [], []
    seen: dict[tuple[str, int, str], int] = {}
    for row in sheet.rows:
        entry, said_of_row = known.look_at(row)
        key = (
            twin_key(row.values["name"], entry.fields["place"].pk, row.values["proposer"]) if entry else None
        )
        if key and key in seen:
            said_of_row.append(Remark(row.number, "name", _("Trùng với dòng %(row)s.") % {"row": seen[key]}))
        elif key and key in known.there:
            said_of_row.append(Remark(row.number, "name", _("Ý tưởng này đã đăng ký rồi.")))
        elif key and entry:
            seen[key] = row.number
            entries.append(entry)
        remarks += said_of_row
    return Checked(entries, remarks)


@dataclass(frozen=True)
class _Known:
    gazetteer: Gazetteer
    places: dict[int, Place]
    producers: dict[str, Producer]
    leaves: frozenset[str]
    there: frozenset[tuple[str, int, str]]

    @classmethod
    def of(cls, sheet: Sheet, person: Person, at: datetime) -> _Known:
        ground = ground_of_offices(who_is(person, at), WRITERS)
        gazetteer, places = _gazetteer(ground, at)
        numbers = {row.values["registration_no"] for row in sheet.rows} - {""}
        producers = Producer.objects.visible_to(person, at).filter(registration_no__in=numbers)
        regulation = regulation_on(timezone.localdate(at))
        rows = Idea.objects.filter(place__in=ground).exclude(
            state__in=[IdeaState.WITHDRAWN, IdeaState.REFUSED]
        )
        there = frozenset(twin_key(*one) for one in rows.values_list("name", "place", "proposer"))
        leaves = frozenset(regulation.leaves) if regulation else frozenset()
        return cls(gazetteer, places, {one.registration_no: one for one in producers}, leaves, there)

    def look_at(self, row: Row) -> tuple[SheetRow | None, list[Remark]]:
        """The entry, unless a cell is faulty; and what is to be said."""
        values = row.values
        remarks: list[Remark] = []
        place = self._place(row, remarks)
        producer = self.producers.get(values["registration_no"])
        if values["registration_no"] and producer is None:
            remarks.append(
                Remark(row.number, "registration_no", _("Chưa có chủ thể mang mã số này trong hệ thống."))
            )
        phone = phone_number(values["phone"])
        if values["phone"] and not phone:
            remarks.append(Remark(row.number, "phone", _("Số điện thoại này chưa đúng.")))
        leaf = leaf_key(values["leaf"])
        if leaf and leaf not in self.leaves:
            remarks.append(Remark(row.number, "leaf", _("Không có nhóm sản phẩm này; chọn trong danh sách.")))
        if (
            place is None
            or any(remark.is_fault for remark in remarks)
            or not all(values[key] for key in ("name", "material", "proposer"))
        ):
            return None, remarks
        texts = {
            key: values[key]
            for key in ("name", "material", "proposer", "market", "help_wanted", "description")
        }
        fields = {**texts, "proposer_phone": phone, "leaf": leaf, "place": place}
        return SheetRow(row.number, fields, producer), remarks

    def _place(self, row: Row, remarks: list[Remark]) -> Place | None:
        text = row.values["place"]
        units = self.gazetteer.find(text) if text else []
        if not text:
            return None
        if not units:
            remarks.append(Remark(row.number, "place", _("Không thấy xã, phường này trong địa bàn của bạn.")))
            return None
        today = {key for unit in units for key in unit.today}
        if len(today) != 1:
            names = ", ".join(sorted(full_name(self.places[key]) for key in today if key in self.places))
            remarks.append(
                Remark(
                    row.number,
                    "place",
                    _("Nay thuộc nhiều nơi; ghi rõ một trong: %(names)s.") % {"names": names},
                )
            )
            return None
        (key,) = today
        if key not in self.places:
            remarks.append(Remark(row.number, "place", _("Không thấy xã, phường này trong địa bàn của bạn.")))
            return None
        self._say_what_it_is_now(row, units, key, remarks)
        return self.places[key]

    def _say_what_it_is_now(self, row: Row, units: list[Unit], key: int, remarks: list[Remark]) -> None:
        """An old commune is taken, and named as what it is today."""
        if all(unit.stands for unit in units):
            return
        now = self.places[key]
        text = _("%(old)s nay là %(new)s, mã %(code)s.") % {
            "old": units[0].full_name,
            "new": full_name(now),
            "code": now.code,
        }
        remarks.append(Remark(row.number, "place", text, is_fault=False))


def _gazetteer(ground: QuerySet[Any], at: datetime) -> tuple[Gazetteer, dict[int, Place]]:
    """The communes of the ground, past and present, and those of today by number."""
    units = list(Place.objects.filter(pk__in=ground, level=Level.COMMUNE).with_parents())
    today = today_of_each(units, timezone.localdate(at))
    gazetteer = Gazetteer()
    for unit in units:
        now = tuple(sorted(one.pk for one in today[unit.pk]))
        above = [part.name for part in unit.lineage[1:]] + [
            f"{part.kind} {part.name}" for part in unit.lineage[1:]
        ]
        gazetteer.add(Unit(unit.pk, unit.code, unit.name, full_name(unit), now), unit.kind, above)
    return gazetteer, {unit.pk: unit for unit in units if today[unit.pk] == [unit]}
