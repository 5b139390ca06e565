"""The application."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """See README.md."""

    name = "ocop.outlets.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Gives public pages their menu."""
        from ocop.outlets.catalogue import shell

        shell.register()
