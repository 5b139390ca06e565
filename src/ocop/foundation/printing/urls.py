"""Addresses of papers that are not made yet."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.foundation.printing.acts import ACTS
from ocop.foundation.printing.pages import printouts

app_name = "printing"
urlpatterns = [
    path("ban-in/", printouts, name="printouts"),
    *addresses(ACTS),
]
