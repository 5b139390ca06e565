"""Places by every usual way of writing them, old and new names: "TT. Mường Khương", "02788 – xã Bản Lầu",
"X. Bản Lầu - H. Mường Khương". No database.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ocop.foundation.places.rules import Level
from ocop.foundation.places.tables import Register
from ocop.foundation.places.tables import Unit as Listed
from ocop.kernel.text import fold

_CODE = re.compile(r"^\D{0,12}?(\d{5})\b\s*[–—:.,-]*\s*(.*)$")
_PARTS = re.compile(r"\s*[-–—,;()/|\n]\s*")
_KINDS = {
    "xã": "xã",
    "x": "xã",
    "xa": "xã",
    "phường": "phường",
    "p": "phường",
    "phuong": "phường",
    "ph": "phường",
    "thị trấn": "thị trấn",
    "tt": "thị trấn",
    "thi tran": "thị trấn",
    "đặc khu": "đặc khu",
}
_UPPER = {
    "huyện",
    "h",
    "huyen",
    "thị xã",
    "tx",
    "thi xa",
    "thành phố",
    "tp",
    "thanh pho",
    "tỉnh",
    "t",
    "tinh",
    "quận",
    "q",
}
_BELOW = re.compile(
    r"^(?:thôn|bản|tổ|xóm|ấp|khu|số|đường|khối|buôn|làng|tiểu khu|tdp|sn|đội)\b\.?\s", re.IGNORECASE
)
_HEADED = re.compile(
    r"^(?:-\s*)?(?P<kind>thị trấn|thị xã|thành phố|đặc khu|thi tran|thi xa|thanh pho|phường|phuong|huyện|"
    r"huyen|quận|tỉnh|tinh|xã|xa(?=\s)|tt|tx|tp|ph|[xpthq])(?:\.\s*|\s+|:\s*)(?P<name>\S.*)$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\s+(?=(?:huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|H\.|TX\.|TP\.|T\.|TX\s|TP\s|X\.|P\.|TT\.)"
    r"\s*\S)",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"\b(xã|phường|thị trấn|huyện|tỉnh|thành phố|Xã|Phường|Huyện)(?=[A-ZĐÀ-Ỹ][a-zđà-ỹ\s])|\b(TT)(?=NT\b)"
)
_AROUND = re.compile(
    r"^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|đảng ủy)\s+|\s+\(?(?:cũ|cu|mới)\)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Unit:
    """A commune, past or present: its number for whoever asks, its words, what stands there today."""

    pk: int
    code: str
    kind: str
    name: str
    full_name: str
    today: tuple[int, ...]
    districts: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    kind_before: str = ""
    spellings: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it is itself what stands there today."""
        return self.today == (self.pk,)


@dataclass(frozen=True)
class _Part:
    kind: str
    name: str
    is_above: bool = False
    is_province: bool = False


