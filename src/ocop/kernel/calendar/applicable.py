"""Which law applies to a dossier, by its kind and its dates, with the reason and the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ocop.kernel.calendar.days import HolidayTable
from ocop.kernel.calendar.periods import period_end
from ocop.kernel.calendar.reasons import MAY_DO, NO_LAW, NO_TRANSITION, REASONS, fill
from ocop.kernel.law.in_force import EXTENSION_CAP, legal_period
from ocop.kernel.law.loader import load_regulations
from ocop.kernel.law.model import Regulation, Stage, Variant
from ocop.kernel.text import Label

KINDS = ("first", "upgrade", "renewal")


class NoLawError(LookupError):
    """No regulation of the data was in force on a day. `label` is the sentence for people."""

    def __init__(self, day: date) -> None:
        self.label = fill(NO_LAW, day=day)
        super().__init__(self.label.en)


@dataclass(frozen=True)
class Applicable:
    """The law that a dossier is scored by, the procedure as it stands on the day, and why.

    `finish_by`: last day to finish under a law that goes on by transition. `is_overdue`: that day has passed,
    and `may_do` says what the office may do. `warnings`: what must be said besides.
    """

    regulation: Regulation
    variant: Variant
    stages: tuple[Stage, ...]
    reason: Label
    article: str
    finish_by: date | None = None
    is_overdue: bool = False
    may_do: tuple[Label, ...] = ()
    warnings: tuple[Label, ...] = ()


def applicable_today(kind: str, day: date, regulations: Mapping[str, Regulation] | None = None) -> Applicable:
    """The law for a dossier that nobody has filed yet, if it is filed on this day."""
    found = applicable(kind, day, day, regulations)
    key = "if_filed_renewal" if kind == "renewal" else "if_filed"
    return replace(found, reason=fill(REASONS[key], number=found.regulation.number, filed=day))


def applicable(
    kind: str,
    filed_on: date,
    evaluated_on: date,
    regulations: Mapping[str, Regulation] | None = None,
    table: HolidayTable | None = None,
) -> Applicable:
    """The law for a dossier of `kind` filed on one day and evaluated (or still waiting) on another.

    A dossier follows the law in force when it is filed, a renewal too, whatever law its certificate came
    from. Filed before the newer law and not yet evaluated it goes on under the older one for 60 days, a
    renewal for 30 (Decision 26/2026, article 12(2); R26-48, R26-49); later no session is opened under the
    older law. ValueError for an unknown kind or an evaluation before the filing, NoLawError for a day without
    any.
    """
    if kind not in KINDS:
        raise ValueError(f"kind: {kind!r}")
    if evaluated_on < filed_on:
        raise ValueError("a dossier is not evaluated before it is filed")
    laws = sorted((regulations or load_regulations()).values(), key=lambda law: law.effective_from)
    newest, filed_under = _begun(laws, evaluated_on), _begun(laws, filed_on)
    if filed_under is newest:
        key = "in_force_renewal" if kind == "renewal" else "in_force"
        reason = fill(REASONS[key], number=newest.number, filed=filed_on)
        return _answer(newest, kind, evaluated_on, reason)
    period = newest.periods.get("transition_renewal" if kind == "renewal" else "transition_first")
    if period is None:
        reason = fill(REASONS["superseded"], number=newest.number, old=filed_under.number, filed=filed_on)
        return _answer(newest, kind, evaluated_on, reason, warning=fill(NO_TRANSITION, number=newest.number))
    article = f"{period.article} ({newest.number})"
    last = period_end(newest.effective_from, period, table)
    older = laws[
        laws.index(newest) - 1
    ]  # the law of the years before, also for a dossier older than that law
    if evaluated_on <= last:
        reason = _sentence("transition", older, newest, filed_on, last)
        return _answer(older, kind, evaluated_on, reason, article=article, finish_by=last)
    reason = _sentence("overdue", older, newest, filed_on, last)
    return _answer(newest, kind, evaluated_on, reason, article=article, finish_by=last, is_overdue=True)


def _begun(laws: list[Regulation], day: date) -> Regulation:
    begun = [law for law in laws if law.effective_from <= day]
    if not begun or (begun[-1].effective_to or date.max) < day:
        raise NoLawError(day)
    return begun[-1]


def _sentence(key: str, old: Regulation, new: Regulation, filed_on: date, last: date) -> Label:
    return fill(
        REASONS[key], old=old.number, number=new.number, began=new.effective_from, filed=filed_on, last=last
    )  # fmt: skip


def _advised(law: Regulation, advice: Iterable[Label], day: date) -> Iterator[Label]:
    for label in advice:
        yield fill(label, number=law.number, extension=legal_period(EXTENSION_CAP, day, law.periods).words)


def _answer(
    law: Regulation,
    kind: str,
    day: date,
    reason: Label,
    *,
    article: str | None = None,
    warning: Label | None = None,
    finish_by: date | None = None,
    is_overdue: bool = False,
) -> Applicable:
    variant = law.variant_on(day)
    advice = MAY_DO["renewal" if kind == "renewal" else "first"] if is_overdue else ()
    return Applicable(
        regulation=law,
        variant=variant,
        stages=law.stages_on(day, kind),
        reason=reason,
        article=article or variant.article,
        finish_by=finish_by,
        is_overdue=is_overdue,
        may_do=tuple(_advised(law, advice, day)),
        warnings=tuple(said for said in (warning, variant.warning) if said),
    )
