"""The application; it tells the foundation who reads its files, how its paper is made and which rows never
change, and certificates what it offers on their page.
"""

from django.apps import AppConfig


class AnnulmentConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.annulment"
    label = "annulment"

    def ready(self) -> None:
        """Readers of files, the maker of the decision; what was decided stays as it is."""
        from ocop.casework.annulment.papers.makers import DECISION
        from ocop.casework.annulment.permissions import offer_annulment, register_files
        from ocop.casework.certificates.selectors.above import register_offer
        from ocop.foundation.audit import guards
        from ocop.foundation.printing.makers import register

        register_files()
        register(DECISION)
        register_offer(offer_annulment)
        guards.protect("annulment_annulment", when="OLD.state = 'decided' AND OLD.file_id IS NOT NULL")
