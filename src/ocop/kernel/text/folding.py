"""Folding: one plain spelling for everything a person may type for the same name."""

from __future__ import annotations

import unicodedata

_WITHOUT_PARTS = {"đ": "d", "ð": "d"}  # Unicode does not take these apart; ð is typed for đ


class _Table(dict[int, str]):
    """What becomes of each character, worked out when it first comes; that of common alphabets is kept."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = _WITHOUT_PARTS.get(char) or _kept(char)
        if code < _COMMON:
            self[code] = found
        return found


_COMMON = 0x2100
_TABLE = _Table()


def fold(text: str) -> str:
    """The search form: lower case, no marks (so the place of a tone is lost), đ as d, one blank between
    words.

    Punctuation parts words; invisible characters vanish. Folding twice changes nothing.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(apart.translate(_TABLE).split())


def slugify_vi(text: str, max_length: int = 80) -> str:
    """The form for addresses: `Dứa Bản Lầu` is `dua-ban-lau`.
    Cut at a word; empty without Latin letters or digits.
    """
    words = "".join(char if char.isascii() else " " for char in fold(text)).split()
    slug = "-".join(words)
    if len(slug) <= max_length:
        return slug
    whole_words, _, _ = slug[: max_length + 1].rpartition("-")
    return whole_words or slug[:max_length]


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return ""
    return char if char.isalnum() else " "
