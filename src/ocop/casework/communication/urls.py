"""Addresses of this package; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.communication.acts import ACTS, REVISE, WRITE
from ocop.casework.communication.pages import news, press, recordings, writing
from ocop.foundation.acts import addresses

app_name = "communication"
urlpatterns = [
    *addresses(ACTS, own={WRITE.name: writing.write, REVISE.name: writing.revise}),
    path("truyen-thong/", press.PressList.as_view(), name="press"),
    path("truyen-thong/viec/<uuid:key>/", press.detail, name="press_item"),
    path("truyen-thong/tin-bai/", news.NewsList.as_view(), name="news"),
    path("truyen-thong/tin-bai/<uuid:key>/", news.detail, name="news_page"),
    path("truyen-thong/tin-bai/<uuid:key>/ban/<int:number>/", news.version, name="news_version"),
    path("truyen-thong/ghi-am/", recordings.RecordingList.as_view(), name="recordings"),
    path("truyen-thong/ghi-am/<uuid:key>/", recordings.detail, name="recording"),
]
