"""The application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """See README.md."""

    name = "ocop.outlets.portal"
    label = "portal"

    def ready(self) -> None:
        """Gives the frame of signed-in pages its menu."""
        from ocop.outlets.portal import menu

        menu.register()
