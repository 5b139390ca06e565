"""Addresses of ideas; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.ideas.acts import ACTS
from ocop.casework.ideas.pages import desk, idea, own, sheets
from ocop.casework.ideas.pages.write import write
from ocop.foundation.acts import addresses

app_name = "ideas"

urlpatterns = [
    *addresses(ACTS, own={"write": write, "save_sheet": sheets.save}),
    path("y-tuong/", own.OwnIdeas.as_view(), name="own"),
    path("y-tuong/gan-giong/", idea.alike, name="alike"),
    path("y-tuong/tiep-nhan/", desk.IdeaDesk.as_view(), name="desk"),
    path("y-tuong/bang/mau.xlsx", sheets.empty, name="template"),
    path("y-tuong/bang/<uuid:key>/", sheets.sheet, name="sheet"),
    path("y-tuong/<uuid:key>/", idea.detail, name="detail"),
]
