"""The application."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    """See README.md."""

    name = "ocop.foundation.exports"
    label = "exports"
