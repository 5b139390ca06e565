"""The application."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """Tells the foundation who may read the files of dossiers."""
        from ocop.casework.dossiers import permissions

        permissions.register_files()
