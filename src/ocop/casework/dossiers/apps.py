"""The application."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """Tells the foundation who may read the files of dossiers,
        and the register which products are being judged.
        """
        from ocop.casework.dossiers import permissions

        permissions.register_files()
        permissions.register_products()
