"""The small regulation with every key that a folder may hold."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from ocop.kernel.law.tests.conftest import both
from ocop.kernel.law.tests.spoiling import A, C, at, many

if TYPE_CHECKING:
    from ocop.kernel.law.tests.conftest import Folder

STAGE: dict[str, Any] = {
    "key": "asking",
    "level": "commune",
    "body": "chair",
    "label": {"vi": "trong {revocation}, {tea_break}", "en": "within {revocation}, {tea_break}"},
    "article": "6",
    "period": "revocation",
    "papers": [both("letter"), both("list")],
    "scores": True,
    "decides_stars": [3, 4],
    "applies_to": ["first", "renewal"],
    "is_optional": True,
    "from_points": 90,
    "since": "2030-03-01",
    "until": "2030-12-31",
}
VARIANT: dict[str, Any] = {
    "key": "1+2",
    "label": both("amended"),
    "article": "9",
    "since": "2030-03-01",
    "until": "2030-12-31",
    "warning": both("careful"),
}
TOP = {"type": "mandatory_for", "when": "exported", "scope": "section", "label": both("top"), "star": 5}


def whole(folder: Folder) -> Folder:
    """The same folder, filled."""
    former = {"level": "district", "until": "2030-06-30"}
    folder.spoil(
        "regulation.json",
        many(
            at("effective_to", "2031-12-31"),
            at("star_bands.2.former_authorities", [former]),
            at("groups", {"tea": both("tea")}),
            at("minimums_by_hand", both("by hand")),
            at("notes", [both("first note"), both("second note")]),
            at("replaces", ["qd-0"]),
            at("amended_by", ["2/QĐ"]),
        ),
    )
    folder.spoil("rules.json", at("top", deepcopy(TOP)))
    folder.spoil(
        "criteria.json",
        many(
            at("story.requirement", both("tell")),
            at("story.notes", [both("a note")]),
            at("story.rules", ["top", "imported"]),
        ),
    )
    folder.spoil(
        "sets/01.json",
        many(
            at("group", "tea"),
            at(f"{A}.notes", [both("of a section")]),
            at(f"{A}.rules", ["top"]),
            at(f"{A}.criteria.0.mark", 4),
            at(f"{A}.criteria.0.max_printed", "93"),
            at(f"{A}.criteria.0.printed", {"2": "39*"}),
            at(f"{C}.subgroups.0.notes", [both("of a subgroup")]),
            at(f"{C}.subgroups.0.rules", ["top"]),
        ),
    )
    folder.spoil("classification.json", at("leaves.0.group", "tea"))
    folder.spoil("evidence.json", at("kinds.0.is_mandatory", True))
    folder.spoil("procedure.json", many(at("stages.0", deepcopy(STAGE)), at("variants", [deepcopy(VARIANT)])))
    return folder.spoil(
        "anomalies.json",
        many(
            at("anomalies.0.explains", ["option_max", "option_count"]),
            at("anomalies.0.suggested_min_for_stars", 3),
            at("anomalies.0.missing_fact", "dossier_forged"),
        ),
    )
