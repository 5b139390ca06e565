"""Addresses of ideas."""

from django.urls import path

from ocop.casework.ideas.views import desk, own, sheets

app_name = "ideas"
urlpatterns = [
    path("y-tuong/", own.OwnIdeas.as_view(), name="own"),
    path("y-tuong/moi/", own.new, name="new"),
    path("y-tuong/gan-giong/", own.alike, name="alike"),
    path("y-tuong/tiep-nhan/", desk.IdeaDesk.as_view(), name="desk"),
    path("y-tuong/bang/", sheets.upload, name="upload"),
    path("y-tuong/bang/mau.xlsx", sheets.empty, name="template"),
    path("y-tuong/bang/<uuid:key>/", sheets.sheet, name="sheet"),
    path("y-tuong/bang/<uuid:key>/luu/", sheets.save, name="save_sheet"),
    path("y-tuong/<uuid:key>/", own.detail, name="detail"),
    path("y-tuong/<uuid:key>/viet/", own.write, name="write"),
    path("y-tuong/<uuid:key>/gui/", own.send, name="send"),
    path("y-tuong/<uuid:key>/rut/", own.withdraw, name="withdraw"),
    path("y-tuong/<uuid:key>/chu-the/", own.name_producer, name="producer"),
    path("y-tuong/<uuid:key>/duyet/", desk.approve, name="approve"),
    path("y-tuong/<uuid:key>/tra-lai/", desk.return_idea, name="return"),
    path("y-tuong/<uuid:key>/khong-duyet/", desk.refuse, name="refuse"),
]
