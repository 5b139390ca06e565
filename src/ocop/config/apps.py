"""The project itself as an application: commands that concern the whole."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Settings, addresses, translations."""

    name = "ocop.config"
    label = "config"
