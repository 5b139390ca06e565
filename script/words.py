"""`python script/words.py [FOLDER …]`: names the words that stand otherwise than this house writes them.

One thing is written one way on every page, paper and mail. The rules are below, one a line: what is not
written, what stands instead, and where it helps, why. Looked through are the message catalogues (Vietnamese
in `msgid`, and `msgstr` of the Vietnamese one), the words in templates, papers (.typ) and scripts, and every
text in Python and JSON. Names are as people write their own: a rule of small letters leaves “Hòa Bình” be.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]

# The tone stands on the main vowel of oa, oe, uy (hoá, khoẻ, huỷ), as in school books. Two are written as the
# State writes them: Ủy ban, ủy quyền; CỘNG HÒA, the name of the country.
RULES: tuple[tuple[str, str], ...] = (
    (r"\buỷ\b|\bUỷ\b|\bUỶ\b", "ủy, Ủy, ỦY (Ủy ban nhân dân, ủy quyền)"),
    (r"\b[Kk]hóa\b|\bKHÓA\b", "khoá"),
    (r"\bhóa\b", "hoá"),
    (r"\b[Hh]ủy\b|\bHỦY\b", "huỷ"),
    (r"\b[Xx]óa\b", "xoá"),
    (r"\b[Hh]ọa\b|\bHỌA\b", "hoạ"),
    (r"\bhòa\b", "hoà"),
    (r"\b[Tt]hỏa\b", "thoả"),
    (r"\b[Kk]hỏe\b", "khoẻ"),
    (r"\b[Tt]òa\b", "toà"),
    (r"\b[Tt]ùy\b", "tuỳ"),
    (r"\bthủy\b", "thuỷ"),
    (r"\b[Tt]ỉ lệ\b", "tỷ lệ"),
    (r"\b[Qq]ui (?:định|trình|chế|mô)\b", "quy định, quy trình, quy chế, quy mô"),
    (r"\b(?:lí do|xử lí|quản lí|kí tên|chữ kí|đăng kí|kĩ thuật|kĩ năng)\b", "lý, ký, kỹ"),
    (r"(?<![\w.@/-])[Ee]-?mail(?![\w@/-])", "thư điện tử"),
    (r"\b[Tt]ập tin\b", "tệp"),
    (
        r"\b(?:upload|download|click|file|password|username)\b",
        "tải lên, tải về, bấm, tệp, mật khẩu, tên đăng nhập",
    ),
    (r"\b[Tt]hứ [2-7]\b", "Thứ Hai … Thứ Bảy"),
    (r"(?:\d|\}|\)s) trên (?:\d|\{|%\()", "2/9 mục: a part of a whole is written with a stroke"),
    (r"^(?:Thôi|Để sau)$", "Huỷ (nothing is kept), Làm sau (it can wait)"),
    (r"\(mẫu\)", "(minh hoạ)"),
    (r"\((?:mẫu|minh hoạ)\) \((?:mẫu|minh hoạ)\)", "(minh hoạ), once"),
    (r"\b[Nn]gười làm thay\b", "người được phép làm hồ sơ: the owner herself is one"),
    (r"[Kk]ho[áa] trên máy", "vân tay hoặc khuôn mặt"),
    (r"\b[Cc]ông văn\b[^.;]{0,40}/UQ-", "văn bản ủy quyền: an authorisation is no công văn"),
)
PATTERNS = tuple((re.compile(rule), instead) for rule, instead in RULES)
IS_VIETNAMESE = re.compile("[à-ỹđĐÀ-Ỹ]")
FOREIGN = {r"(?<![\w.@/-])[Ee]-?mail(?![\w@/-])", RULES[17][0]}
"""Words that are right in English: faults only among Vietnamese ones."""
LEFT_OUT = (
    "/tests/",
    "/migrations/",
    "kernel/text/",
    "kernel/tables/known/",
    "kernel/law/data/",
    "foundation/places/",
)
"""Tests quote what is wrong, migrations what was; `kernel/text` reads every spelling; the regulations
are pinned letter by letter; places have names of their own."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\{[^}]*\}\}|\{[\w.]*\}")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
TEMPLATE_WORDS = re.compile(r"\{#.*?#\}|\{% (?!translate|blocktranslate)[^%]*%\}|<[^>]*>?")


class Found(NamedTuple):
    """A word that is written otherwise: where, what, and what stands instead."""

    path: Path
    line: int
    word: str
    instead: str


def faults(text: str) -> Iterator[tuple[str, str]]:
    """The words of one text that break a rule, each with what stands instead."""
    is_vietnamese, bare = IS_VIETNAMESE.search(text) is not None, PLACEHOLDER.sub(" ", text)
    for pattern, instead in PATTERNS:
        is_foreign = pattern.pattern in FOREIGN
        if is_vietnamese or not is_foreign:
            yield from ((match[0], instead) for match in pattern.finditer(bare if is_foreign else text))


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """What people read of a file: line and text."""
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _of_python(content)
    elif path.suffix == ".json":
        yield from ((1, text) for text in _of_json(json.loads(content)))
    elif path.suffix == ".po":
        yield from _of_catalogue(content, is_vietnamese="/vi/" in path.as_posix())
    elif path.suffix == ".html":
        yield from _of_template(content)
    else:
        yield from enumerate(content.split("\n"), 1)


def _of_python(content: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(content)
    spoken = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # to who reads the code
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            yield node.lineno, node.value


def _of_json(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _of_json(one)


def _of_catalogue(content: str, *, is_vietnamese: bool) -> Iterator[tuple[int, str]]:
    wanted, kind, start, parts = ("msgstr",) if is_vietnamese else ("msgid",), "", 0, list[str]()
    for number, line in enumerate([*content.split("\n"), "end"], 1):
        if line.startswith('"'):
            parts += QUOTED.findall(line)
            continue
        if kind.startswith(wanted):
            yield start, "".join(parts)
        kind, start, parts = line.partition(" ")[0], number, QUOTED.findall(line)


def _of_template(content: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content.split("\n"), 1):
        yield from ((number, text) for text in QUOTED.findall(line) if IS_VIETNAMESE.search(text))
        yield number, TEMPLATE_WORDS.sub(" ", line).strip()


def look_through(folder: Path) -> Iterator[Found]:
    """Every fault under a folder."""
    for path in sorted(path for kind in KINDS for path in folder.rglob(f"*{kind}")):
        if not any(part in path.as_posix() for part in LEFT_OUT):
            for line, text in texts_of(path):
                yield from (Found(path, line, word, instead) for word, instead in faults(text))


KINDS = (".py", ".po", ".html", ".typ", ".json", ".js", ".txt")


def main() -> int:
    """Names the faults; 1 where there are any."""
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "src"]
    found = dict.fromkeys(one for folder in folders for one in look_through(folder.resolve()))
    for one in found:
        where = one.path.relative_to(ROOT) if one.path.is_relative_to(ROOT) else one.path
        sys.stdout.write(f"{where}:{one.line} “{one.word}”: write {one.instead}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
