"""The application."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.support"
    label = "support"

    def ready(self) -> None:
        """Reads the kinds strictly; tells plans what help counts for,
        the foundation who may read the files.
        """
        from ocop.casework.support import permissions
        from ocop.casework.support.rules import help_rules, kinds
        from ocop.registers.programme.rules import register_rules

        kinds()
        register_rules("support", lambda: help_rules().values())
        permissions.register_files()
