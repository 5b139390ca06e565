"""One thing that is wrong in what somebody wrote: one cell of a table, one field of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Code = TypeVar("Code", bound=str)


@dataclass(frozen=True)
class Fault(Generic[Code]):
    """Where it is, which kind of thing is wrong, and what was read.

    `where` is the field or the column, `line` the line of the table as an office counts it (its heading is
    line 1); 0 outside tables. The sentences stand in the `labels` of the package, by `code`.
    """

    where: str
    code: Code
    value: str = ""
    line: int = 0
