"""The application."""

from django.apps import AppConfig


class RecognitionsConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.recognitions"
    label = "recognitions"

    def ready(self) -> None:
        """Who reads tables and scans; what was put right stays as it was written; which recognitions acts of
        this package put in.
        """
        from ocop.foundation.audit import guards
        from ocop.registers.products.invariants import register_voucher
        from ocop.registers.recognitions.permissions import register_files
        from ocop.registers.recognitions.vouching import entered_by_acts

        register_files()
        register_voucher(entered_by_acts)
        guards.protect("recognitions_correction")
