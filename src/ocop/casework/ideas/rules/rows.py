"""A row of a workbook of ideas: what it names and what is wrong with it,
looked up in what is known. No database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ocop.kernel.text import fold

_CODE = re.compile(r"(\d{5})\b")
_SEPARATORS = re.compile(r"\s*[–—-]\s*")


@dataclass(frozen=True)
class Unit:
    """A commune, past or present, by its number in the database,
    with the numbers of what stands there today.
    """

    pk: int
    code: str
    name: str
    full_name: str
    today: tuple[int, ...]

    @property
    def stands(self) -> bool:
        """Whether it is itself what stands there today."""
        return self.today == (self.pk,)


@dataclass
class Gazetteer:
    """The communes of an office's ground, by code and by every usual way of writing their names."""

    by_code: dict[str, list[Unit]] = field(default_factory=dict)
    by_name: dict[str, list[Unit]] = field(default_factory=dict)

    def add(self, unit: Unit, kind: str, above: Iterable[str]) -> None:
        """Enters a unit: bare name, with its kind,
        and each of these with the district or province it lay in.
        """
        self.by_code.setdefault(unit.code, []).append(unit)
        names = {fold(unit.name), fold(f"{kind} {unit.name}")}
        names |= {fold(f"{name} {one}") for name in list(names) for one in above}
        for name in names:
            self.by_name.setdefault(name, []).append(unit)

    def find(self, text: str) -> list[Unit]:
        """The units that a cell means: a code, a name, or both as the list of the template writes them.

        What stands today comes before what bore the same code or name; several units that became one are one.
        """
        code = _CODE.match(text.strip())
        found = self.by_code.get(code.group(1), []) if code else self.by_name.get(fold(text), [])
        standing = [unit for unit in found if unit.stands]
        if standing:
            return standing
        different = {unit.today: unit for unit in found}
        return list(different.values())


def leaf_key(text: str) -> str:
    """The key of a kind of product as the template's list writes it:
    "I.1.a – Rau, củ, quả tươi" gives "I.1.a".
    """
    return _SEPARATORS.split(text.strip(), maxsplit=1)[0].strip()


def twin_key(name: str, place: int, proposer: str) -> tuple[str, int, str]:
    """Two rows with the same of these are one idea written twice."""
    return fold(name), place, fold(proposer)
