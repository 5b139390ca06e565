"""The application."""

from django.apps import AppConfig


class RegulationsConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.regulations"
    label = "regulations"
