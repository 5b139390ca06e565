"""The application; after each migration it puts the append-only guards in place."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def _install_guards(*, using: str, **_: Any) -> None:
    from ocop.foundation.audit import guards

    guards.install(connections[using])


class AuditConfig(AppConfig):
    """Records of official acts."""

    name = "ocop.foundation.audit"
    label = "audit"

    def ready(self) -> None:
        """Connects the guards to this application's migrations."""
        post_migrate.connect(_install_guards, sender=self, dispatch_uid="audit-guards")
