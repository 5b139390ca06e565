"""Facts and decisions that change a result besides the sheets: which are known, and what they switch on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ocop.kernel.law.model import EXCLUDING, Anomaly, Criterion, ProductSet, Regulation, Rule, Section
from ocop.kernel.law.readings import FORGED, heading_rules
from ocop.kernel.scoring.faults import FaultCode, SheetFault, shown

HAS_STORY = "product_has_story"
TESTING_NOT_MANDATORY = "testing_not_mandatory"
ZERO_POINTS = "zero_points"
HEADING_FACTS = (
    FORGED,
    "registration_not_conforming",
    "food_safety_certificate_missing",
    "production_permit_missing",
    "product_declaration_missing",
)
APPLIES_IF = "applies_if"
FULL_POINTS = "full_points_if_not_mandatory"


@dataclass(frozen=True)
class PlacedRule:
    """A rule with the criteria that it covers and where it is printed (None: at the head of the sheet)."""

    rule: Rule
    printed_at: str | None
    criteria: tuple[str, ...]

    @property
    def fact(self) -> str | None:
        """The fact that triggers it; full points for tests that are not compulsory have one name of their
        own.
        """
        return self.rule.when or (TESTING_NOT_MANDATORY if self.rule.type == FULL_POINTS else None)


def placed_rules(product_set: ProductSet) -> Iterator[PlacedRule]:
    """Every rule of a set in printed order: the head of the sheet, then sections, their subgroups and
    criteria.

    Forgery is among them in every set: by the printed line, or else by the reading that stands in for it.
    """
    everything = tuple(product_set.criteria)
    for rule in heading_rules(product_set):
        yield PlacedRule(rule, None, everything)
    for section in product_set.sections:
        for rule in section.rules:
            yield PlacedRule(rule, section.code, everything if rule.scope == "set" else _of_section(section))
        for subgroup in section.subgroups:
            for rule in subgroup.rules:
                yield PlacedRule(rule, subgroup.code, _covered(rule, product_set, section, subgroup.code))
        for criterion in section.criteria:
            for rule in criterion.rules:
                yield PlacedRule(rule, criterion.code, _covered_from(rule, product_set, section, criterion))


def _of_section(section: Section) -> tuple[str, ...]:
    return tuple(criterion.code for criterion in section.criteria)


def _covered(rule: Rule, product_set: ProductSet, section: Section, subgroup: str | None) -> tuple[str, ...]:
    if rule.scope == "set":
        return tuple(product_set.criteria)
    if rule.scope == "section":
        return _of_section(section)
    return tuple(criterion.code for criterion in section.criteria if criterion.subgroup == subgroup)


def _covered_from(
    rule: Rule, product_set: ProductSet, section: Section, criterion: Criterion
) -> tuple[str, ...]:
    if rule.scope == "criterion":
        return (criterion.code,)
    return _covered(rule, product_set, section, criterion.subgroup)


def known_facts(regulation: Regulation) -> frozenset[str]:
    """Facts that may be passed in under a regulation.
    `zero_points` is never passed: it is found in the sheets.
    """
    named = {
        placed.fact
        for product_set in regulation.sets.values()
        for placed in placed_rules(product_set)
        if placed.fact is not None and placed.rule.type in (*EXCLUDING, APPLIES_IF, FULL_POINTS)
    }
    return frozenset(named | {HAS_STORY, TESTING_NOT_MANDATORY, *HEADING_FACTS}) - {ZERO_POINTS}


def read_facts(
    regulation: Regulation, known: frozenset[str], facts: object
) -> tuple[dict[str, bool], list[SheetFault]]:
    """The facts that can be used; an unknown name or a value other than true and false is a fault."""
    if facts is None:
        return {}, []
    if not isinstance(facts, Mapping):
        return {}, [_not_an_object("facts", facts)]
    read: dict[str, bool] = {}
    faults: list[SheetFault] = []
    for name, value in facts.items():
        if name not in known:
            values = {"name": str(name), "regulation": regulation.number, "known": ", ".join(sorted(known))}
            faults.append(SheetFault(FaultCode.UNKNOWN_FACT, values=values))
        elif value is not True and value is not False:
            wording = {"expected_vi": "true hoặc false", "expected_en": "true or false"}
            faults.append(
                SheetFault(
                    FaultCode.WRONG_TYPE, values={"part": f"facts.{name}", "value": shown(value), **wording}
                )
            )
        else:
            read[name] = value
    return read, faults


def read_decisions(regulation: Regulation, decisions: object) -> tuple[frozenset[str], list[SheetFault]]:
    """The anomalies that the office settled in favour of the suggested value;
    `printed` settles for what is printed.
    """
    if decisions is None:
        return frozenset(), []
    if not isinstance(decisions, Mapping):
        return frozenset(), [_not_an_object("decisions", decisions)]
    known = {anomaly.id for anomaly in regulation.anomalies if anomaly.can_be_decided}
    settled: set[str] = set()
    faults: list[SheetFault] = []
    for name, value in decisions.items():
        if name not in known or value not in ("suggested", "printed"):
            values = {"name": str(name), "value": shown(value), "regulation": regulation.number}
            faults.append(
                SheetFault(
                    FaultCode.UNKNOWN_DECISION, values={**values, "known": ", ".join(sorted(known)) or "–"}
                )
            )
        elif value == "suggested":
            settled.add(name)
    return frozenset(settled), faults


def settled_anomalies(
    regulation: Regulation, product_set: ProductSet, settled: frozenset[str]
) -> tuple[Anomaly, ...]:
    """Those of the settled doubts that touch a criterion of this set."""
    return tuple(
        anomaly
        for anomaly in regulation.anomalies
        if anomaly.id in settled
        and anomaly.set_number in (None, product_set.number)
        and anomaly.criterion in product_set.criteria
    )


def _not_an_object(part: str, value: object) -> SheetFault:
    values = {"part": part, "value": shown(value), "expected_vi": "một đối tượng", "expected_en": "an object"}
    return SheetFault(FaultCode.WRONG_TYPE, values=values)
