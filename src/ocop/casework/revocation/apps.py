"""The application; it tells the foundation who reads its files and which rows never change."""

from django.apps import AppConfig


class RevocationConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.revocation"
    label = "revocation"

    def ready(self) -> None:
        """Readers of files; what was decided stays as it is."""
        from ocop.casework.revocation.permissions import register_files
        from ocop.foundation.audit import guards

        register_files()
        guards.protect("revocation_revocation", when="OLD.state = 'decided'")
