"""The application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """See README.md."""

    name = "ocop.outlets.reports"
    label = "reports"
