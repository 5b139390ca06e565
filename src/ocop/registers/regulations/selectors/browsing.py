"""Reads of the law for pages: regulations in order, what a star needs, criteria by words,
doubts where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from ocop.kernel.law import Criterion, Option, ProductSet, Regulation, load_regulations
from ocop.kernel.law.model import Anomaly, Stage, Variant
from ocop.kernel.text import Label, fold

STAR_LEVELS = (3, 4, 5)
WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Need:
    """A minimum of a star: the criterion and the option that must at least be reached;
    None means any points.
    """

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


def procedures(regulation: Regulation) -> list[tuple[Variant, tuple[Stage, ...]]]:
    """The procedure of a first evaluation as issued and as amended, the newest first."""
    return [
        (variant, regulation.stages_on(variant.since or regulation.effective_from, "first"))
        for variant in reversed(regulation.variants)
    ]


def same_set(regulation: Regulation, product_set: ProductSet) -> list[tuple[Regulation, ProductSet]]:
    """The set about the same goods in every other regulation that has one: its name begins alike."""
    found = []
    for other in regulations():
        twin = _twin(product_set, other) if other.code != regulation.code else None
        if twin is not None:
            found.append((other, twin))
    return found


def _twin(product_set: ProductSet, other: Regulation) -> ProductSet | None:
    """The one whose name shares the most first words (two, or the whole name);
    of equals, that of the same number.
    """
    likeness = {number: _alike(product_set, one) for number, one in other.sets.items()}
    best = max(likeness.values(), default=0)
    numbers = [number for number, alike in likeness.items() if alike == best]
    if not best or (len(numbers) > 1 and product_set.number not in numbers):
        return None
    return other.sets[numbers[0] if len(numbers) == 1 else product_set.number]


def _alike(one: ProductSet, other: ProductSet) -> int:
    words, others = WORDS.findall(fold(one.label.vi)), WORDS.findall(fold(other.label.vi))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))
    return shared if shared >= min(2, len(words), len(others)) else 0


def needs(product_set: ProductSet) -> dict[int, list[Need]]:
    """What each star from 3 up asks at the least, in printed order;
    a lower star's minimums bind higher ones too.
    """
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
    """Criteria whose name or options hold every word, diacritics aside;
    the same wording of several sets is one hit.
    """
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
