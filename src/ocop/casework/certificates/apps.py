"""The application; it tells the foundation who reads its files and which rows never change."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.certificates"
    label = "certificates"

    def ready(self) -> None:
        """Readers of files and makers of papers; signed decisions and certificates stay as they are once
        their PDF is made, corrections always; what the check page says follows the products.
        """
        from ocop.casework.certificates.papers.makers import register_makers
        from ocop.casework.certificates.permissions.files import register_files
        from ocop.casework.certificates.selectors.central import after_result
        from ocop.casework.certificates.writes.lookups import look_up_anew
        from ocop.casework.review.selectors.above import register_after
        from ocop.foundation.audit import guards
        from ocop.registers.products.writes import register_follower

        register_files()
        register_makers()
        register_after(after_result)
        register_follower(look_up_anew)
        guards.protect("certificates_decision", when="OLD.state = 'signed' AND OLD.file_id IS NOT NULL")
        guards.protect("certificates_correction")
        guards.protect("certificates_certificate", when="OLD.file_id IS NOT NULL")
