"""Addresses of review."""

from django.urls import path

from ocop.casework.review.views import councils, declarations, meetings, sheets, tally

app_name = "review"

urlpatterns = [
    path("hoi-dong/", councils.CouncilList.as_view(), name="councils"),
    path("hoi-dong/moi/", councils.establish, name="establish"),
    path("hoi-dong/<int:pk>/", councils.council, name="council"),
    path("hoi-dong/<int:pk>/quy-che/", councils.set_rules, name="set_rules"),
    path("hoi-dong/<int:pk>/thanh-vien/", councils.seat_member, name="seat_member"),
    path("hoi-dong/<int:pk>/phien-hop/", councils.plan, name="plan"),
    path("hoi-dong/thanh-vien/<int:pk>/ket-thuc/", councils.end_seat, name="end_seat"),
    path("phien-hop/", meetings.MeetingList.as_view(), name="meetings"),
    path("phien-hop/<uuid:key>/", meetings.meeting, name="meeting"),
    path("phien-hop/<uuid:key>/bang/", meetings.board_fragment, name="board"),
    path("phien-hop/<uuid:key>/san-pham/", meetings.put_on_agenda, name="put_on_agenda"),
    path("phien-hop/<uuid:key>/thu-tu/", meetings.order, name="order"),
    path("phien-hop/<uuid:key>/diem-danh/", meetings.attendance, name="attendance"),
    path("phien-hop/<uuid:key>/khai-mac/", meetings.open_meeting, name="open"),
    path("phien-hop/<uuid:key>/mo-cham/", meetings.open_all, name="open_all"),
    path("phien-hop/<uuid:key>/be-mac/", meetings.close, name="close"),
    path("phien-hop/<uuid:key>/huy/", meetings.cancel, name="cancel"),
    path("phien-hop/<uuid:key>/khai-bao/", declarations.declare, name="declare"),
    path("cham/<uuid:key>/", sheets.sheet, name="sheet"),
    path("cham/<uuid:key>/tieu-chi/<str:code>/", sheets.criterion, name="criterion"),
    path("cham/<uuid:key>/chot/", sheets.seal, name="seal"),
    path("cham/<uuid:key>/xung-dot/", declarations.own_conflict, name="own_conflict"),
    path("ket-qua/<uuid:key>/", tally.tally, name="tally"),
    path("ket-qua/<uuid:key>/mo/", tally.open_item, name="open_item"),
    path("ket-qua/<uuid:key>/tong-hop/", tally.tally_now, name="tally_now"),
    path("ket-qua/<uuid:key>/cham-lai/", tally.rescore, name="rescore"),
    path("ket-qua/<uuid:key>/thong-nhat/", tally.resolve, name="resolve"),
    path("ket-qua/<uuid:key>/ghi-nhan/", tally.fact, name="fact"),
    path("ket-qua/<uuid:key>/loai/", tally.exclude, name="exclude"),
    path("ket-qua/<uuid:key>/phuong-an/", tally.recommend, name="recommend"),
    path("ket-qua/<uuid:key>/dua-ra/", tally.remove, name="remove"),
    path("ket-qua/<uuid:key>/xung-dot/", declarations.member_conflict, name="member_conflict"),
]
