"""The places package as a Django application."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Places, under the label `places`."""

    name = "ocop.foundation.places"
    label = "places"
