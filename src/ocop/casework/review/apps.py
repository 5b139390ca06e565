"""The application."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.review"
    label = "review"
