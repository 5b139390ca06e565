"""The application."""

from django.apps import AppConfig


class TablesConfig(AppConfig):
    """Tables as offices make them: reading, mapping, showing, handing back."""

    name = "ocop.foundation.tables"
    label = "tables"
