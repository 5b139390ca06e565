"""Vietnamese typed in the codes of before Unicode, TCVN3 (ABC, the fonts .Vn…) and VNI (the fonts VNI-…).

Read as Unicode such a text is a row of odd signs: «Hîp t¸c x·», «Hôïp taùc xaõ» for «Hợp tác xã». What it
meant can be told, because nearly every word of it becomes a Vietnamese syllable that it was not before.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ocop.kernel.text.legacy import Alphabet, in_unicode
from ocop.kernel.text.syllables import is_syllable

TCVN3, VNI = "TCVN3 (ABC)", "VNI"

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"'/\\\-–—+=*&%<>|_@#“”‘’…]+")
_MOST_LETTER = "\u0180"
"""No letter of either code is read as one from here on; a text that has some is Unicode already."""
_FEW_FAULTS = 5
"""Of so many words that become Vietnamese one may stay strange: a name from elsewhere."""
_TELLING = {
    TCVN3: re.compile("[¡-©«-´¶-¿×÷].|[a-z][À-Þ]", re.DOTALL),
    VNI: re.compile("[aeouy][øûãåä]|[^ -~].*[^ -~]", re.IGNORECASE | re.DOTALL),
}
"""What a word must hold that stands alone: a sign within it, or marks that no other language sets so."""


@dataclass(frozen=True)
class OldCode:
    """Which code a text was typed in and what it says."""

    code: str
    meant: str


def in_old_code(text: str) -> OldCode | None:
    """What a text says that was typed in TCVN3 or VNI; None for one that was not, or where it cannot be told.

    Words of other languages («Nescafé®», «São Paulo», «Müller») are left in peace.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii() or any(char >= _MOST_LETTER and char.isalpha() for char in composed):
        return None
    code = max(_CODES, key=lambda code: _gained(composed, code))
    return OldCode(code, _CODES[code](composed)) if _gained(composed, code) else None


def _gained(text: str, code: str) -> int:
    """How many words became Vietnamese; 0 where one alone tells nothing, or others would be spoilt."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    strange = [word for word in words if not is_syllable(_CODES[code](word))]
    gained = [word for word in words if not is_syllable(word) and word not in strange]
    is_told = len(gained) > 1 or any(_TELLING[code].search(word) for word in gained)
    return len(gained) if is_told and len(strange) * _FEW_FAULTS <= len(gained) else 0


def _from_tcvn3(text: str) -> str:
    """Letter by letter. The fonts .Vn…H show small letters as capitals: where all plain letters of a text or
    a word are capitals, the others are.
    """
    if _in_capitals(text):
        return _tcvn3_letters(text).upper()
    return _WORD.sub(
        lambda found: (
            _tcvn3_letters(found[0]).upper() if _in_capitals(found[0]) else _tcvn3_letters(found[0])
        ),
        text,
    )


def _in_capitals(text: str) -> bool:
    plain = [char for char in text if char.isascii() and char.isalpha()]
    return len(plain) > 1 and all(char.isupper() for char in plain)


def _tcvn3_letters(text: str) -> str:
    return in_unicode(text, Alphabet.TCVN3)


def _from_vni(text: str) -> str:
    return in_unicode(text, Alphabet.VNI)


_CODES = {TCVN3: _from_tcvn3, VNI: _from_vni}
