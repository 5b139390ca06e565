"""The application; after each migration it puts the indexes of words in place."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def _install(*, using: str, **_: Any) -> None:
    from ocop.foundation.search import index

    index.install(connections[using])


class SearchConfig(AppConfig):
    """Search by words."""

    name = "ocop.foundation.search"
    label = "search"

    def ready(self) -> None:
        """Connects the indexes to every run of the migrations."""
        post_migrate.connect(_install, sender=self, dispatch_uid="search-indexes")
