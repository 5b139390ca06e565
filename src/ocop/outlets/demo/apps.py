"""The application."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """See README.md."""

    name = "ocop.outlets.demo"
    label = "demo"
