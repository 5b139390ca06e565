"""Places of the law are written in one way, the same as `cite` prints them, in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from ocop.kernel.law.citing import cite

SOURCE = Path(__file__).parents[2] / "src" / "ocop"
PLACE = re.compile(r"(?i:(?:điểm (?P<point>[a-zđ]) )?(?:khoản (?P<clause>\d+) )?)Điều (?P<article>\d+)")
OTHERWISE = re.compile(
    r"\bđiều (?:\d|%\()|[đĐ]iều \d+\(|[đĐ]iều \d+ (?:khoản|điểm)|khoản \d+ điểm|điểm [a-zđ] điều"
)
CATALOGUES = sorted(SOURCE.glob("*/*/locale/en/LC_MESSAGES/django.po"))
WRITTEN = [
    path
    for kind in ("*.py", "*.html", "*.typ")
    for path in sorted(SOURCE.rglob(kind))
    if "migrations" not in path.parts and "tests" not in path.parts
]


def texts(path: Path) -> list[str]:
    """The whole file; of Python also each text as it is put together from several lines."""
    source = path.read_text(encoding="utf-8")
    nodes = ast.walk(ast.parse(source)) if path.suffix == ".py" else ()
    return [source, *(str(one.value) for one in nodes if isinstance(one, ast.Constant))]


def test_no_source_writes_a_place_otherwise():
    found = {
        f"{path.relative_to(SOURCE)}: {match[0]}"
        for path in WRITTEN
        for text in texts(path)
        for match in OTHERWISE.finditer(text)
    }
    assert found == set()


def test_a_place_over_two_lines_is_found(tmp_path: Path):
    path = tmp_path / "words.py"
    path.write_text('WORD = (\n    "cập nhật (Điều "\n    "6(1)(c))"\n)\n', encoding="utf-8")
    assert any(OTHERWISE.search(text) for text in texts(path))


def test_the_pattern_knows_the_wrong_ways():
    wrong = ("điều 11(1)", "Điều 11(1)", "điều 7 khoản 3 điểm b", "Điều 5 khoản 1", "điều 8")
    assert [one for one in wrong if not OTHERWISE.search(one)] == []
    assert not OTHERWISE.search("điểm b khoản 3 Điều 7, Điều 8 và phụ lục II; điều kiện 3")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_both_languages_cite_the_same_place(path: Path):
    """What a text cites in Vietnamese, its English cites too, as `cite` prints both."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        texts = message.id if isinstance(message.id, tuple) else (message.id,)
        for match in PLACE.finditer(texts[0]):
            clause = f"({match['clause']})" if match["clause"] else ""
            point = f"({match['point']})" if match["point"] else ""
            label = cite(f"{match['article']}{clause}{point}")
            assert match[0].lower() == label.vi.lower()
            english = message.string if isinstance(message.string, str) else message.string[0]
            assert label.en.removeprefix("article ") in english, (texts[0], english)
