"""Addresses of villages, routes, chains and the map."""

from django.urls import path
from django.views.decorators.cache import cache_control

from ocop.outlets.catalogue.travel import chains, maps, routes, spots

kept = cache_control(public=True, max_age=60)
"""What was taken down or taken back is gone within a minute wherever pages are kept on the way."""
urlpatterns = [
    path("du-lich/", kept(spots.spots), name="spots"),
    path("du-lich/<slug:slug>/", kept(spots.spot), name="spot"),
    path("du-lich-cua-toi/<slug:slug>/xem-truoc/", spots.spot_preview, name="spot_preview"),
    path("du-lich/tuyen/<slug:slug>/", kept(routes.route), name="route"),
    path("du-lich/tuyen/<slug:slug>.pdf", kept(routes.route_pdf), name="route_pdf"),
    path("chuoi-gia-tri/", kept(chains.chains), name="chains"),
    path("chuoi-gia-tri/<slug:slug>/", kept(chains.chain), name="chain"),
    path("ban-do/", kept(maps.map_page), name="map"),
    path("ban-do/diem.json", kept(maps.map_points), name="map_points"),
]
