"""What a regulation says, as frozen data. Filled by the loader, read by scoring, by pages and by papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from ocop.kernel.text import Label


def _holds(since: date | None, day: date, until: date | None) -> bool:
    return (since or date.min) <= day <= (until or date.max)


class Part(StrEnum):
    """The three parts of a rubric."""

    COMMUNITY = "A"
    MARKETING = "B"
    QUALITY = "C"


RULE_TYPES = (
    "applies_if",
    "choose_one_case",
    "disqualify",
    "not_evaluated",
    "stop_evaluation",
    "evidence",
    "mandatory_for",
    "full_points_if_not_mandatory",
)
EXCLUDING = ("disqualify", "not_evaluated", "stop_evaluation")
"""Types of rules that leave a product without a star."""
RULE_SCOPES = ("criterion", "section", "subgroup", "set")


@dataclass(frozen=True)
class Rule:
    """A note of the decree that changes a result: `type` says how, `when` names the fact that triggers it.

    `reading` says why the rule holds though the sheet does not print it (its `label` says so too); None:
    printed.
    """

    type: str  # one of RULE_TYPES
    when: str | None
    label: Label
    scope: str = "criterion"  # one of RULE_SCOPES
    star: int | None = None
    reading: Label | None = None


@dataclass(frozen=True)
class Option:
    """One step of a ladder. `place` counts from 1 in the printed order;
    `points` is the value to score with.
    """

    place: int
    points: int
    label: Label
    min_for_stars: int | None = None
    points_published: str | None = None


@dataclass(frozen=True)
class Case:
    """One of two alternative ladders of a criterion; exactly one is scored. `letter` is a or b."""

    letter: str
    label: Label
    options: tuple[Option, ...]
    max: int


@dataclass(frozen=True)
class Criterion:
    """What is scored: a ladder of options, two alternative ladders (`cases`), or yes/no (`is_boolean`: 0 or
    `max`).

    `key` names what the criterion is about (intellectual_property, story) in every set and every regulation.
    `notes` do not repeat the wording of `rules`.
    """

    code: str
    part: Part
    section: str
    label: Label
    max: int
    options: tuple[Option, ...] = ()
    cases: tuple[Case, ...] = ()
    is_boolean: bool = False
    min_for_stars: int | None = None  # a mark printed on the whole criterion
    subgroup: str | None = None
    requirement: Label | None = None
    notes: tuple[Label, ...] = ()
    rules: tuple[Rule, ...] = ()
    key: str = ""
    max_published: str | None = None  # the printed maximum where it cannot be scored

    @property
    def ladders(self) -> tuple[tuple[str | None, tuple[Option, ...]], ...]:
        """Every ladder with its case letter (None where there is only one)."""
        if self.cases:
            return tuple((case.letter, case.options) for case in self.cases)
        return ((None, self.options),)


@dataclass(frozen=True)
class Subgroup:
    """A heading inside a section (6.1 over 6.1.1 …) that gives no points itself."""

    code: str
    label: Label
    max: int
    notes: tuple[Label, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Section:
    """A numbered section of a part; `is_single` when the section itself is the only criterion."""

    code: str
    part: Part
    label: Label
    max: int
    criteria: tuple[Criterion, ...]
    subgroups: tuple[Subgroup, ...] = ()
    notes: tuple[Label, ...] = ()
    rules: tuple[Rule, ...] = ()
    is_single: bool = False


@dataclass(frozen=True)
class RubricPart:
    """Part A, B or C of a rubric with its sections."""

    code: Part
    label: Label
    max: int
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class ProductSet:
    """One of the 26 rubrics. `parts` is empty where the regulation's rubric is not loaded.

    `forgery_doubt` is the anomaly that records that the sheet has no line on forgery (see `readings`).
    """

    number: int
    label: Label
    sector: Label
    group: Label
    parts: tuple[RubricPart, ...]
    disqualifiers: tuple[Rule, ...] = ()
    sample_count: int = 0  # samples sent with the dossier; 0 where none are asked for
    managing_agencies: tuple[Label, ...] = ()
    forgery_doubt: str | None = None

    @property
    def has_rubric(self) -> bool:
        """Whether the rubric itself is loaded, so that a product of this set can be scored."""
        return bool(self.parts)

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Every criterion by its code, in printed order."""
        return {c.code: c for section in self.sections for c in section.criteria}

    @property
    def sections(self) -> Iterator[Section]:
        """Every section in printed order."""
        return (section for part in self.parts for section in part.sections)

    @property
    def printed_rules(self) -> Iterator[Rule]:
        """Every rule that the sheet prints: at its head, at sections, their subgroups and criteria."""
        yield from self.disqualifiers
        for section in self.sections:
            yield from section.rules
            for subgroup in section.subgroups:
                yield from subgroup.rules
            for criterion in section.criteria:
                yield from criterion.rules


