"""Addresses of mergers; that of the act stands with the act."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.registers.mergers.acts import ACTS
from ocop.registers.mergers.pages import mergers

app_name = "mergers"

urlpatterns = [
    *addresses(ACTS),
    path("sap-nhap/", mergers.MergerList.as_view(), name="list"),
]
