"""The application."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.programme"
    label = "programme"

    def ready(self) -> None:
        """Tells the page frame about the programme."""
        from ocop.registers.programme import shell

        shell.register()
