"""Words of an address that only one row may have."""

from __future__ import annotations

from collections.abc import Callable

from django.db import IntegrityError, transaction


def write_under_free_slug(pick: Callable[[], str], write: Callable[[str], None]) -> None:
    """Writes under the free word that `pick` finds; under the next one where somebody takes it meanwhile."""
    while True:
        slug = pick()
        try:
            with transaction.atomic():
                write(slug)
            return
        except IntegrityError:
            if pick() == slug:  # it is still free: something else is wrong
                raise
