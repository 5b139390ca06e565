"""Addresses of sites for those who look after them; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.sites.acts import ACTS
from ocop.casework.sites.pages import sites
from ocop.foundation.acts import addresses

app_name = "sites"

urlpatterns = [
    *addresses(ACTS),
    path("trang-web/<slug:slug>/", sites.detail, name="detail"),
    path("trang-web/<slug:slug>/sua/", sites.edit, name="edit"),
]
