"""Addresses of this package."""

from django.urls import path

from ocop.casework.communication.views import news, pictures, press, publishing, results, writing

app_name = "communication"
urlpatterns = [
    path("truyen-thong/", press.PressList.as_view(), name="press"),
    path("truyen-thong/them/", press.add, name="add_item"),
    path("truyen-thong/viec/<uuid:key>/", press.detail, name="press_item"),
    path("truyen-thong/viec/<uuid:key>/sua/", press.amend, name="amend_item"),
    path("truyen-thong/viec/<uuid:key>/nhan/", results.accept, name="accept_item"),
    path("truyen-thong/viec/<uuid:key>/huy/", results.cancel, name="cancel_item"),
    path("truyen-thong/viec/<uuid:key>/ket-qua/", results.record, name="record_item"),
    path("truyen-thong/viec/<uuid:key>/ghi-lai/", results.reopen, name="reopen_item"),
    path("truyen-thong/viec/<uuid:key>/minh-chung/", results.add_evidence, name="add_evidence"),
    path("truyen-thong/tin-bai/", news.NewsList.as_view(), name="news"),
    path("truyen-thong/tin-bai/viet/", writing.write, name="write_page"),
    path("truyen-thong/tin-bai/<uuid:key>/", news.detail, name="news_page"),
    path("truyen-thong/tin-bai/<uuid:key>/ban/<int:number>/", news.version, name="news_version"),
    path("truyen-thong/tin-bai/<uuid:key>/sua/", writing.revise, name="revise_page"),
    path("truyen-thong/tin-bai/<uuid:key>/anh/", pictures.pictures, name="pictures"),
    path("truyen-thong/tin-bai/<uuid:key>/anh/<int:number>/bo/", pictures.remove, name="remove_picture"),
    path("truyen-thong/tin-bai/<uuid:key>/gui/", publishing.propose, name="propose_page"),
    path("truyen-thong/tin-bai/<uuid:key>/tra-lai/", publishing.return_draft, name="return_page"),
    path("truyen-thong/tin-bai/<uuid:key>/dang/", publishing.publish, name="publish_page"),
    path("truyen-thong/tin-bai/<uuid:key>/ngay-dang/", publishing.day, name="set_day"),
    path("truyen-thong/tin-bai/<uuid:key>/go/", publishing.withdraw, name="withdraw_page"),
    path("truyen-thong/tin-bai/<uuid:key>/soan-lai/", publishing.reopen, name="reopen_page"),
]
