"""The app of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, tags, static files; and which save of an open form was the last."""

    name = "ocop.foundation.ui"
    label = "ui"
