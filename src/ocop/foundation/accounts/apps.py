"""The application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, offices, appointments, sign-in."""

    name = "ocop.foundation.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Connects what happens around signing in, and gives the page frame its menu."""
        from ocop.foundation.accounts import shell, signals  # noqa: F401

        shell.register()
