"""The application; it tells the foundation who reads its files and how its papers are made, and review what
it offers on a meeting's page.
"""

from django.apps import AppConfig


class PaperworkConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.paperwork"
    label = "paperwork"

    def ready(self) -> None:
        """Readers of files, the maker of papers, the ways from a meeting; what was given stays as it was."""
        from ocop.casework.paperwork.about import ways_of
        from ocop.casework.paperwork.papers.makers import PAPER
        from ocop.casework.paperwork.permissions import register_files
        from ocop.casework.review.selectors.above import register_ways
        from ocop.foundation.audit import guards
        from ocop.foundation.printing.makers import register

        register_files()
        guards.protect("paperwork_handover")
        guards.protect("paperwork_paperentry")
        guards.protect("paperwork_papersheet", when="OLD.sheet_id IS NOT NULL")
        register(PAPER)
        register_ways(ways_of)
