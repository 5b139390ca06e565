"""The application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, offices, appointments, sign-in."""

    name = "ocop.foundation.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Connects what happens around signing in."""
        from ocop.foundation.accounts import signals  # noqa: F401
