"""The application."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Inbox and outbox."""

    name = "ocop.foundation.notifications"
    label = "notifications"
