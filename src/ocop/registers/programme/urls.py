"""Addresses of the programme's pages."""

from django.urls import path

from ocop.registers.programme.views import doubts, rounds

app_name = "programme"
urlpatterns = [
    path("dot-danh-gia/", rounds.RoundList.as_view(), name="rounds"),
    path("dot-danh-gia/mo/", rounds.choose, name="choose_round"),
    path("dot-danh-gia/mo/<int:year>/<int:number>/", rounds.open_legal, name="open_round"),
    path("dot-danh-gia/mo-bo-sung/", rounds.open_extra, name="open_extra_round"),
    path("diem-chua-ro/", doubts.doubts, name="doubts"),
    path("diem-chua-ro/<slug:regulation>/<slug:anomaly>/", doubts.settle, name="settle"),
]
