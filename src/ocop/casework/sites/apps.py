"""The application; it tells the foundation who reads its photographs, and what a producer's page shows."""

from django.apps import AppConfig


class SitesConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.sites"
    label = "sites"

    def ready(self) -> None:
        """Readers of files."""
        from ocop.casework.sites.permissions import register_files

        register_files()
