"""The application."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.programme"
    label = "programme"
