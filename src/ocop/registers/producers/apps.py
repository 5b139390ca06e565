"""The application."""

from django.apps import AppConfig


class ProducersConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.producers"
    label = "producers"

    def ready(self) -> None:
        """Files of lists belong to whom somebody acts for."""
        from ocop.foundation.exports import grounds
        from ocop.registers.producers.permissions import producers_acted_for

        grounds.register("producer", producers_acted_for)
