"""Reading one product set: a file states codes, points and marks;
the wording comes from the shared criteria.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ocop.kernel.law.model import Case, Criterion, Option, Part, ProductSet, RubricPart, Section, Subgroup
from ocop.kernel.law.record import Record
from ocop.kernel.law.shared import CASE_LETTERS, Shared, SharedCriterion, look_up, look_up_all
from ocop.kernel.text import Label

_STEP = re.compile(r"(\d+)(\*{3,5})?")


def read_set(record: Record, shared: Shared, agencies: Mapping[int, tuple[Label, ...]]) -> ProductSet:
    """A product set; without "parts" its rubric is not in the data."""
    number, label = record.get("number", int), record.label("label")
    product_set = ProductSet(
        number=number,
        label=label,
        sector=look_up(shared.sectors, record.get("sector", str), record, "sector"),
        group=look_up(shared.groups, record.get("group", str), record, "group")
        if "group" in record
        else label,
        parts=_read_parts(record.record("parts"), shared) if "parts" in record else (),
        disqualifiers=look_up_all(shared.rules, record, "disqualifiers"),
        sample_count=record.get("samples", int),
        managing_agencies=agencies.get(number, ()),
    )
    record.close()
    return product_set


def _read_parts(record: Record, shared: Shared) -> tuple[RubricPart, ...]:
    parts = tuple(_read_part(Part(code), record.record(code), shared) for code in Part)
    record.close()
    return parts


def _read_part(code: Part, record: Record, shared: Shared) -> RubricPart:
    sections = tuple(_read_section(code, section, shared) for section in record.records("sections"))
    part = RubricPart(code, shared.parts[code][0], record.get("max", int), sections)
    record.close()
    return part


def _read_section(part: Part, record: Record, shared: Shared) -> Section:
    """A section with its criteria, or one that is itself the only criterion (it names a shared criterion)."""
    code, is_single = record.get("code", str), "use" in record
    if is_single:
        criteria: tuple[Criterion, ...] = (_read_criterion(part, code, record, shared),)
        label = criteria[0].label
    else:
        criteria = tuple(_read_member(part, code, member, shared) for member in record.records("criteria"))
        label = look_up(shared.headings, record.get("title", str), record, "title")
    section = Section(
        code=code,
        part=part,
        label=label,
        max=record.get("max", int),
        criteria=criteria,
        subgroups=tuple(_read_subgroup(subgroup, shared) for subgroup in record.records("subgroups")),
        notes=record.labels("notes"),
        rules=look_up_all(shared.rules, record, "rules"),
        is_single=is_single,
    )
    record.close()
    return section


def _read_subgroup(record: Record, shared: Shared) -> Subgroup:
    subgroup = Subgroup(
        code=record.get("code", str),
        label=look_up(shared.headings, record.get("title", str), record, "title"),
        max=record.get("max", int),
        notes=record.labels("notes"),
        rules=look_up_all(shared.rules, record, "rules"),
    )
    record.close()
    return subgroup


def _read_member(part: Part, section: str, record: Record, shared: Shared) -> Criterion:
    criterion = _read_criterion(part, section, record, shared)
    record.close()
    return criterion


def _read_criterion(part: Part, section: str, record: Record, shared: Shared) -> Criterion:
    wording = look_up(shared.criteria, record.get("use", str), record, "use")
    return Criterion(
        code=record.get("code", str),
        part=part,
        section=section,
        label=wording.label,
        max=record.get("max", int),
        options=_read_ladder(record, wording.options) if wording.options else (),
        cases=_read_cases(record, wording) if wording.cases else (),
        is_boolean=wording.is_boolean,
        min_for_stars=record.find("mark", int),
        subgroup=record.find("subgroup", str),
        requirement=wording.requirement,
        notes=wording.notes,
        rules=wording.rules,
        key=wording.key,
        max_published=record.find("max_printed", str),
    )


def _read_ladder(record: Record, labels: tuple[Label, ...]) -> tuple[Option, ...]:
    printed = record.record("printed") if "printed" in record else Record({}, "")
    options = _options(record, record.get("ladder", str), labels, printed)
    printed.close()
    return options


def _read_cases(record: Record, wording: SharedCriterion) -> tuple[Case, ...]:
    ladders = record.texts("ladder")
    if len(ladders) != len(wording.cases):
        raise record.fail("a ladder is needed for each case", "ladder")
    cases = []
    for letter, ladder, (label, labels) in zip(CASE_LETTERS, ladders, wording.cases, strict=True):
        options = _options(record, ladder, labels, Record({}, ""))
        cases.append(Case(letter, label, options, max(option.points for option in options)))
    return tuple(cases)


def _options(record: Record, ladder: str, labels: tuple[Label, ...], printed: Record) -> tuple[Option, ...]:
    """Options from a ladder as the decree prints it:
    "1 2*** 4****" is 1, 2 (needed for 3 stars), 4 (for 4 stars).
    """
    steps = [_STEP.fullmatch(step) for step in ladder.split()]
    if len(steps) != len(labels):
        raise record.fail(f"{len(steps)} steps for {len(labels)} options", "ladder")
    options = []
    for place, (step, label) in enumerate(zip(steps, labels, strict=True), start=1):
        if step is None:
            raise record.fail(f"expected steps like 2 or 3****, found {ladder!r}", "ladder")
        stars = len(step[2]) if step[2] else None
        options.append(Option(place, int(step[1]), label, stars, printed.find(str(place), str)))
    return tuple(options)
