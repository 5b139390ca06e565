"""The application; it tells the packages below where an objection begins, and who reads its files."""

from django.apps import AppConfig


class ObjectionsConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.objections"
    label = "objections"

    def ready(self) -> None:
        """Readers of files, the letter, the way from the notice of a result; what was answered stays."""
        from ocop.casework.certificates.selectors.above import register_notice_offer
        from ocop.casework.objections.papers.makers import LETTER
        from ocop.casework.objections.permissions import offer_objection, register_files
        from ocop.foundation.audit import guards
        from ocop.foundation.printing.makers import register

        register_files()
        register(LETTER)
        register_notice_offer(offer_objection)
        # an answer is closed when its PDF is there
        guards.protect(
            "objections_objection",
            when="OLD.state IN ('kept', 'sent_back') AND OLD.file_id IS NOT NULL",
        )
        guards.protect("objections_objectionfile")
