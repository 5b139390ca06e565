"""The application; it tells the foundation who reads its files and which rows never change."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.certificates"
    label = "certificates"

    def ready(self) -> None:
        """Readers of files; signed decisions and certificates stay as they are once their PDF is made."""
        from ocop.casework.certificates.permissions.files import register_files
        from ocop.foundation.audit import guards

        register_files()
        guards.protect("certificates_decision", when="OLD.state = 'signed' AND OLD.file_id IS NOT NULL")
        guards.protect("certificates_certificate", when="OLD.file_id IS NOT NULL")
