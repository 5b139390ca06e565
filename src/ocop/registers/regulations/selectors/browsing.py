"""Reads of the law for pages: regulations in order, what a star needs, criteria by words, doubts where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ocop.kernel.law import Criterion, Label, Option, ProductSet, Regulation, load_regulations
from ocop.kernel.law.model import Anomaly
from ocop.kernel.text import fold

STAR_LEVELS = (3, 4, 5)


@dataclass(frozen=True)
class Need:
    """A minimum of a star: the criterion and the option that must at least be reached; None means any points."""

    criterion: Criterion
    option: Option | None


@dataclass
class Hit:
    """A criterion, worded once, with the sets in which it stands and the options that hold the words."""

    label: Label
    options: list[Label]
    places: list[tuple[ProductSet, Criterion]] = field(default_factory=list)


def regulations() -> list[Regulation]:
    """Every regulation, the newest first."""
    return sorted(load_regulations().values(), key=lambda regulation: regulation.effective_from, reverse=True)


def find_regulation(code: str) -> Regulation | None:
    """The regulation of this code."""
    return load_regulations().get(code)


def same_set(regulation: Regulation, product_set: ProductSet) -> list[Regulation]:
    """The other regulations in which the set of this number is about the same goods: its name begins alike."""
    return [
        other
        for other in regulations()
        if other.code != regulation.code
        and (twin := other.sets.get(product_set.number)) is not None
        and fold(twin.label.vi).split()[:2] == fold(product_set.label.vi).split()[:2]
    ]


def needs(product_set: ProductSet) -> dict[int, list[Need]]:
    """What each star from 3 up asks at the least, in printed order; a lower star's minimums bind higher ones too."""
    found: dict[int, list[Need]] = {star: [] for star in STAR_LEVELS}
    for criterion in product_set.criteria.values():
        if criterion.min_for_stars:
            found[criterion.min_for_stars].append(Need(criterion, None))
        for _, options in criterion.ladders:
            for option in options:
                if option.min_for_stars:
                    found[option.min_for_stars].append(Need(criterion, option))
    return found


def doubts(regulation: Regulation, number: int) -> dict[str, list[Anomaly]]:
    """Anomalies of a set that touch its score, by criterion; those of the whole set under the empty code."""
    found: dict[str, list[Anomaly]] = {}
    for anomaly in regulation.anomalies:
        if anomaly.set_number == number and anomaly.affects_scoring:
            found.setdefault(anomaly.criterion or "", []).append(anomaly)
    return found


def search(regulation: Regulation, words: str) -> list[Hit]:
    """Criteria whose name or options hold every word, diacritics aside; the same wording of several sets is one hit."""
    wanted = fold(words).split()
    if not wanted:
        return []
    found: dict[tuple[str, str], Hit] = {}
    for product_set in regulation.sets.values():
        for criterion in product_set.criteria.values():
            matching = [label for label in _labels(criterion) if _holds(label, wanted)]
            if matching or _holds(criterion.label, wanted):
                key = (criterion.key, "|".join(label.vi for label in matching))
                hit = found.setdefault(key, Hit(criterion.label, matching))
                hit.places.append((product_set, criterion))
    return list(found.values())


def _labels(criterion: Criterion) -> Iterator[Label]:
    for _, options in criterion.ladders:
        for option in options:
            yield option.label


def _holds(label: Label, wanted: list[str]) -> bool:
    text = f"{fold(label.vi)} {fold(label.en)}"
    return all(word in text for word in wanted)
