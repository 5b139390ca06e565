"""Addresses for programs, which have no language of the page."""

from django.urls import path

from ocop.outlets.api.health import healthz
from ocop.outlets.api.v1 import api as v1

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/v1/", v1.urls),
]
