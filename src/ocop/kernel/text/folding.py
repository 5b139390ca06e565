"""Folding: one plain spelling for everything a person may type for the same name."""

from __future__ import annotations

import unicodedata

_LETTERS_WITHOUT_PARTS = str.maketrans(
    {"đ": "d", "ð": "d"}
)  # Unicode does not take these apart; ð is typed for đ


def fold(text: str) -> str:
    """The search form: lower case, no marks (so the place of a tone is lost), đ as d, one blank between
    words.

    Punctuation parts words; invisible characters vanish. Folding twice changes nothing.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(_kept(char) for char in apart.translate(_LETTERS_WITHOUT_PARTS))
    return " ".join(kept.split())


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
