"""The people of the story, read from data/people.json, and the sign-ins that are printed at every start."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
PASSWORD = "minh-hoa-2026"  # noqa: S105  printed at every start, for invented people only


@dataclass(frozen=True)
class Actor:
    """Somebody invented. `office` is committee, department, coordination, or the code of a commune."""

    key: str
    username: str
    name: str
    role: str
    role_en: str = ""
    signs_in: bool = False
    office: str = ""
    appointed: str = ""
    title: str = ""
    seat: str = ""
    agency: str = ""

    @property
    def email(self) -> str:
        """An address in a domain that is reserved for examples."""
        return f"{self.username}@example.org"

    @property
    def phone(self) -> str:
        """A number that is obviously nobody's."""
        return f"0900000{101 + actors().index(self)}"


@cache
def actors() -> tuple[Actor, ...]:
    """Everybody, in the order of the work."""
    return tuple(Actor(**row) for row in json.loads((DATA / "people.json").read_text("utf-8")))


def sign_ins() -> list[Actor]:
    """Those whose sign-in is printed."""
    return [actor for actor in actors() if actor.signs_in]
