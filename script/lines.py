"""`python script/lines.py [FOLDER …]`: names the lines of templates, styles and scripts that are too long.

They may be as long as lines of Python, which ruff measures: what cannot be reviewed in a diff does not go
in. What no line break can shorten passes on a line of its own: one template tag, one address, one path.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KINDS = {".html", ".css", ".js"}
PIECE = re.compile(r"""\{%.*?%\}|\{\{.*?\}\}|url\("[^"]*"\)|https?://[^\s"'<>]+|\bd="[^"]*\"""")


def longest() -> int:
    """How many characters a line may have: the `line-length` of pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return int(settings["tool"]["ruff"]["line-length"])


def is_one_piece(line: str) -> bool:
    """Whether a line is one tag, one address or one path, and nothing beside it could stand elsewhere."""
    rest, pieces = PIECE.subn("", line.strip())
    return pieces == 1 and not re.search(r"\s", rest)


def too_long(folder: Path) -> Iterator[tuple[Path, int, int]]:
    """Each line at fault under a folder: its file, its number, its length."""
    most = longest()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in KINDS):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if len(line) > most and not is_one_piece(line):
                yield path, number, len(line)


def main(folders: list[str]) -> int:
    """Prints the lines at fault; 1 if there are any."""
    found = [fault for folder in folders or [str(ROOT / "src")] for fault in too_long(Path(folder))]
    for path, number, length in found:
        sys.stdout.write(f"{path}:{number}: {length} characters, {longest()} at most\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
