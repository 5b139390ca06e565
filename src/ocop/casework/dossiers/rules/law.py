"""Whether a dossier may go on under the law it was made under (Decision 26/2026, articles 11,
12; R26-48, R26-49).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar.applicable import Applicable, applicable, applicable_today
from ocop.kernel.law import Regulation, load_regulations


@dataclass(frozen=True)
class LawStanding:
    """The law that a dossier follows (`own`), and the answer of the law itself on a day,
    with reason and article.
    """

    own: Regulation
    answer: Applicable

    @property
    def is_current(self) -> bool:
        """Whether the dossier may be handed in and evaluated under its own law on that day."""
        return self.own.code == self.answer.regulation.code

    @property
    def is_overdue(self) -> bool:
        """Filed under an older law whose last day for such dossiers has passed."""
        return self.answer.is_overdue and not self.is_current

    @property
    def finish_by(self) -> date | None:
        """The last day to finish under an older law; None where there is no such day."""
        return None if self.is_current and self.answer.is_overdue else self.answer.finish_by


def law_standing(
    code: str, kind: str, filed_on: date | None, day: date, laws: Mapping[str, Regulation] | None = None
) -> LawStanding:
    """How a dossier made under the regulation `code` stands on a day; `filed_on` is None until it was handed
    in.

    A dossier that was moved to a newer law after its first filing counts as filed when it is handed in again,
    so an older filing does not bind it. NoLawError for a day without any law.
    """
    regulations = laws or load_regulations()
    own = regulations[code]
    if filed_on is None or filed_on < own.effective_from:
        return LawStanding(own, applicable_today(kind, day, regulations))
    return LawStanding(own, applicable(kind, filed_on, max(day, filed_on), regulations))
