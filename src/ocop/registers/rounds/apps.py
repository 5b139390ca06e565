"""The application."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.rounds"
    label = "rounds"
