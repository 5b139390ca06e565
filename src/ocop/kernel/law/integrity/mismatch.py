"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mismatch:
    """One mismatch: the check that failed, the set and the place (A/1.2 option 1),
    and what is wrong there.
    """

    check: str
    set_number: int | None
    place: str
    text: str

    def __str__(self) -> str:
        where = f"set {self.set_number} {self.place}".strip() if self.set_number is not None else self.place
        return f"{where}: {self.check}: {self.text}" if where else f"{self.check}: {self.text}"
