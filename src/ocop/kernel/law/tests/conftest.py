"""A small sound regulation as a folder that a test may spoil."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop.kernel.law import Regulation, loader, regulation
from ocop.kernel.law.integrity.procedure import PERIODS

CODE = "qd-test"


@pytest.fixture(scope="session", autouse=True)
def _nothing_read() -> None:
    """`script/mutate` begins so: what was read before would hide what a change does to its reading."""
    for cached in (loader._dated, loader._found, loader._load):
        cached.cache_clear()


def both(text: str) -> dict[str, str]:
    return {"vi": f"{text} vi", "en": f"{text} en"}


def _identity() -> dict[str, Any]:
    bands = [(5, 90, "ministry"), (4, 70, "province"), (3, 50, "province"), (2, 30, None), (1, 0, None)]
    return {
        "code": CODE,
        "number": "1/QĐ",
        "label": both("decree"),
        "issuer": both("issuer"),
        "issued_on": "2030-01-01",
        "effective_from": "2030-02-01",
        "parts": {
            code: {"label": both(code), "max": points} for code, points in (("A", 40), ("B", 25), ("C", 35))
        },
        "star_bands": [
            {"stars": stars, "min": low, "is_recognised": level is not None, "label": both(f"{stars}")}
            | ({"authority": level} if level else {})
            for stars, low, level in bands
        ],
        "sectors": {"food": both("food")},
        "headings": {"making": both("making"), "look": both("look")},
    }


def _criteria() -> dict[str, Any]:
    return {
        "origin": {"label": both("origin"), "rules": ["imported"], "options": [both("low"), both("high")]},
        "label": {"label": both("label"), "is_boolean": True},
        "story": {"label": both("story"), "options": [both("none"), both("short"), both("long")]},
        "look.1": {"label": both("look"), "options": [both("plain"), both("fine")]},
        "safety": {
            "label": both("safety"),
            "cases": [
                {"label": both("community"), "options": [both("some"), both("all")]},
                {"label": both("site"), "options": [both("basic"), both("full")]},
            ],
        },
    }


def _set() -> dict[str, Any]:
    first = [
        {"code": "1.1", "use": "origin", "max": 39, "ladder": "1*** 39"},
        {"code": "1.2", "use": "label", "max": 1},
    ]
    third = [
        {"code": "3.1.1", "use": "look.1", "max": 10, "ladder": "0 10", "subgroup": "3.1"},
        {"code": "3.2", "use": "safety", "max": 25, "ladder": ["5 25", "10 20"]},
    ]
    subgroups = [{"code": "3.1", "title": "look", "max": 10}]
    return {
        "number": 1,
        "label": both("fruit"),
        "sector": "food",
        "samples": 5,
        "disqualifiers": ["forged"],
        "parts": {
            "A": {"max": 40, "sections": [{"code": "1", "title": "making", "max": 40, "criteria": first}]},
            "B": {"max": 25, "sections": [{"code": "2", "use": "story", "max": 25, "ladder": "0 10**** 25"}]},
            "C": {
                "max": 35,
                "sections": [
                    {"code": "3", "title": "look", "max": 35, "subgroups": subgroups, "criteria": third}
                ],
            },
        },
    }


def _procedure() -> dict[str, Any]:
    def stage(key: str, level: str, stars: list[int]) -> dict[str, Any]:
        common = {"body": "chair", "label": both(key), "article": "7", "applies_to": ["first"]}
        return {"key": key, "level": level, "decides_stars": stars, **common}

    return {
        "periods": {name: {"amount": 15, "unit": "days", "rolls": True, "article": "7"} for name in PERIODS},
        "stages": [
            stage("province_decision", "province", [3, 4]),
            stage("ministry_decision", "ministry", [5]),
        ],
        "rounds": [
            {
                "level": "province",
                "number": 1,
                "proposed_before": "04-30",
                "held_before": "06-30",
                "article": "5",
            }
        ],
        "applicants": {"cooperative": {}, "association": {"sets": [1]}},
    }


def _anomaly() -> dict[str, Any]:
    return {
        "id": "t-01",
        "set": 1,
        "location": "A/1.1 option 2",
        "criterion": "1.1",
        "option_place": 2,
        "kind": "points_doubtful",
        "published": "39",
        "used": "39",
        "suggested": "37",
        "suggested_points": 37,
        "resolution": "kept_as_published",
        "affects_scoring": True,
        "why": both("doubt"),
    }


class Folder:
    """A parent folder with one regulation in it, written from plain values."""

    def __init__(self, parent: Path) -> None:
        self.parent = parent
        self.files: dict[str, Any] = {
            "regulation.json": _identity(),
            "rules.json": {
                "forged": {
                    "type": "disqualify",
                    "when": "dossier_forged",
                    "scope": "set",
                    "label": both("forged"),
                },
                "imported": {"type": "disqualify", "when": "imported", "label": both("imported")},
            },
            "criteria.json": _criteria(),
            "sets/01.json": _set(),
            "classification.json": {
                "agencies": {"agriculture": both("agriculture")},
                "leaves": [
                    {
                        "key": "I.1",
                        "sector": "food",
                        "label": both("leaf"),
                        "set": 1,
                        "agencies": ["agriculture"],
                    }
                ],
            },
            "evidence.json": {
                "kinds": [
                    {"key": "tale", "label": both("tale"), "requirement": both("copy"), "criteria": ["story"]}
                ]
            },
            "procedure.json": _procedure(),
            "anomalies.json": {"anomalies": [_anomaly()]},
        }

    def spoil(self, file: str, change: Callable[[Any], object]) -> Folder:
        change(self.files[file])
        return self

    def write(self, code: str = CODE) -> Path:
        for name, values in self.files.items():
            path = self.parent / code / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values), encoding="utf-8")
        return self.parent

    def load(self) -> Regulation:
        return regulation(CODE, self.write())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)
