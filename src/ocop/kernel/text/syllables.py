"""Whether a word has the shape of a Vietnamese syllable: an initial, a rime, and a tone that suits both."""

from __future__ import annotations

import unicodedata

_INITIALS = (
    "ngh", "ng", "nh", "kh", "gh", "gi", "ch", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", "",
)  # fmt: skip
_WRITTEN = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăk ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    ooc
    oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uâ uân uâng uât uây uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
    uyêt uynh uyt uyu uc uôp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu êu
"""
_RIMES = frozenset(_WRITTEN.split())
_TONES = {"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
_OF_STOPS = {"\u0301", "\u0323"}  # rimes on c, ch, p, t bear sắc or nặng alone
_STOPS = ("c", "ch", "p", "t", "k")


def is_syllable(word: str) -> bool:
    """`nghiệp` is one, `nghiÖp` and `nghiep` without the tone of its stop are none."""
    apart = unicodedata.normalize("NFD", word.casefold())
    tones = [mark for mark in apart if mark in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    if plain.endswith(_STOPS) and not _OF_STOPS.issuperset(tones or [""]):
        return False
    return any(plain.startswith(initial) and plain[len(initial) :] in _RIMES for initial in _INITIALS) or (
        plain == "gi" or (plain.startswith("gi") and plain[1:] in _RIMES)
    )
