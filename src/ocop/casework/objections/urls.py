"""Addresses of objections; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.objections.acts import ACTS
from ocop.casework.objections.pages import objections
from ocop.foundation.acts import addresses

app_name = "objections"

urlpatterns = [
    *addresses(ACTS),
    path("kien-nghi/", objections.ObjectionList.as_view(), name="list"),
    path("kien-nghi/<uuid:key>/", objections.detail, name="detail"),
    path("kien-nghi/<uuid:key>/tra-loi.pdf", objections.letter, name="letter_pdf"),
]
