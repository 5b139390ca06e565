"""Addresses of annulments; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.annulment.acts import ACTS
from ocop.casework.annulment.pages import annulments
from ocop.foundation.acts import addresses

app_name = "annulment"

urlpatterns = [
    *addresses(ACTS),
    path("huy-bo/", annulments.AnnulmentList.as_view(), name="list"),
    path("huy-bo/<uuid:key>/", annulments.detail, name="detail"),
    path("huy-bo/<uuid:key>/quyet-dinh.pdf", annulments.decision, name="decision_pdf"),
]
