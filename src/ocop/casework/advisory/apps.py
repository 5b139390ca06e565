"""The application; it tells the packages below what the advisory team means for their dossiers."""

from django.apps import AppConfig


class AdvisoryConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.advisory"
    label = "advisory"

    def ready(self) -> None:
        """Readers and bars of dossiers, the part of a dossier's page, rows that the database keeps."""
        from ocop.casework.advisory.pages.shown import section_of
        from ocop.casework.advisory.permissions import advises, is_kept_from
        from ocop.casework.dossiers.permissions import register_bar, register_reader
        from ocop.casework.dossiers.selectors.above import register_section
        from ocop.foundation.audit import guards

        register_reader(advises)
        register_bar(is_kept_from)
        register_section(section_of)
        guards.protect("advisory_report", when="OLD.state = 'replaced'")
        guards.protect("advisory_teamsheet", when="OLD.state = 'sealed'")
