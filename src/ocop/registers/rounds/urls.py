"""Addresses of this package; those of the acts stand with the acts."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.registers.rounds.acts import ACTS, OPEN
from ocop.registers.rounds.pages import boundaries, rounds

app_name = "rounds"
urlpatterns = [
    path("dot-danh-gia/", rounds.RoundList.as_view(), name="list"),
    path("dot-danh-gia/mo/", rounds.choose, name="choose"),
    path("dot-danh-gia/giap-moc/", boundaries.boundaries, name="boundaries"),
    *addresses(ACTS, own={OPEN.name: rounds.open_legal}),
]
