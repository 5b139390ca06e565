"""The application; it tells the foundation who reads its photographs."""

from django.apps import AppConfig


class TourismConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.tourism"
    label = "tourism"

    def ready(self) -> None:
        """Readers of files."""
        from ocop.casework.tourism.permissions import register_files

        register_files()
