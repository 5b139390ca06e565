"""Addresses of review; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.review.acts import ACTS, CHOOSE, SEAL
from ocop.casework.review.pages import councils, meetings, presence, scores, sheets, tally
from ocop.foundation.acts import addresses

app_name = "review"

urlpatterns = [
    *addresses(ACTS, own={CHOOSE.name: sheets.criterion, SEAL.name: sheets.seal}),
    path("hoi-dong/", councils.CouncilList.as_view(), name="councils"),
    path("hoi-dong/<int:pk>/", councils.council, name="council"),
    path("phien-hop/", meetings.MeetingList.as_view(), name="meetings"),
    path("phien-hop/<uuid:key>/", meetings.meeting, name="meeting"),
    path("phien-hop/<uuid:key>/bang/", meetings.board_fragment, name="board"),
    path("phien-hop/<uuid:key>/ma-diem-danh/", presence.door, name="door"),
    path("phien-hop/<uuid:key>/bien-ban.pdf", meetings.minutes, name="minutes"),
    path("bien-ban/dinh-chinh/<uuid:key>.pdf", meetings.correction, name="correction"),
    path("phien-hop/<uuid:key>/bang-diem.xlsx", scores.scores, name="scores"),
    path("cham/<uuid:key>/", sheets.sheet, name="sheet"),
    path("ket-qua/<uuid:key>/", tally.tally, name="tally"),
]
