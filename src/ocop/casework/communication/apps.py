"""The application."""

from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.communication"
    label = "communication"
