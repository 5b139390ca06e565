"""Addresses of the advisory team; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.advisory.acts import ACTS
from ocop.casework.advisory.pages import team
from ocop.foundation.acts import addresses

app_name = "advisory"

urlpatterns = [
    *addresses(ACTS),
    path("to-tu-van/", team.team, name="team"),
    path("to-tu-van/ho-so/<uuid:key>/", team.product, name="product"),
    path("to-tu-van/ho-so/<uuid:key>/da-cham/", team.progress, name="progress"),
]
