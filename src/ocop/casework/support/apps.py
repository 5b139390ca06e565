"""The application."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.support"
    label = "support"
