"""Addresses of ideas."""

from django.urls import path

from ocop.casework.dossiers.views import idea_desk, idea_sheets, ideas

urlpatterns = [
    path("y-tuong/", ideas.OwnIdeas.as_view(), name="idea_own"),
    path("y-tuong/moi/", ideas.new, name="idea_new"),
    path("y-tuong/gan-giong/", ideas.alike, name="idea_alike"),
    path("y-tuong/tiep-nhan/", idea_desk.IdeaDesk.as_view(), name="idea_desk"),
    path("y-tuong/bang/", idea_sheets.upload, name="idea_upload"),
    path("y-tuong/bang/mau.xlsx", idea_sheets.empty, name="idea_template"),
    path("y-tuong/bang/<uuid:key>/", idea_sheets.sheet, name="idea_sheet"),
    path("y-tuong/bang/<uuid:key>/luu/", idea_sheets.save, name="idea_save_sheet"),
    path("y-tuong/<uuid:key>/", ideas.detail, name="idea"),
    path("y-tuong/<uuid:key>/viet/", ideas.write, name="idea_write"),
    path("y-tuong/<uuid:key>/gui/", ideas.send, name="idea_send"),
    path("y-tuong/<uuid:key>/rut/", ideas.withdraw, name="idea_withdraw"),
    path("y-tuong/<uuid:key>/chu-the/", ideas.name_producer, name="idea_producer"),
    path("y-tuong/<uuid:key>/ho-so/", ideas.open_dossier, name="idea_dossier"),
    path("y-tuong/<uuid:key>/duyet/", idea_desk.approve, name="idea_approve"),
    path("y-tuong/<uuid:key>/tra-lai/", idea_desk.return_idea, name="idea_return"),
    path("y-tuong/<uuid:key>/khong-duyet/", idea_desk.refuse, name="idea_refuse"),
]
