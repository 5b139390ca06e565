"""A score sheet as it is handed in: a member and, per criterion, what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Choice = int | str | bool | None
"""The 1-based place of an option in printed order; "b.2" is option 2 of case b; true or false on a yes/no
criterion; None is nothing ticked.
"""


@dataclass(frozen=True)
class Sheet:
    """One member's choices on one product; a producer's self-assessment is a sheet too."""

    member: str
    choices: Mapping[str, Choice]
