"""A wording in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """Our own short wording in both languages; every number and condition of the decree is kept."""

    vi: str
    en: str

    def text(self, language: str = "vi") -> str:
        """The wording in `language`; any language but English gets Vietnamese."""
        return self.en if language.startswith("en") else self.vi
