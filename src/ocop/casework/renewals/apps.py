"""The application; it tells the foundation who reads its files, how its papers are made, which rows never
change, and hears of every result.
"""

from django.apps import AppConfig


class RenewalsConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.renewals"
    label = "renewals"

    def ready(self) -> None:
        """Readers of files, makers of papers; a result of a renewal ends its extension, its
        withdrawal too.
        """
        from ocop.casework.certificates.writes.notices import register_result
        from ocop.casework.dossiers.writes.withdrawals import register_withdrawal
        from ocop.casework.renewals.papers.makers import register_makers
        from ocop.casework.renewals.permissions import register_files
        from ocop.casework.renewals.writes.results import (
            end_extension,
            end_withdrawn,
            foretell_withdrawn,
        )
        from ocop.foundation.audit import guards

        register_files()
        register_makers()
        register_result(end_extension)
        register_withdrawal(end_withdrawn, foretell_withdrawn)
        guards.protect("renewals_extension", when="OLD.state = 'signed' AND OLD.file_id IS NOT NULL")
        guards.protect("renewals_callletter", when="OLD.file_id IS NOT NULL")
