"""The kinds of help as rows: their own fields, steps, looks, parties,
and what must be there before one is finished.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ocop.casework.support.rules.people import Group
from ocop.kernel.text import Label
from ocop.registers.programme.rules import CountRule


class FieldType(StrEnum):
    """What may be written in a field of a kind."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    DATE = "date"
    URL = "url"
    CHOICE = "choice"
    YES_NO = "yes_no"


class LookNeed(StrEnum):
    """What the last look must show before an activity is finished."""

    PHOTO = "photo"
    GOOD = "good"


@dataclass(frozen=True)
class Choice:
    """One of the answers of a field."""

    key: str
    label: Label


@dataclass(frozen=True)
class Field:
    """One fact that a kind asks for; `required` already when the activity is entered."""

    key: str
    label: Label
    type: FieldType
    required: bool = False
    help: Label | None = None
    choices: tuple[Choice, ...] = ()
    most: int | None = None

    def choice(self, key: object) -> Choice | None:
        """The answer of this key."""
        return next((one for one in self.choices if one.key == key), None)


@dataclass(frozen=True)
class StepRule:
    """One step; it is due `days` after the step before was done (the first: after the activity begins)."""

    key: str
    label: Label
    days: int


@dataclass(frozen=True)
class LookState:
    """What somebody may find who looks again; `is_good` where the help still works."""

    key: str
    label: Label
    is_good: bool = False


@dataclass(frozen=True)
class Looks:
    """Later looks at a board, a listing, a site:
    what is found, whether sales are reported, how often to look.
    """

    states: tuple[LookState, ...]
    sales: bool = False
    every_days: int | None = None

    def state(self, key: str) -> LookState | None:
        """The state of this key."""
        return next((one for one in self.states if one.key == key), None)


@dataclass(frozen=True)
class PartyRole:
    """What somebody is in a link; `needs_count` where it speaks of many households."""

    key: str
    label: Label
    needs_count: bool = False


@dataclass(frozen=True)
class Finish:
    """What must be there before an activity of this kind is finished, besides its result in words."""

    facts: tuple[str, ...] = ()
    beneficiaries: bool = False
    steps: bool = False
    attendance: bool = False
    look: LookNeed | None = None
    parties: int = 0
    kits: bool = False


class Way(StrEnum):
    """What of the finished help a plan counts, each once."""

    ACTIVITIES = "activities"
    PRODUCERS = "producers"
    ORGANISATIONS = "organisations"
    PRODUCTS = "products"
    ATTENDANCES = "attendances"
    KITS = "kits"


@dataclass(frozen=True, kw_only=True)
class HelpRule(CountRule):
    """A rule by which a plan counts help. Attendances are counted for one `group`.

    `held_for` names the answers of a course that is meant for the group: such a course should bring some.
    """

    way: Way
    group: Group | None = None
    held_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """A kind of help. `slug` stands in addresses; `helps` are the criteria it may raise, by their keys in the
    law.

    `counts_for` are the rules of a plan that count it, `defines` those of them that its own row describes.
    """

    key: str
    slug: str
    icon: str
    label: Label
    counts_for: tuple[str, ...]
    fields: tuple[Field, ...]
    columns: tuple[str, ...]
    finish: Finish
    helps: tuple[str, ...]
    steps: tuple[StepRule, ...] = ()
    looks: Looks | None = None
    parties: tuple[PartyRole, ...] = ()
    defines: tuple[HelpRule, ...] = ()
    kits: bool = False
    expires: str = ""
    expiry_notice_days: int = 0
    by_key: dict[str, Field] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.by_key.update({one.key: one for one in self.fields})

    def step(self, key: str) -> StepRule | None:
        """The step of this key."""
        return next((one for one in self.steps if one.key == key), None)

    def role(self, key: str) -> PartyRole | None:
        """The role of this key."""
        return next((one for one in self.parties if one.key == key), None)

    @property
    def has_attendance(self) -> bool:
        """Whether people sign in on its days."""
        return self.finish.attendance
