"""Tells what each row under a heading is: data, a group, a total, a note, numbering, something hidden."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from ocop.kernel.tables.book import Sheet
from ocop.kernel.tables.cells import Letters
from ocop.kernel.tables.headings import MOST_COLUMNS, Heading, fold
from ocop.kernel.tables.kinds import Kind, Left

_NUMBERED = re.compile(r"\d{1,5}(?:\.\d{1,3})*[.)]?")
_ENUMERATED = re.compile(r"(?:[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)]?(?:\d{1,2}[.)]?)?")
_LEADS = re.compile(
    r"^\s*(?:(?P<roman>[IVXLC]{1,6})|(?P<letter>[A-HĐ])|(?P<small>[a-hđ]))\s*[.)\-/:]\s*(?P<rest>\S.*)$"
)
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")
_TOTAL = re.compile(
    r"^\W*(?:tổng\s*(?:cộng|số|cọng)?|cộng(?:\s+(?:lại|dồn|chung))?|lũy kế|luỹ kế|trung bình|grand total|"
    r"sub-?total|total)"
    r"(?P<rest>[\s:.,(;].*)?$",
    re.IGNORECASE,
)
_TOTAL_PLAIN = re.compile(r"^(?:tong cong|tong so|cong|tong)$")
_MEASURES = frozenset(
    [
        "nguoi",
        "hoc",
        "vien",
        "hv",
        "san",
        "pham",
        "sp",
        "y",
        "tuong",
        "dong",
        "chu",
        "the",
        "cac",
        "co",
        "so",
        "trieu",
        "ty",
        "ho",
        "hop",
        "tac",
        "xa",
        "htx",
        "muc",
        "chi",
        "tieu",
        "toan",
        "tinh",
        "huyen",
        "dai",
        "bieu",
        "can",
        "bo",
        "nam",
        "nu",
        "trong",
        "do",
        "cong",
        "tong",
        "luot",
        "va",
        "la",
        "gom",
        "danh",
        "sach",
        "ca",
        "lop",
        "khoa",
        "dot",
        "diem",
        "phieu",
    ]
)
_NOTES = (
    "ghi chu",
    "luu y",
    "nguon",
    "chu thich",
    "danh sach gom",
    "danh sach tren",
    "danh sach nay",
    "an dinh danh sach",
    "nguoi lap",
    "noi nhan",
    "xac nhan",
    "tm ",
    "kt ",
    "tl ",
    "chu tich",
    "pho chu tich",
    "thu truong",
    "giam doc",
    "truong phong",
    "nguoi tong hop",
    "ky ten",
    "ky ghi ro",
    "giang vien",
    "dai dien don vi",
    "can bo phu trach",
    "nguoi bao cao",
    "note",
    "don vi tinh",
)
_SIGNED = re.compile(r"(?:^|.*[,\s])ngay\s*[\d.… ]*\s*thang\s*[\d.… ]*\s*nam\s*[\d.… ]*$")
_FOOT = (
    "nguoi lap",
    "noi nhan",
    "xac nhan",
    "tm",
    "kt",
    "tl",
    "chu tich",
    "pho chu tich",
    "thu truong",
    "an dinh",
    "giang vien",
    "nguoi tong hop",
    "dai dien don vi",
    "ky ten",
    "ky ghi ro",
    "giam doc",
)
_GROUP_LEADS = re.compile(
    r"^(?:xã|phường|thị trấn|thị xã|huyện|thành phố|tỉnh|khu vực|cụm|nhóm|khối|lớp|tổ|đợt|phần|mục|ngành|"
    r"lĩnh vực|đối tượng|thành phần|[xpht]{1,2}\.|chủ thể|cán bộ|học viên|khách mời|giảng viên|ban tổ chức|"
    r"đại biểu|lãnh đạo|người dân|hộ dân|hợp tác xã|các\s)\b",
    re.IGNORECASE,
)
EXAMPLES = {fold("Ví dụ"), "example", "vd"}


@dataclass
class Line:
    """One row under the heading: its texts, and why it is left out if it is."""

    number: int
    texts: dict[str, str]
    stt: str
    every: list[str]
    why: Left | None = None
    groups: tuple[str, ...] = ()


@dataclass
class Sorter:
    """Goes down the rows and tells them apart."""

    sheet: Sheet
    letters: Letters
    heading: Heading
    kind: Kind
    lines: list[Line] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    is_over: bool = False

    def sort(self) -> list[Line]:
        """Every row that holds anything, in order."""
        numbers = range(self.heading.last + 1, len(self.sheet.rows) + 1)
        self.lines = [line for number in numbers if (line := self._line(number)) is not None]
        self.has_numbers = sum(bool(_NUMBERED.fullmatch(line.stt)) for line in self.lines) * 2 > len(
            self.lines
        )
        for place, line in enumerate(self.lines):
            line.why = self._why(place, line)
            line.groups = tuple(text for _level, text in sorted(self.groups.items()))
        return self.lines

    def _line(self, number: int) -> Line | None:
        width = min(len(self.sheet.rows[number - 1]), MOST_COLUMNS)
        every = [self.letters.at(number, column) for column in range(1, width + 1)]
        if not any(every) and not any(
            (number, column) in self.sheet.unseen.uncomputed for column in self.heading.columns.values()
        ):
            return None
        texts = {key: self._text(number, column) for key, column in self.heading.columns.items()}
        stt = self.letters.at(number, self.heading.number_column) if self.heading.number_column else ""
        return Line(number, texts, stt, every)

    def _text(self, number: int, column: int) -> str:
        """The cell, or the one that was merged down over it; not what was merged from the left."""
        for top, left, bottom, right in self.sheet.unseen.merged:
            if top <= number <= bottom and left <= column <= right:
                is_down = left == right == column and top > self.heading.last
                return self.letters.at(top, left) if is_down else self.letters.at(number, column)
        return self.letters.at(number, column)

    def _why(self, place: int, line: Line) -> Left | None:
        if line.number in self.sheet.unseen.rows:
            return Left.HIDDEN
        if fold(line.stt) in EXAMPLES:
            return Left.EXAMPLE
        if self._is_numbering(place, line):
            return Left.NUMBERING
        if self._is_heading(line):
            return Left.HEADING
        first = next((text for text in line.every if text and not _NUMBERED.fullmatch(text)), "")
        anchor = line.texts.get(self.kind.anchor, "")
        is_numbered = bool(_NUMBERED.fullmatch(line.stt))
        if self._is_total(line, is_numbered):
            self.is_over = self.is_over or (
                fold(first).startswith(("tong cong", "tong so")) and not self._more(place)
            )
            return Left.TOTAL
        if not is_numbered and _is_note(first, line):
            self.is_over = self.is_over or _is_foot(first)
            return Left.NOTE
        if self.is_over and not is_numbered:
            return Left.AFTER
        if (group := self._group(place, line, is_numbered)) is not None:
            return self._enter(group, line)
        if not anchor and not any(line.texts.values()):
            return Left.NO_VALUES
        return None

    def _more(self, place: int) -> bool:
        return any(_NUMBERED.fullmatch(line.stt) for line in self.lines[place + 1 :])

    def _is_numbering(self, place: int, line: Line) -> bool:
        """(1) (2) (3) or A B 1 2 under the heading: every filled cell is one such mark."""
        filled = [text for text in line.every if text]
        if len(filled) < 2 or not all(_COLUMN_NUMBER.fullmatch(text) for text in filled):
            return False
        if all(text.startswith("(") for text in filled):
            return True
        before = [
            one for one in self.lines[:place] if one.why not in {Left.HIDDEN, Left.NUMBERING, Left.HEADING}
        ]
        return not before and _counts_on(filled)

    def _is_heading(self, line: Line) -> bool:
        """The heading once more, as on every printed page."""
        said = [(fold(text), fold(self.heading.title_of(key))) for key, text in line.texts.items() if text]
        same = sum(bool(text) and title.endswith(text) for text, title in said)
        return len(said) > 0 and same == len(said) and same >= min(2, len(self.heading.columns))

    def _is_total(self, line: Line, is_numbered: bool) -> bool:
        filled = [text for text in line.every if text]
        words = [text for text in filled if not re.fullmatch(r"[\d\s.,%:+-]+", text)]
        if not words or is_numbered:
            return False
        return _says_total(words[0]) and all(_is_measured(word) for word in words[1:])

    def _group(self, place: int, line: Line, is_numbered: bool) -> tuple[int, str] | None:
        """The level and words of a group row; None for a row of data."""
        filled = [text for text in line.every if text]
        words = [text for text in filled if text != line.stt and re.search(r"[^\W\d]", text)]
        if not words:
            return None
        others = [
            key for key, text in line.texts.items() if re.search(r"[^\W\d]", text) and key != self.kind.anchor
        ]
        if line.stt and not is_numbered and _ENUMERATED.fullmatch(line.stt) and self._is_bare(line, words):
            return _level(line.stt), words[0]
        if is_numbered:
            parts = line.stt.rstrip(".)")
            after = self.lines[place + 1].stt if place + 1 < len(self.lines) else ""
            goes_down = after.startswith(f"{parts}.") and after.rstrip(".)") != parts
            return (5 + parts.count("."), words[0]) if goes_down and self._is_bare(line, words) else None
        if not self._is_bare(line, words):
            return None
        match = _LEADS.match(words[0])
        if match and len(words) == 1:
            return _level(match["roman"] or match["letter"] or match["small"]), match["rest"]
        if len(words) == 1 and not others and self._stands_alone(line, words[0]):
            return 3, words[0]
        return None

    def _is_bare(self, line: Line, words: list[str]) -> bool:
        """Whether the row says nothing but its words and a count: "I. Xã Bản Lầu   12"."""
        needed = [one.key for one in self.kind.fields if one.is_required and one.key != self.kind.anchor]
        said = [key for key in needed if re.search(r"[^\W\d]", line.texts.get(key, ""))]
        return len(set(words)) == 1 and (not said or _is_spread(self.sheet, line.number))

    def _stands_alone(self, line: Line, words: str) -> bool:
        if self.has_numbers or _is_spread(self.sheet, line.number):
            return True
        return bool(_GROUP_LEADS.match(words))

    def _enter(self, group: tuple[int, str], line: Line) -> Left:
        level, words = group
        self.groups = {one: text for one, text in self.groups.items() if one < level} | {level: words}
        return Left.GROUP


def _counts_on(marks: list[str]) -> bool:
    """A B C, 1 2 3, or A B 1 2: each kind of mark from its first on."""
    letters = [mark.strip("()").lower() for mark in marks if mark.strip("()").isalpha()]
    numbers = [int(mark.strip("()")) for mark in marks if mark.strip("()").isdigit()]
    first = numbers[0] if numbers else 1
    return (
        letters == list("abcdefghijklmnopqrstuvwxyz"[: len(letters)])
        and first in {1, len(letters) + 1}
        and numbers == list(range(first, first + len(numbers)))
    )


def _level(mark: str) -> int:
    mark = mark.rstrip(".)")
    if re.fullmatch(r"[IVX]+", mark):
        return 2
    return 1 if mark.isupper() else 4


def _is_spread(sheet: Sheet, number: int) -> bool:
    """Whether a merged cell of this row alone reaches over several columns."""
    return any(top == bottom == number and right > left for top, left, bottom, right in sheet.unseen.merged)


def _says_total(text: str) -> bool:
    composed = unicodedata.normalize("NFC", text).strip()
    if match := _TOTAL.match(composed):
        return _is_measured(match["rest"] or "")
    return bool(_TOTAL_PLAIN.match(composed.casefold())) or bool(
        re.match(r"^(?:tong cong|tong so|cong)\s*[:(]", composed.casefold())
    )


def _is_measured(text: str) -> bool:
    """Whether a text counts: figures and the names of what is counted."""
    return all(word.isdigit() or word in _MEASURES for word in fold(text).split())


def _is_note(first: str, line: Line) -> bool:
    folded = fold(first)
    if first.startswith(("*", "(*", "Ghi chú", "- Ghi chú")) or _SIGNED.match(folded):
        return True
    alone = len([text for text in line.every if text]) <= 2
    return alone and any(
        folded.startswith(lead) and (lead.endswith(" ") or _ends(folded, lead)) for lead in _NOTES
    )


def _ends(folded: str, lead: str) -> bool:
    return len(folded) == len(lead) or folded[len(lead)] == " "


def _is_foot(first: str) -> bool:
    folded = fold(first)
    return bool(_SIGNED.match(folded)) or any(
        folded.startswith(lead) and _ends(folded, lead) for lead in _FOOT
    )
