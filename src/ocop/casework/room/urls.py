"""Addresses of the room."""

from django.urls import path

from ocop.casework.room.acts import ACTS
from ocop.casework.room.pages import keeping, late, packs, proving
from ocop.foundation.acts import addresses

app_name = "room"

urlpatterns = [
    *addresses(ACTS),
    path("phong-cham/may.js", packs.worker, name="worker"),
    path("phong-cham/<uuid:key>/", packs.room, name="room"),
    path("phong-cham/<uuid:key>/goi.json", packs.contents, name="contents"),
    path("phong-cham/<uuid:key>/phieu.json", packs.state, name="state"),
    path("phong-cham/<uuid:key>/xac-nhan/", proving.prove, name="prove"),
    path("phong-cham/<uuid:key>/nap/", packs.load, name="load"),
    path("phong-cham/<uuid:key>/da-nap/", late.loads, name="loads"),
    path("phong-cham/<uuid:key>/den-sau/", late.late, name="late"),
    path("phong-cham/san-pham/<uuid:key>/", packs.product, name="product"),
    path("phong-cham/san-pham/<uuid:key>/chot/", keeping.hand_in, name="hand_in"),
    path("phong-cham/san-pham/<uuid:key>/o/<str:code>/", keeping.keep, name="keep"),
    path("phong-cham/san-pham/<uuid:key>/<uuid:file>/<int:page>.webp", packs.picture, name="picture"),
]