@dataclass(frozen=True)
class FormerAuthority:
    """Who decided a star band up to a day (included), before an amendment."""

    level: str
    until: date


@dataclass(frozen=True)
class StarBand:
    """Points to stars: from `min` (included) up to the next band's `min` (excluded).
    `authority` decides it.
    """

    stars: int
    min: int
    is_recognised: bool
    authority: str | None  # a level: commune, district, province, ministry; None where nobody recognises
    label: Label
    former_authorities: tuple[FormerAuthority, ...] = ()  # oldest first

    def authority_on(self, day: date) -> str | None:
        """The level that decided this band on `day`."""
        for former in self.former_authorities:
            if day <= former.until:
                return former.level
        return self.authority


@dataclass(frozen=True)
class EvidenceKind:
    """A kind of document that the self-assessment form asks for."""

    key: str
    label: Label
    requirement: Label
    is_mandatory: bool = False
    criteria_names: tuple[str, ...] = ()  # keys of shared criteria that this kind usually supports


@dataclass(frozen=True)
class Leaf:
    """A leaf of the classification of products: sector, group, subgroup, and the set that scores it."""

    key: str  # e.g. "I.1.a"
    sector: Label
    group: Label
    label: Label
    set_number: int
    managing_agencies: tuple[Label, ...] = ()


UNIT_WORDS = {
    "working_days": ("ngày làm việc", "working day"),
    "days": ("ngày", "day"),
    "months": ("tháng", "month"),
}


@dataclass(frozen=True)
class Period:
    """A legal period. `unit` is working_days, days or months;
    `rolls` when its end moves to the next working day.
    """

    amount: int
    unit: str
    rolls: bool
    article: str

    @property
    def words(self) -> Label:
        """How long it is: "36 tháng", "15 ngày làm việc"."""
        vi, en = UNIT_WORDS[self.unit]
        return Label(f"{self.amount} {vi}", f"{self.amount} {en}{'' if self.amount == 1 else 's'}")


@dataclass(frozen=True)
class DatedPeriods:
    """The periods of one decree and the day from which they count; none where its text is not in the data."""

    code: str
    effective_from: date
    periods: Mapping[str, Period]


@dataclass(frozen=True)
class Stage:
    """One step of the procedure: who (level, body) does what with which papers in which time, under which
    article.

    `until` and `since` bound a step that an amendment ended or began; both days are included. `from_points`:
    only products that were given at least this many points come this far.
    """

    key: str
    level: str  # producer, commune, district, province, ministry
    body: str
    label: Label
    article: str
    period: Period | None = None
    papers: tuple[Label, ...] = ()
    scores: bool = False
    decides_stars: tuple[int, ...] = ()
    applies_to: tuple[str, ...] = ("first", "upgrade", "renewal")  # or ("revocation",)
    is_optional: bool = False
    from_points: int | None = None
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this step was part of the procedure on `day`."""
        return _holds(self.since, day, self.until)


@dataclass(frozen=True)
class Variant:
    """The procedure of a regulation between two days (both included): as issued, or as an amendment left it.

    `warning` is what an office must be told of acts that fall into these days.
    """

    key: str  # e.g. "148+1489"
    label: Label
    article: str
    since: date | None = None
    until: date | None = None
    warning: Label | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this was the procedure on `day`."""
        return _holds(self.since, day, self.until)


