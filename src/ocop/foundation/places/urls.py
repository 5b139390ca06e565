"""Addresses of the place search. A code is only an address together with a day on which it was in use."""

from datetime import date

from django.urls import path, register_converter

from ocop.foundation.places import views


class DayConverter:
    """`2025-07-01` in an address."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """ValueError, which is a page not found, for a day that no calendar has."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """The ISO form."""
        return str(value)


register_converter(DayConverter, "place_day")

app_name = "places"
urlpatterns = [
    path("tra-cuu-xa/", views.search, name="search"),
    path("tra-cuu-xa/chon/", views.options_of_picker, name="options"),
    path("tra-cuu-xa/<slug:code>/<place_day:day>/", views.detail, name="detail"),
]
