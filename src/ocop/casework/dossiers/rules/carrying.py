"""What of a self-assessment goes along to another rubric: criteria are paired by what they are about."""

from __future__ import annotations

from ocop.kernel.law.model import ProductSet


def counterparts(before: ProductSet, after: ProductSet) -> dict[str, str]:
    """The criterion of the new rubric for each one of the old that asks about the same; each is used once."""
    free = {code: criterion.key for code, criterion in after.criteria.items()}
    found: dict[str, str] = {}
    for code, criterion in before.criteria.items():
        twin = next((new for new, key in free.items() if key and key == criterion.key), None)
        if twin is not None:
            found[code] = twin
            del free[twin]
    return found
