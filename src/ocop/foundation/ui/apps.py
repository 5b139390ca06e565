"""The app of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, tags, static files; no tables."""

    name = "ocop.foundation.ui"
    label = "ui"
