"""The application."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.support"
    label = "support"

    def ready(self) -> None:
        """Reads the kinds strictly, and tells the foundation who may read the files."""
        from ocop.casework.support import permissions
        from ocop.casework.support.permissions.courses import register_material_files
        from ocop.casework.support.rules import kinds

        kinds()
        permissions.register_files()
        register_material_files()
