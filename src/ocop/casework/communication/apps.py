"""The application; it tells the foundation who reads its files and which rows never change."""

from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.communication"
    label = "communication"

    def ready(self) -> None:
        """Readers of files; earlier versions of a page stay as they were."""
        from ocop.casework.communication.permissions import register_files
        from ocop.foundation.audit import guards

        register_files()
        guards.protect("communication_newsversion")
