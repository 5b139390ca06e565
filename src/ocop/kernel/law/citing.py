"""How a place of the law is cited: the data writes `7(3)(b)`, papers and pages say it as lawyers do."""

from __future__ import annotations

import re

from ocop.kernel.text import Label

_PLACE = re.compile(r"(\d+[a-z]?)(?:\((\d+[a-z]?)\))?(?:\(([a-zđ]+)\))?(?P<beside> \(.+\))?")
_IN_TEXT = re.compile(r"[Đđ]iều (\d+[a-z]?\(\d+[a-z]?\)(?:\([a-zđ]+\))?)")


def cite(places: str) -> Label:
    """ "điểm b khoản 3 Điều 7" and "article 7(3)(b)" for `7(3)(b)`; several places are separated by commas,
    and each may name its decree: `12(2) (26/2026/QĐ-TTg)`.

    What is no place of articles (the number of a whole decree, "appendix II") stays as it is.
    """
    parts = [part.strip() for part in places.split(",")]
    if not all(_PLACE.fullmatch(part) for part in parts):
        return Label(places, places)
    word = "article" if len(parts) == 1 else "articles"
    return Label(", ".join(map(_vietnamese, parts)), f"{word} {', '.join(parts)}")


def in_words(text: str) -> str:
    """A Vietnamese sentence with its places as lawyers say them: "khoản 1 Điều 12" for a place in the short
    form, which pinned files of regulations write too.
    """
    said = _IN_TEXT.sub(lambda found: _vietnamese(found.group(1)), text)
    return said[:1].upper() + said[1:] if _IN_TEXT.match(text) else said


def _vietnamese(place: str) -> str:
    match = _PLACE.fullmatch(place)
    assert match is not None  # noqa: S101 - asked before
    article, clause, point, beside = match.groups()
    words = [f"điểm {point}"] if point else []
    words += [f"khoản {clause}"] if clause else []
    return " ".join([*words, f"Điều {article}"]) + (beside or "")