@dataclass(frozen=True)
class RoundRule:
    """A yearly round: held before `held_before` for dossiers proposed before `proposed_before` (month,
    day).
    """

    level: str
    number: int
    proposed_before: tuple[int, int]
    held_before: tuple[int, int]
    article: str


@dataclass(frozen=True)
class Anomaly:
    """A place where the printed text is doubtful: what is printed, what is used, and why.
    Never mended silently.
    """

    id: str
    set_number: int | None
    location: str
    kind: str
    published: str
    used: str
    resolution: str
    why: Label
    affects_scoring: bool
    suggested: str | None = None
    criterion: str | None = None
    # for a settled doubt that `decisions` may switch on: which option gets which points or mark
    option_place: int | None = None
    suggested_points: int | None = None
    suggested_min_for_stars: int | None = None
    explains: tuple[str, ...] = ()  # the integrity checks that fail at this place because of it
    missing_fact: str | None = None  # the fact on which the sheet prints no line, though it excludes

    @property
    def can_be_decided(self) -> bool:
        """Whether an office may settle the doubt in favour of the suggested value."""
        return self.suggested_points is not None or self.suggested_min_for_stars is not None


@dataclass(frozen=True)
class Release:
    """A state of a regulation's data that was pinned on a day: its fingerprint, in a word what changed."""

    on: date
    fingerprint: str
    note: str = ""


@dataclass(frozen=True)
class Pins:
    """What the release file of a folder pins: every release, oldest first,
    and of the last one the hash of each file.
    """

    releases: tuple[Release, ...]
    files: Mapping[str, str]

    @property
    def last(self) -> Release:
        """The release that the data must agree with."""
        return self.releases[-1]


@dataclass(frozen=True)
class Regulation:
    """A decree with everything the programme needs of it."""

    code: str
    number: str
    label: Label
    issuer: Label
    issued_on: date
    effective_from: date
    effective_to: date | None
    part_max: Mapping[Part, int]
    star_bands: tuple[StarBand, ...]  # highest first
    sets: Mapping[int, ProductSet]
    leaves: Mapping[str, Leaf]
    evidence_kinds: tuple[EvidenceKind, ...]
    stages: tuple[Stage, ...]
    periods: Mapping[str, Period]
    rounds: tuple[RoundRule, ...]
    applicants: Mapping[str, tuple[int, ...] | None]  # legal form -> sets it may enter; None means all
    anomalies: tuple[Anomaly, ...]
    replaces: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    minimums_by_hand: Label | None = (
        None  # the sentence a result must carry where minimums are not in the data
    )
    notes: tuple[Label, ...] = field(default=())
    variants: tuple[Variant, ...] = ()  # oldest first
    files: Mapping[str, str] = field(default_factory=dict)  # the hash of each file of its folder
    fingerprint: str = ""  # the one hash of all of them
    pins: Pins | None = None  # None: its folder has no release file

    @property
    def known_fingerprints(self) -> frozenset[str] | None:
        """The fingerprints that its data ever had; None where it is not pinned, so that nobody knows."""
        return frozenset(one.fingerprint for one in self.pins.releases) if self.pins else None

    def variant_on(self, day: date) -> Variant:
        """The procedure as it stood on `day`. LookupError where the data has none."""
        for variant in self.variants:
            if variant.holds_on(day):
                return variant
        raise LookupError(f"{self.code} has no procedure on {day.isoformat()}")

    def stages_on(self, day: date, case_type: str) -> tuple[Stage, ...]:
        """The steps of a first evaluation, an upgrade, a renewal or a revocation as they stood on `day`."""
        return tuple(stage for stage in self.stages if case_type in stage.applies_to and stage.holds_on(day))

    def set(self, number: int) -> ProductSet:
        """The product set with this number; KeyError if the regulation has none."""
        return self.sets[number]
