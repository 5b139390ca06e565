"""The name of a file as people see it. Never part of a path."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 150
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}


def clean_name(raw: str, ending: str = "") -> str:
    """What may be shown: the last part of a path, composed letters, nothing invisible, at most 150
    characters.

    `ending` is put on a name that has none.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", raw))[-1]
    seen = "".join(c for c in last if unicodedata.category(c) not in _UNSEEN)
    plain = re.sub(r"\s+", " ", re.sub(r'[<>:"|?*]', "_", seen)).strip(" .")
    stem, _, old = plain.rpartition(".") if ending_of(plain) else (plain, "", "")
    suffix = old or ending
    return (stem[: LONGEST_NAME - len(suffix) - 1].strip() or "tep") + (f".{suffix}" if suffix else "")


def ending_of(name: str) -> str:
    """What follows the last dot, in lower case;
    empty where that is no ending (a date, too long, holding a space).
    """
    match = re.search(r"[^.]\.(?=[0-9]*[A-Za-z])([A-Za-z0-9]{1,8})$", name)
    return match[1].lower() if match else ""
