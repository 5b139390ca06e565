"""Rubrics: sums, codes, ladders and marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ocop.kernel.law.integrity.ladder import find_ladder_mismatches
from ocop.kernel.law.integrity.mismatch import Mismatch
from ocop.kernel.law.model import Criterion, ProductSet, Regulation, RubricPart, Rule, Section

TOTAL = 100
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # as Vietnamese papers letter their points
NEEDS_FACT = ("applies_if", "disqualify", "not_evaluated", "stop_evaluation")


def find_rubric_mismatches(regulation: Regulation) -> Iterator[Mismatch]:
    """Every mismatch in the sets of a regulation."""
    numbers = list(regulation.sets)
    if numbers != list(range(1, len(numbers) + 1)):
        yield Mismatch("set_numbers", None, "sets", f"numbers are {numbers}")
    for product_set in regulation.sets.values():
        for check, place, text in _of_set(regulation, product_set):
            yield Mismatch(check, product_set.number, place, text)


def _of_set(regulation: Regulation, product_set: ProductSet) -> Iterator[tuple[str, str, str]]:
    yield from _of_rules(product_set.disqualifiers, "")
    if not product_set.has_rubric:
        yield "rubric_missing", "", "the rubric is not in the data"
        return
    yield from _sum("grand_total", "", "parts", [part.max for part in product_set.parts], TOTAL)
    sections = list(product_set.sections)
    codes = [section.code for section in sections]
    codes += [c.code for section in sections if not section.is_single for c in section.criteria]
    for code, times in Counter(codes).items():
        if times > 1:
            yield "unique_codes", "", f"{code} is used {times} times"
    first = 1
    for part in product_set.parts:
        yield from _of_part(regulation, part, first)
        first += len(part.sections)


def _of_part(regulation: Regulation, part: RubricPart, first: int) -> Iterator[tuple[str, str, str]]:
    if part.max != regulation.part_max[part.code]:
        yield (
            "part_max",
            part.code,
            f"part has {part.max}, the regulation gives {regulation.part_max[part.code]}",
        )
    yield from _sum("part_sum", part.code, "sections", [section.max for section in part.sections], part.max)
    codes = [section.code for section in part.sections]
    expected = [str(number) for number in range(first, first + len(codes))]
    if codes != expected:
        yield "numbering", part.code, f"sections are {', '.join(codes)}"
    for section in part.sections:
        yield from _of_section(section, f"{part.code}/{section.code}")


def _of_section(section: Section, place: str) -> Iterator[tuple[str, str, str]]:
    yield from _of_rules(section.rules, place)
    if not section.criteria:
        yield "empty_section", place, "no criteria"
    yield from _sum("section_sum", place, "criteria", [c.max for c in section.criteria], section.max)
    for subgroup in section.subgroups:
        yield from _of_rules(subgroup.rules, f"{section.part}/{subgroup.code}")
        members = [c.max for c in section.criteria if c.subgroup == subgroup.code]
        yield from _sum("subgroup_sum", f"{section.part}/{subgroup.code}", "criteria", members, subgroup.max)
    if not section.is_single:
        yield from _of_codes(section, place)
    for criterion in section.criteria:
        where = f"{section.part}/{criterion.code}"
        yield from _of_rules(criterion.rules, where)
        for check, at, text in find_ladder_mismatches(criterion):
            yield check, f"{where} {at}".strip(), text


def _of_codes(section: Section, place: str) -> Iterator[tuple[str, str, str]]:
    """Codes must stand under their heading and follow each other."""
    headings = {section.code, *(subgroup.code for subgroup in section.subgroups)}
    for heading in sorted(headings - {section.code}):
        if not heading.startswith(f"{section.code}."):
            yield "code_prefix", f"{section.part}/{heading}", f"does not belong under {section.code}"
    for criterion in section.criteria:
        heading = _heading(section, criterion)
        if heading not in headings:
            yield "subgroup_known", f"{section.part}/{criterion.code}", f"there is no subgroup {heading}"
        if not criterion.code.startswith(f"{heading}."):
            yield "code_prefix", f"{section.part}/{criterion.code}", f"does not belong under {heading}"
    for heading in sorted(headings):
        last = [c.code.rpartition(".")[2] for c in section.criteria if _heading(section, c) == heading]
        last += [s.code.rpartition(".")[2] for s in section.subgroups if heading == section.code]
        if not _is_sequence(sorted(last) if heading == section.code and section.subgroups else last):
            yield "numbering", place, f"under {heading}: {', '.join(last)}"


def _heading(section: Section, criterion: Criterion) -> str:
    return criterion.subgroup or section.code


def _is_sequence(marks: Sequence[str]) -> bool:
    numbers = [str(number) for number in range(1, len(marks) + 1)]
    return list(marks) in (numbers, list(_LETTERS[: len(marks)]))


def _of_rules(rules: Sequence[Rule], place: str) -> Iterator[tuple[str, str, str]]:
    for rule in rules:
        if rule.type in NEEDS_FACT and not rule.when:
            yield "rule_fact", place, f"{rule.type} names no fact"


def _sum(
    check: str, place: str, what: str, values: Sequence[int], expected: int
) -> Iterator[tuple[str, str, str]]:
    if sum(values) != expected:
        yield check, place, f"{what} sum to {sum(values)}, not {expected}"
