"""The application."""

from django.apps import AppConfig


class ProductsConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.products"
    label = "products"

    def ready(self) -> None:
        """Says who may read photographs; keeps what lists show up to date when a producer changes its name or
        place, and when places change; shows products on the page of their producer.
        """
        from ocop.foundation.places.actions import register_follower as register_follower_of_places
        from ocop.registers.producers.selectors import register_products
        from ocop.registers.producers.writes import register_follower
        from ocop.registers.products import permissions, selectors, writes

        permissions.register_files()
        register_products(selectors.products_shown_of)
        register_follower(writes.follow_producer)
        register_follower_of_places(writes.mend_listings)
