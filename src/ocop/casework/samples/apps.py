"""The application; it tells the packages below what it reads, makes, shows and counts."""

from django.apps import AppConfig


class SamplesConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.samples"
    label = "samples"

    def ready(self) -> None:
        """Readers of files, makers of papers, the part of a dossier's page, what plans can count, and rows
        that never change.
        """
        from ocop.casework.dossiers.selectors.above import register_section
        from ocop.casework.samples.pages.shown import section_of
        from ocop.casework.samples.papers.makers import register_makers
        from ocop.casework.samples.permissions import register_files
        from ocop.casework.samples.selectors import SAMPLES_RULE
        from ocop.foundation.audit import guards
        from ocop.registers.programme.rules import register_rules

        register_files()
        register_makers()
        register_section(section_of)
        register_rules("samples", lambda: (SAMPLES_RULE,))
        for table in ("handover", "retest", "choice", "testresult"):
            guards.protect(f"samples_{table}")
        guards.protect("samples_testreport", when="OLD.set_aside_reason <> ''")
