"""The application."""

from django.apps import AppConfig


class RecoveryConfig(AppConfig):
    """See README.md."""

    name = "ocop.foundation.recovery"
    label = "recovery"