@dataclass
class Gazetteer:
    """Communes of some ground, past and present, found by what people write."""

    units: dict[int, Unit] = field(default_factory=dict)
    by_code: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    above: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)

    def add(self, unit: Unit) -> None:
        """Enters a unit under its code, its name and its other spellings."""
        self.units[unit.pk] = unit
        self.by_code[unit.code].append(unit)
        for name in {fold(text) for text in (unit.name, *unit.spellings)}:
            self.by_name[name].append(unit)
        self.above |= unit.districts | unit.provinces
        self.provinces |= unit.provinces

    def find(self, text: str) -> list[Unit]:
        """The units that a text means, one for each answer; empty where there is none.

        A code goes before a name, the very letters before letters without marks, the kind written before
        others, what stands today before what bore the name; a district or province must fit.
        """
        composed = _RUN_IN.sub(r"\1\2 ", unicodedata.normalize("NFC", " ".join(text.split())))
        if composed.isascii() and composed.isdigit():
            composed = composed.zfill(5)  # a spreadsheet ate the zero in front
        if match := _CODE.match(composed):
            return self._of_code(match[1], match[2])
        parts = self._parts(composed)
        for place, part in enumerate(parts):
            if part.is_above or (place and not part.kind and fold(part.name) in self.above):
                continue  # a district of the same name as a commune, behind something that is not known
            if found := self._named(part):
                return _different(*self._within(found, parts[place + 1 :]))
        return []

    def _of_code(self, code: str, rest: str) -> list[Unit]:
        found = self.by_code.get(code, [])
        named = [part for part in self._parts(rest) if not part.is_above] if rest.strip() else []
        if named and found:
            # "02788 – xã Bản Lầu": code and name must be of one unit
            names = {fold(name) for unit in found for name in (unit.name, *unit.spellings)}
            if not any(fold(part.name) in names for part in named):
                return []
            found = [
                unit for unit in found if any(fold(unit.name) == fold(part.name) for part in named)
            ] or found
        return _different(found)

    def _parts(self, text: str) -> list[_Part]:
        pieces = [one.strip(" .") for whole in _PARTS.split(text) for one in _INSIDE.split(whole)]
        kept = [
            piece for piece in pieces if piece and (fold(piece) in self.by_name or not _BELOW.match(piece))
        ]
        return [self._part(piece) for piece in kept]

    def _part(self, piece: str) -> _Part:
        name = _AROUND.sub("", _AROUND.sub("", piece)).strip()
        match = _HEADED.match(name)
        if match and not (fold(name) in self.by_name and len(match["kind"]) == 1 and "." not in name):
            word = match["kind"].casefold()
            if word in _UPPER:
                return _Part("", match["name"].strip(), True, word in {"tỉnh", "tinh", "t"})
            return _Part(_KINDS.get(word, ""), match["name"].strip())
        return _Part("", name)

    def _named(self, part: _Part) -> list[Unit]:
        found = self.by_name.get(fold(part.name), [])
        if not part.name.isascii():
            # the very letters: Nậm Chảy is not Nậm Chày; a tone on another vowel of it (Hòa, Hoà) is the same
            exact = [
                unit
                for unit in found
                if any(_letters(one) == _letters(part.name) for one in (unit.name, *unit.spellings))
            ]
            found = exact or found
        if part.kind:
            found = [unit for unit in found if part.kind in {unit.kind, unit.kind_before}] or found
        return found

    def _within(self, found: list[Unit], above: Sequence[_Part]) -> tuple[list[Unit], bool]:
        """Those that lie in what is named beside them, today's on the ground of a district of then; and
        whether a district was named, so that an old unit may be meant.
        """
        is_narrow = False
        for part in above:
            name = fold(part.name)
            is_district = not part.is_province and any(name in unit.districts for unit in self.units.values())
            is_province = name in self.provinces and (part.is_province or not part.is_above)
            if not is_district and not is_province:
                continue
            inside = [unit for unit in found if is_district and name in unit.districts]
            if is_district and not inside:
                ground = {key for unit in self.units.values() if name in unit.districts for key in unit.today}
                inside = [unit for unit in found if unit.pk in ground]
            found = inside + [
                unit for unit in found if is_province and name in unit.provinces and unit not in inside
            ]
            is_narrow = is_narrow or is_district
        return found, is_narrow


def _letters(text: str) -> str:
    """A name with its letters and its tone, wherever in a syllable the tone is put: Hòa is Hoà."""
    words = []
    for word in unicodedata.normalize("NFD", text.casefold()).split():
        tones = [mark for mark in word if mark in "\u0300\u0301\u0303\u0309\u0323"]
        words.append("".join(mark for mark in word if mark not in tones) + "".join(tones))
    return " ".join(words)


def _different(found: list[Unit], has_district: bool = False) -> list[Unit]:
    standing = [unit for unit in found if unit.stands]
    if standing and not has_district:
        return standing
    return list({unit.today: unit for unit in [*found, *standing]}.values())


def of_register(province: str, on: date) -> Gazetteer:
    """The communes of a province as the tables of the register have them, with all that they took over."""
    return _of_register(province, on)


@lru_cache(maxsize=4)
def _of_register(province: str, on: date) -> Gazetteer:
    register = Register()
    standing = [
        unit
        for unit in register.units
        if unit.level == Level.COMMUNE
        and unit.stands(on)
        and unit.parent is not None
        and unit.parent.code == province
    ]
    numbers = {unit.key: number for number, unit in enumerate(register.units, start=1)}
    today: dict[tuple[str, str, date], set[int]] = defaultdict(set)
    units = {unit.key: unit for unit in standing}
    for unit in standing:
        today[unit.key].add(numbers[unit.key])
        for old in unit.took_over:
            units[old.key] = old
            today[old.key].add(numbers[unit.key])
    gazetteer = Gazetteer()
    above = standing[0].parent.name if standing and standing[0].parent else ""
    for key, unit in units.items():
        gazetteer.add(_unit(unit, numbers[key], tuple(sorted(today[key])), above))
    return gazetteer


def _unit(unit: Listed, number: int, today: tuple[int, ...], province: str) -> Unit:
    above, part = [], unit.parent
    while part is not None:
        above.append(part)
        part = part.parent
    return Unit(
        number,
        unit.code,
        unit.kind,
        unit.name,
        ", ".join(f"{one.kind} {one.name}" for one in [unit, *above]),
        today,
        frozenset(fold(one.name) for one in above[:-1]),
        frozenset({fold(above[-1].name), fold(province)}),
        unit.kind_before,
        tuple(unit.spellings),
    )
