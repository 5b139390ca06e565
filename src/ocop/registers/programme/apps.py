"""The application."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.programme"
    label = "programme"

    def ready(self) -> None:
        """Tells the page frame about the programme, and the foundation who reads the files of plans."""
        from ocop.registers.programme import shell
        from ocop.registers.programme.permissions.files import register_files

        shell.register()
        register_files()
