"""What the commune checks item by item (article 6) and what it writes about (form 03).
No points anywhere (R26-23).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Component(StrEnum):
    """The parts of a dossier that the commune looks at one by one."""

    FORM_01 = "form_01"
    GENERAL = "form_02_general"
    RESULTS = "form_02_results"
    ASSESSMENT = "form_02_assessment"
    PLAN = "form_02_plan"
    LEGAL_PAPERS = "legal_papers"
    EVIDENCE = "evidence"
    SAMPLES = "samples"


class Finding(StrEnum):
    """What the officer found."""

    OK = "ok"
    MISSING = "missing"
    FAULTY = "faulty"


REPORT_HEADINGS = ("materials", "labour", "idea_origin", "identity")
"""The four contents of form 03, part II, in printed order."""


def components(sample_count: int) -> tuple[Component, ...]:
    """What is checked for a product set;
    no samples where the decree asks for none (tourism, article 6(2)(d)).
    """
    return tuple(part for part in Component if part is not Component.SAMPLES or sample_count)


def unchecked(found: Mapping[str, Mapping[str, str]], sample_count: int) -> list[Component]:
    """The components without a finding yet."""
    return [
        part for part in components(sample_count) if found.get(part, {}).get("finding") not in set(Finding)
    ]


def defective(found: Mapping[str, Mapping[str, str]], sample_count: int) -> list[Component]:
    """The components found missing or faulty."""
    bad = {Finding.MISSING, Finding.FAULTY}
    return [part for part in components(sample_count) if found.get(part, {}).get("finding") in bad]


def empty_headings(texts: Mapping[str, str]) -> list[str]:
    """Those of the four contents of form 03 that have no text."""
    return [heading for heading in REPORT_HEADINGS if not texts.get(heading, "").strip()]


def merged_findings(
    stored: Mapping[str, Mapping[str, str]],
    changed: Mapping[str, Mapping[str, str]],
    parts: Sequence[Component],
) -> dict[str, dict[str, str]]:
    """What is stored after a save that names some findings or notes; whatever it does not name stays as it
    was.

    Known components, known words ("" takes a finding back), a note of plain text, which may be there before a
    finding.
    """
    merged = {part.value: {**_NOTHING, **stored.get(part, {}), **changed.get(part, {})} for part in parts}
    return {part: known for part, found in merged.items() if (known := _known(found)) != _NOTHING}


_NOTHING = {"finding": "", "note": ""}


def _known(found: Mapping[str, str]) -> dict[str, str]:
    word = found["finding"] if found["finding"] in set(Finding) else ""
    return {"finding": str(word), "note": str(found["note"]).strip()}
