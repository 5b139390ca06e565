"""The application."""

from django.apps import AppConfig


class ProductsConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.products"
    label = "products"
