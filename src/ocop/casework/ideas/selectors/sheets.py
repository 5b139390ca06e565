"""What a workbook of ideas is checked against:
the communes of the office, the classification, what is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.rules.rows import Gazetteer, Unit, leaf_key, twin_key
from ocop.casework.ideas.rules.states import IdeaState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Level, Role, phone_number
from ocop.foundation.documents.engines.sheets import Column, Remark, Row, Sheet
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name, grounds_of, today_of_each
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer
from ocop.registers.products.selectors import regulation_on

MOST_IDEAS = 1_000
"""Each row becomes an official record of its own, so that fewer are taken at a time than in other tables."""
WRITERS = frozenset({Role.COMMUNE_OFFICER, Role.PROVINCE_OFFICER})


def ground_of_officer(person: Any, at: datetime) -> frozenset[int]:
    """The places, past and present, for which the person may write down somebody's idea."""
    places = [
        row.office.place for row in appointments_on(person, at) if row.role in WRITERS and row.office.place
    ]
    return frozenset().union(*grounds_of(places).values())


def communes_today(person: Any, at: datetime) -> list[Place]:
    """The communes of that ground that stand now, by code."""
    rows = Place.objects.existing_on(timezone.localdate(at)).filter(level=Level.COMMUNE)
    return list(rows.filter(pk__in=ground_of_officer(person, at)).with_parents().order_by("code"))


def columns(communes: list[Place], at: datetime) -> list[Column]:
    """What the workbook asks for; with lists of communes and kinds of products to choose from."""
    regulation = regulation_on(timezone.localdate(at))
    leaves = regulation.leaves.values() if regulation else []
    return [
        Column("name", gettext_lazy("Tên sản phẩm"), True, _("Ví dụ: Dứa sấy dẻo."), longest=200, width=28),
        Column("material", gettext_lazy("Nguyên liệu địa phương"), True, _("Trồng, nuôi, hái ở đâu."),
        width=34),
        Column(
            "proposer", gettext_lazy("Người hoặc cơ sở có ý tưởng"), True, _("Họ tên hoặc tên cơ sở."),
            longest=200, width=28,
        ),
        Column(
            "place", gettext_lazy("Xã, phường"), True, _("Mã hoặc tên; xã cũ cũng được."), digits=5,
            longest=120,
            choices=tuple(f"{one.code} – {one.kind} {one.name}" for one in communes),
        ),
        Column(
            "phone", gettext_lazy("Điện thoại"), hint=_("10 chữ số, bắt đầu bằng 0."), digits=10, longest=30,
            width=14
        ),
        Column(
            "registration_no", gettext_lazy("Mã số đăng ký kinh doanh"),
            hint=_("Nếu chủ thể đã có trong hệ thống."), longest=40,
        ),
        Column("market", gettext_lazy("Bán cho ai, ở đâu"), width=28),
        Column("help_wanted", gettext_lazy("Cần giúp gì"), width=28),
        Column("description", gettext_lazy("Mô tả"), width=34),
        Column(
            "leaf", gettext_lazy("Nhóm sản phẩm"), hint=_("Chọn trong danh sách, chưa rõ thì để trống."),
            choices=tuple(f"{leaf.key} – {said(leaf.label)}" for leaf in leaves), width=34,
        ),
    ]  # fmt: skip


EXAMPLE = {
    "name": "Dứa sấy dẻo",
    "material": "Dứa Queen trồng tại thôn Na Lốc",
    "proposer": "Hộ Giàng Thị Lan",
    "phone": "0912345678",
    "market": "Khách du lịch, siêu thị ở Lào Cai",
    "help_wanted": "Máy sấy, nhãn mác",
}


@dataclass(frozen=True)
class Entry:
    """One good row: the fields of an idea, and its producer where one was named."""

    row: int
    fields: dict[str, Any]
    producer: Producer | None


@dataclass(frozen=True)
class Checked:
    """What a workbook comes to."""

    entries: list[Entry]
    remarks: list[Remark]

    @property
    def faulty_rows(self) -> set[int]:
        """The rows that must be mended."""
        return {remark.row for remark in self.remarks if remark.is_fault}


def check_rows(sheet: Sheet, *, person: Any, at: datetime) -> Checked:
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
    def of(cls, sheet: Sheet, person: Any, at: datetime) -> _Known:
        ground = ground_of_officer(person, at)
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

    def look_at(self, row: Row) -> tuple[Entry | None, list[Remark]]:
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
        return Entry(row.number, fields, producer), remarks

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


def _gazetteer(ground: frozenset[int], at: datetime) -> tuple[Gazetteer, dict[int, Place]]:
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
