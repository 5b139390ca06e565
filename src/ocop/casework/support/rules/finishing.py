"""What an activity still lacks before its result may be recorded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ocop.casework.support.rules.kinds import Kind, LookNeed


class LackCode(StrEnum):
    """What kind of thing is missing."""

    FACT = "fact"
    BENEFICIARY = "beneficiary"
    STEP = "step"
    ATTENDANCE = "attendance"
    LOOK = "look"
    PHOTO = "photo"
    PARTIES = "parties"
    KIT = "kit"


@dataclass(frozen=True)
class Lack:
    """One missing thing; `key` names the field or step, `number` how many are wanted."""

    code: LackCode
    key: str = ""
    number: int = 0


@dataclass(frozen=True)
class Have:
    """What an activity has gathered: whom it helps, open steps, people who learned, parties, kits, looks."""

    facts: Mapping[str, Any]
    beneficiaries: int = 0
    undone_steps: Sequence[str] = ()
    attendances: int = 0
    parties: int = 0
    kits: int = 0
    has_photo: bool = False
    last_look_is_good: bool = False


def lacks(kind: Kind, have: Have) -> list[Lack]:
    """Everything that is missing before the result may be recorded, in the order of the page."""
    asked = kind.finish
    found = [Lack(LackCode.FACT, key) for key in _unwritten(kind, have.facts)]
    if asked.beneficiaries and not have.beneficiaries:
        found.append(Lack(LackCode.BENEFICIARY))
    if asked.steps:
        found += [Lack(LackCode.STEP, key) for key in have.undone_steps]
    if asked.attendance and not have.attendances:
        found.append(Lack(LackCode.ATTENDANCE))
    if asked.look is LookNeed.PHOTO and not have.has_photo:
        found.append(Lack(LackCode.PHOTO))
    if asked.look is LookNeed.GOOD and not have.last_look_is_good:
        found.append(Lack(LackCode.LOOK))
    if have.parties < asked.parties:
        found.append(Lack(LackCode.PARTIES, number=asked.parties))
    if asked.kits and not have.kits:
        found.append(Lack(LackCode.KIT))
    return found


def _unwritten(kind: Kind, facts: Mapping[str, Any]) -> Collection[str]:
    wanted = {field.key for field in kind.fields if field.required} | set(kind.finish.facts)
    return [field.key for field in kind.fields if field.key in wanted and field.key not in facts]
