"""What the pages about adding things name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "adding").glob("*.md"))
PLACE = re.compile(r"`((?:src|tests|script|docs)/[\w./-]+)`")
LINK = re.compile(r"\]\(([\w./-]+)\)")


def missing(guide: Path) -> list[str]:
    text = guide.read_text("utf-8")
    places = [place for place in PLACE.findall(text) if not (ROOT / place).exists()]
    links = [link for link in LINK.findall(text) if not (guide.parent / link).exists()]
    return [*places, *links]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_place_it_names_is_there(guide: Path) -> None:
    assert missing(guide) == []


def test_there_are_guides_and_a_wrong_one_is_seen(tmp_path: Path) -> None:
    assert len(GUIDES) > 5
    wrong = tmp_path / "wrong.md"
    wrong.write_text("See `src/ocop/nowhere.py` and [this](gone.md).", "utf-8")
    assert missing(wrong) == ["src/ocop/nowhere.py", "gone.md"]
