"""The application."""

from django.apps import AppConfig


class MergersConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.mergers"
    label = "mergers"
