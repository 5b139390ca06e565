"""Words to find by: the one rule of which texts answer to what somebody types.

A word typed with marks finds the words that begin with it, marks and all; a word typed without marks finds
them whatever their marks. Every word typed must be found. The old and the new place of a tone (hoà, hòa) are
one word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ocop.kernel.text.folding import fold

LONGEST_WORD = 60
"""Letters; what is longer counts by its beginning."""
MOST_WORDS = 16
"""Words of a question; more would find nothing else."""

ENGLISH = "·"
"""Stands before what a row is called in English, where that is no name of its own: pages in English alone ask
for it, so that no Vietnamese word finds what is only its translation. Nobody can type it.
"""

NAME, HOLDER = "¹", "²"
"""Stand before the words of a row's own name and of who holds it, kept a second time: what is named so comes
before what is held so, and both before what only lies there. Nobody can type them.
"""

SIGNS = frozenset({ENGLISH, NAME, HOLDER})
"""What begins a kept word that is no word of the row as it is typed."""

_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn
_TONES = {"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
_VOWELS = frozenset("aeiouy")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ")


def words_with_marks(text: str) -> list[str]:
    """The words of a text in order: lower case, Vietnamese marks kept, others not; parted as `fold` parts."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(map(_kept, apart.replace("ð", "đ")))
    return [_composed(word)[:LONGEST_WORD] for word in kept.split() if fold(word)]


def searchable(*texts: str, name: str = "", holder: str = "", english: Iterable[str] = ()) -> str:
    """What an index keeps of these texts: each word once, without and with marks, one blank between.

    A name with an apostrophe is found written together as well: Ea H’Leo by `hleo`. `name` and `holder` are
    texts like the others that can also be asked for by themselves, `english` are words that are asked for in
    English alone.
    """
    own = [word for text in (name, holder, *texts) for word in _forms(text)]
    own += [f"{sign}{word}" for sign, text in ((NAME, name), (HOLDER, holder)) for word in _forms(text)]
    translated = (f"{ENGLISH}{word}"[:LONGEST_WORD] for text in english for word in fold(text).split())
    return " ".join(dict.fromkeys((*own, *translated)))


def asked(text: str) -> list[str]:
    """The words of a question, each once, at most MOST_WORDS: as typed, marks and all.

    All that `searchable` keeps has forms without marks, so a word without marks finds these.
    """
    return list(dict.fromkeys(words_with_marks(text)))[:MOST_WORDS]


def answers(kept: str, words: Iterable[str], language: str = "vi") -> bool:
    """Whether a text as `searchable` keeps it has, for each word, one that begins with it."""
    known = kept.split()
    return all(any(one.startswith(forms_asked(word, language)) for one in known) for word in words)


def forms_asked(word: str, language: str) -> tuple[str, ...]:
    """How a word of a question can stand in an index: in English as a translation too."""
    return (word, f"{ENGLISH}{word}") if language.startswith("en") else (word,)


def answers_whole(kept: str, words: Iterable[str]) -> bool:
    """Whether each of the words itself is there: these come first."""
    return set(words) <= set(kept.split())


@lru_cache(maxsize=512)  # names of places come again with each row, and are long
def _forms(text: str) -> tuple[str, ...]:
    together, found = text.translate(_APOSTROPHES), []
    for spelling in dict.fromkeys((text, together)):
        found += [word[:LONGEST_WORD] for word in fold(spelling).split()]
        found += words_with_marks(spelling)
    return tuple(dict.fromkeys(found))


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] == "M":
        return char if char in _LETTER_MARKS | _TONES else ""
    if category == "Cf":
        return ""
    return char if char.isalnum() else " "


def _composed(word: str) -> str:
    """The tones of a word behind its first vowel, wherever they were typed, and all letters in one piece."""
    tones = "".join(char for char in word if char in _TONES)
    letters = "".join(char for char in word if char not in _TONES)
    if tones:
        place = next((n for n, char in enumerate(letters, 1) if char in _VOWELS), len(letters))
        while letters[place : place + 1] in _LETTER_MARKS:
            place += 1
        letters = letters[:place] + tones + letters[place:]
    return unicodedata.normalize("NFC", letters)
