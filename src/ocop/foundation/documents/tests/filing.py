"""A small site for tests of files in a browser: several at once, one on a plain form, both on a form that is
kept; what arrived lies in this module.
"""

from typing import Any

from django.forms import ChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils import timezone

from ocop.foundation.documents.forms import UploadField, UploadsField, titled
from ocop.foundation.ui.asking import ask, ask_kept
from ocop.foundation.ui.forms import Form, TextField
from ocop.foundation.ui.tests.pages import done

handler404 = "ocop.foundation.ui.views.not_found"
arrived: list[tuple[str, bytes]] = []
titles: list[str] = []


class Photos(Form):
    kind = ChoiceField(label="Ảnh chụp gì?", choices=[("product", "Sản phẩm"), ("label", "Nhãn")])
    title = TextField(label="Tên")
    photos = UploadsField(label="Chọn ảnh", kinds=["image", "pdf"])


class Paper(Form):
    title = TextField(label="Tên giấy tờ")
    file = UploadField(label="Tệp")


class Papers(Form):
    title = TextField(label="Tên giấy tờ")
    file = UploadsField(label="Tệp")


def _keep(*uploads: Any) -> None:
    arrived.extend((upload.name, upload.read()) for upload in uploads)


def several(request: HttpRequest) -> HttpResponse:
    form = Photos(request.POST or None, request.FILES or None)
    save = lambda data: _keep(*data["photos"])
    return ask(request, form, save, lambda _made: redirect("done"), {"heading": "Ảnh sản phẩm"})


def plain(request: HttpRequest) -> HttpResponse:
    form = Paper(request.POST or None, request.FILES or None)
    save = lambda data: _keep(data["file"])
    return ask(request, form, save, lambda _made: redirect("done"), {"heading": "Giấy tờ"})


def kept(request: HttpRequest) -> HttpResponse:
    def save(form: Any) -> HttpResponse:
        _keep(form.cleaned_data["file"])
        return redirect("done")

    make = lambda data: Paper(data, None if data is None else request.FILES)
    return ask_kept(request, timezone.now(), make, save, {"heading": "Thêm giấy tờ"}, kind="new")


def several_kept(request: HttpRequest) -> HttpResponse:
    def save(form: Any) -> HttpResponse:
        _keep(*form.cleaned_data["file"])
        titles.extend(title for _upload, title in titled(form, "file"))
        return redirect("done")

    make = lambda data: Papers(data, None if data is None else request.FILES)
    return ask_kept(request, timezone.now(), make, save, {"heading": "Thêm giấy tờ"}, kind="new")


urlpatterns = [
    path("nhieu/", several, name="several"),
    path("mot/", plain, name="plain"),
    path("giu/", kept, name="kept"),
    path("nhieu-giu/", several_kept, name="several_kept"),
    path("xong/", done, name="done"),
    path("", include("ocop.foundation.ui.urls")),
]
