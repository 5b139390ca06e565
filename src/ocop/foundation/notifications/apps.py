"""The application."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Inbox and outbox."""

    name = "ocop.foundation.notifications"
    label = "notifications"

    def ready(self) -> None:
        """Tells the page frame about the inbox."""
        from ocop.foundation.notifications import shell

        shell.register()
