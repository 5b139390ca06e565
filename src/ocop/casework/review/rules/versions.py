"""Which value of a score sheet may take the place of which: what was not seen is never overwritten unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

REMEMBERED = 8  # operations per value: as many answers may be lost on the way before one is asked about


@dataclass(frozen=True)
class Basis:
    """What a new value rests on: the version of the sheet that its page showed, and its operation.

    `after` names earlier operations of the same page whose answer never came: they are no surprise to it.
    """

    version: int
    operation: str = ""
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """The last change of one value: the version of the sheet that it made, and the latest operations."""

    version: int = 0
    operations: tuple[str, ...] = ()

    @classmethod
    def stored(cls, row: Mapping[str, Any] | None) -> Change:
        """As it lies in the sheet; a value that no version was counted for was there from the beginning."""
        return cls(row["version"], tuple(row["operations"])) if row else cls()

    def is_done(self, basis: Basis) -> bool:
        """Whether the operation was carried out before: it came a second time because its answer was lost."""
        return bool(basis.operation) and basis.operation in self.operations

    def is_unseen(self, basis: Basis) -> bool:
        """Whether the value changed after the page was shown, by something else than the page itself."""
        return self.version > basis.version and not set(self.operations[-1:]) & set(basis.after)

    def by(self, basis: Basis | None, version: int) -> dict[str, Any]:
        """The change that follows, as it is stored."""
        operations = (*self.operations, basis.operation if basis else "")[-REMEMBERED:]
        return {"version": version, "operations": list(operations)}
