"""The application; it tells others who reads its files, how its papers are made, what never changes, and
what stands beside the claims of a dossier.
"""

from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.fieldwork"
    label = "fieldwork"

    def ready(self) -> None:
        """Readers of files, makers of papers, guards, what others show."""
        from ocop.casework.dossiers.selectors.above import register_section
        from ocop.casework.fieldwork.pages.shown import section_of
        from ocop.casework.fieldwork.papers.makers import register_makers
        from ocop.casework.fieldwork.permissions import register_files
        from ocop.foundation.audit import guards

        register_files()
        register_makers()
        register_section(section_of)
        guards.protect("fieldwork_visit", when="OLD.state = 'ended' AND OLD.report_id IS NOT NULL")
        guards.protect("fieldwork_signature")
