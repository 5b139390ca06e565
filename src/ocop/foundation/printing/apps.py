"""The application."""

from django.apps import AppConfig


class PrintingConfig(AppConfig):
    """See README.md."""

    name = "ocop.foundation.printing"
    label = "printing"
