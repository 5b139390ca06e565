"""Tells Django about the package."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """The package `documents`."""

    name = "ocop.foundation.documents"
    label = "documents"
    verbose_name = _("Tệp và văn bản")
