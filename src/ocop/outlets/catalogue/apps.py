"""The application."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """See README.md."""

    name = "ocop.outlets.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Gives public pages their menu; photographs on certificates stay public."""
        from ocop.outlets.catalogue import selectors, shell
        from ocop.registers.products.permissions import register_shower

        shell.register()
        register_shower(selectors.is_on_certificate)
