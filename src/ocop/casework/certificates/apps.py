"""The application."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.certificates"
    label = "certificates"
