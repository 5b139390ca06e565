"""Lines that no one can review are found, and what no line break can shorten passes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = "một lời dài " * 12
SINGLE = {
    "tag.html": '  {% translate "' + WORDS + '" %}\n',
    "attribute.html": "    data-failed=\"{% translate '" + WORDS + "' %}\">\n",
    "address.html": '      href="https://ocop.example/' + "a" * 120 + '">\n',
    "path.html": '      d="' + "M6 9 l6 6 6-6 " * 12 + '"/>\n',
    "picture.css": "      url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
    + "%20" * 40
    + '")\n',
    "just.js": "x" * 110 + "\n",
}
LONG = {
    "words.html": f"<p>{WORDS}</p>\n",
    "two.html": '{% translate "' + WORDS + '" %}{% icon "eye" %}\n',
    "beside.html": '<p class="muted">{% translate "' + WORDS + '" %}</p>\n',
    "rule.css": ".button { " + "color: red; " * 12 + "}\n",
    "sum.js": "const sum = " + "1 + " * 40 + "1;\n",
    "over.js": "x" * 111 + "\n",
}


def checked(folder: Path) -> tuple[int, list[str]]:
    """The exit code and the files that the check names."""
    command = [sys.executable, str(ROOT / "script" / "lines.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, [line.split(":")[0] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("files", "named"), [(SINGLE, []), (LONG, sorted(LONG)), (SINGLE | LONG, sorted(LONG)), ({}, [])]
)
def test_only_what_a_line_break_can_shorten_is_at_fault(
    tmp_path: Path, files: dict[str, str], named: list[str]
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert checked(tmp_path) == (1 if named else 0, [str(tmp_path / name) for name in named])


def test_number_and_length_are_said(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>\n" + "ă " * 60 + "\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "script" / "lines.py"), str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert said == f"{tmp_path / 'page.html'}:2: 120 characters, 110 at most\n"
