"""The application."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    """See README.md."""

    name = "ocop.foundation.exports"
    label = "exports"

    def ready(self) -> None:
        """Tells the storage which files are ours."""
        from ocop.foundation.documents import orphans
        from ocop.foundation.exports.selectors import keys_of_files

        orphans.register(keys_of_files)
