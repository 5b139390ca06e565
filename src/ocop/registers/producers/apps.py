"""The application."""

from django.apps import AppConfig


class ProducersConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.producers"
    label = "producers"
