"""The application."""

from django.apps import AppConfig


class RecognitionsConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.recognitions"
    label = "recognitions"

    def ready(self) -> None:
        """Who reads tables and scans; what was put right stays as it was written."""
        from ocop.foundation.audit import guards
        from ocop.registers.recognitions.permissions import register_files

        register_files()
        guards.protect("recognitions_correction")
