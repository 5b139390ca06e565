"""The application."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """See README.md."""

    name = "ocop.outlets.api"
    label = "api"
