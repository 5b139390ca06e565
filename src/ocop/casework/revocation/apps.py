"""The application; it tells the foundation who reads its files and which rows never change."""

from django.apps import AppConfig


class RevocationConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.revocation"
    label = "revocation"

    def ready(self) -> None:
        """Readers of files; what was decided stays as it is."""
        from ocop.casework.certificates.selectors.above import register_offer
        from ocop.casework.revocation.papers.makers import DECISION
        from ocop.casework.revocation.permissions import (
            offer_report,
            offer_revocation,
            register_files,
        )
        from ocop.casework.revocation.selectors import dissolved_holder
        from ocop.foundation.audit import guards
        from ocop.foundation.printing.makers import register
        from ocop.registers.products.selectors import register_ending

        register_files()
        register(DECISION)
        register_offer(offer_revocation)
        register_offer(offer_report)
        register_ending(dissolved_holder)
        # that of the province is closed when its PDF is there; the Minister's came as a scan
        guards.protect(
            "revocation_revocation",
            when="OLD.state = 'decided' AND (OLD.file_id IS NOT NULL OR OLD.content IS NULL)",
        )
