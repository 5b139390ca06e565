"""The shared cache in the database. Where the machine has no room for an entry, that is said: Django's own
answers as if somebody else had been quicker, and whoever signs in on a full disk reads of too many tries.
"""

from __future__ import annotations

from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, connections, router

from ocop.foundation.ui.unavailable import refusal_of


class SharedCache(DatabaseCache):
    """As Django's, but a fault of the machine is raised and becomes the page that says it."""

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = None) -> bool:
        faults: list[DatabaseError] = []

        def noting(execute: Any, *statement: Any) -> Any:
            try:
                return execute(*statement)
            except DatabaseError as fault:
                faults.append(fault)
                raise

        wrappers = connections[router.db_for_write(self.cache_model_class)].execute_wrappers
        wrappers.insert(0, noting)  # around all others
        try:
            done: bool = super()._base_set(mode, key, value, timeout)  # type: ignore[misc]
        finally:
            wrappers.remove(noting)
        for fault in faults:
            if not done and refusal_of(fault):
                raise fault
        return done
