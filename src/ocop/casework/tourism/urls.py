"""Addresses for those who keep villages, routes and chains; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.tourism.acts import ACTS
from ocop.casework.tourism.pages import chains, readiness, routes, spots
from ocop.foundation.acts import addresses

app_name = "tourism"

urlpatterns = [
    *addresses(ACTS),
    path("du-lich-cua-toi/", spots.SpotList.as_view(), name="spots"),
    path("du-lich-cua-toi/<slug:slug>/", spots.detail, name="spot"),
    path("du-lich-cua-toi/<slug:slug>/sua/", spots.edit, name="edit_spot"),
    path("du-lich-cua-toi/<slug:slug>/san-sang/", readiness.readiness, name="readiness"),
    path("tuyen-du-lich/", routes.RouteList.as_view(), name="routes"),
    path("tuyen-du-lich/<slug:slug>/", routes.detail, name="route"),
    path("tuyen-du-lich/<slug:slug>/sua/", routes.edit, name="edit_route"),
    path("trang-chuoi/", chains.ChainList.as_view(), name="chains"),
    path("trang-chuoi/<slug:slug>/", chains.detail, name="chain"),
    path("trang-chuoi/<slug:slug>/sua/", chains.edit, name="edit_chain"),
]
