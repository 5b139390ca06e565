"""The application; it tells the foundation who reads its photographs."""

from django.apps import AppConfig


class TourismConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.tourism"
    label = "tourism"

    def ready(self) -> None:
        """Readers of files, the sheet of a route."""
        from ocop.casework.tourism.papers.sheet import SHEET
        from ocop.casework.tourism.permissions import register_files
        from ocop.foundation.printing.makers import register

        register_files()
        register(SHEET)
