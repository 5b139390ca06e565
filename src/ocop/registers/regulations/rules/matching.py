"""The decree's own sentences tied to criteria and options, by their place and their points. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ocop.kernel.law import Criterion, Option, ProductSet, Regulation
from ocop.kernel.text import fold
from ocop.registers.regulations.rules.lines import Line

SET_HEADING = re.compile(r"(\d{1,2})\s*[.)]?\s*bo san pham\b")
CODE = re.compile(r"(\d+(?:\.\d+|\.[a-zđ](?!\w)|-\d+)*)\s*[.):]?\s+(?=\S)")
LETTER = re.compile(r"([a-zđ])\s*[.)]\s+(?=\S)")
BOX = re.compile(r"^(?:[□☐▢◻oO]|\[\s*\])\s+")
STARS = re.compile(r"\s*\*{3,5}\s*$")
HEADING = ""  # the token of a criterion's own line


@dataclass(frozen=True)
class Sentence:
    """One official sentence and where it belongs;
    the token is that of an option, or "" for the criterion's line.
    """

    set_number: int
    criterion: str
    token: str
    text: str


@dataclass
class Matching:
    """What was matched, and every line with points that belongs to no option."""

    sentences: list[Sentence] = field(default_factory=list)
    unmatched: list[tuple[int | None, str, str | None]] = field(default_factory=list)  # set, text, points


def match(regulation: Regulation, lines: Sequence[Line]) -> Matching:
    """Walks through a document in printed order: set headings, criteria by their codes, options by place and
    points.

    An option is matched where its printed points are those of the data (or the misprint that the data
    records); one that is left out is skipped, so that the following ones still find their place.
    """
    found = Matching()
    walk: _Walk | None = None
    for line in lines:
        heading = SET_HEADING.match(fold(line.text))
        if heading:
            known = regulation.sets.get(int(heading[1]))
            walk = _Walk(known) if known is not None and known.has_rubric else None
        elif walk is not None:
            walk.read(line, found)
    return found


def expected(product_set: ProductSet) -> Iterator[tuple[str, str]]:
    """Every place that a sentence can have: criterion and token."""
    for code, criterion in product_set.criteria.items():
        yield code, HEADING
        for case, options in criterion.ladders:
            yield from ((code, f"{case or ''}{option.place}") for option in options)


class _Walk:
    """The place in one set: which criterion was read last, and which of its options are still to come."""

    def __init__(self, product_set: ProductSet) -> None:
        self._set = product_set
        self._codes = list(product_set.criteria)
        self._headings = {section.code for section in product_set.sections} | {
            subgroup.code for section in product_set.sections for subgroup in section.subgroups
        }
        self._at = -1
        self._section = ""
        self._open: list[tuple[str, Option]] = []

    def read(self, line: Line, found: Matching) -> None:
        """One line: a criterion, a heading, an option of the criterion read last,
        or something that says nothing.
        """
        is_option = BOX.match(line.text) is not None
        code = self._code(line)
        if code in self._codes[self._at + 1 :]:
            self._begin(code, line, found)
        elif code in self._headings:
            self._section, self._open = code, []
        elif self._open and (line.points or is_option):
            self._option(line, found)
        elif line.points and self._at >= 0 and not fold(line.text).startswith(("phan ", "tong")):
            found.unmatched.append((self._set.number, line.text, line.points))

    def _code(self, line: Line) -> str:
        """The code that a line begins with: 1.1 and 1.a as printed, or a) under the section read last."""
        text = line.text.lower()
        if written := CODE.match(text):
            return written[1]
        letter = LETTER.match(text)
        return f"{self._section}.{letter[1]}" if letter and self._section else ""

    def _begin(self, code: str, line: Line, found: Matching) -> None:
        criterion = self._set.criteria[code]
        self._at = self._codes.index(code)
        self._section = criterion.section
        self._open = list(_options(criterion))
        found.sentences.append(Sentence(self._set.number, code, HEADING, _clean(line.text)))

    def _option(self, line: Line, found: Matching) -> None:
        for number, (token, option) in enumerate(self._open):
            if (line.points or "") in (str(option.points), option.points_published):
                del self._open[: number + 1]
                code = self._codes[self._at]
                found.sentences.append(Sentence(self._set.number, code, token, _clean(line.text)))
                return
        found.unmatched.append((self._set.number, line.text, line.points))


def _options(criterion: Criterion) -> Iterator[tuple[str, Option]]:
    for case, options in criterion.ladders:
        yield from ((f"{case or ''}{option.place}", option) for option in options)


def _clean(text: str) -> str:
    """A sentence without its box and its stars, which the data holds."""
    return STARS.sub("", BOX.sub("", text)).strip()
