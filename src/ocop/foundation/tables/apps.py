"""The application."""

from django.apps import AppConfig


class TablesConfig(AppConfig):
    """Tables as offices make them: reading, mapping, showing, handing back."""

    name = "ocop.foundation.tables"
    label = "tables"

    def ready(self) -> None:
        """Says who may read the files."""
        from ocop.foundation.tables.files import register_files

        register_files()
