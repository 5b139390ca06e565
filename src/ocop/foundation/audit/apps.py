"""The application; after each migration it puts the append-only guards in place. It sees what acts write."""

from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_delete, post_migrate, post_save


def _install_guards(*, using: str, **_: Any) -> None:
    from ocop.foundation.audit import guards

    guards.install(connections[using])


class AuditConfig(AppConfig):
    """Records of official acts."""

    name = "ocop.foundation.audit"
    label = "audit"

    def ready(self) -> None:
        """Connects the guards to this application's migrations, and what sees writes to the models that acts
        vouch for: one that saw every deletion would make Django read sessions and drafts to delete them.
        """
        from ocop.foundation.audit import vouching

        for model in apps.get_models():
            if vouching.columns_of(model):
                post_save.connect(vouching.see_saved, sender=model)
                post_delete.connect(vouching.see_deleted, sender=model)
        post_migrate.connect(_install_guards, sender=self, dispatch_uid="audit-guards")
