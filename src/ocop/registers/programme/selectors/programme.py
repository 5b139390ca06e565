"""The programme that this database serves."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from ocop.foundation.accounts.selectors import leaders_of
from ocop.registers.programme.models import Programme
from ocop.registers.programme.rules import signing_lines


class Signer(TypedDict):
    """How a paper is signed: the lines of authority and title, and the name."""

    titles: list[str]
    signer: str


def current() -> Programme | None:
    """The programme this database serves, the one set up last; None before that.

    The programme of a province that was taken over stays on record behind it, with its councils and
    decisions.
    """
    return Programme.objects.here()


def signer_of(programme: Programme, at: datetime) -> Signer:
    """Who signs the papers of the programme's agency at a moment: lines of title, and name.

    The head of the office of that name, else a deputy (KT.); where nobody is appointed the name stays open.
    """
    found = leaders_of(programme.agency_name, programme.province, at)
    if not found:
        return {"titles": ["Thủ trưởng cơ quan"], "signer": ""}
    return {"titles": signing_lines(found[0].title), "signer": found[0].person.full_name}


def province_code() -> str:
    """The code of the programme's province; empty before it is set up."""
    programme = current()
    return programme.province.code if programme else ""
