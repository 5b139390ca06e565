"""The application; it tells the foundation who reads its files."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.ideas"
    label = "ideas"

    def ready(self) -> None:
        """Who may read the workbooks."""
        from ocop.casework.ideas.permissions import register_files

        register_files()
