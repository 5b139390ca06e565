"""Addresses of revocations; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.revocation.acts import ACTS
from ocop.casework.revocation.pages import revocations
from ocop.foundation.acts import addresses

app_name = "revocation"

urlpatterns = [
    *addresses(ACTS),
    path("thu-hoi/", revocations.RevocationList.as_view(), name="list"),
    path("thu-hoi/<uuid:key>/", revocations.detail, name="detail"),
    path("thu-hoi/<uuid:key>/quyet-dinh.pdf", revocations.decision, name="decision_pdf"),
]
