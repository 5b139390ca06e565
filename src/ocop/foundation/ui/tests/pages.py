"""A small site for the browser tests:
a form that is kept while it is filled, and the page that asks before an act.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import include, path

from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui.gallery import SampleForm

handler404 = "ocop.foundation.ui.views.not_found"
kept: list[dict[str, list[str]]] = []
turns: list[tuple[str, str]] = []
"""Each save that was taken, of some fields or of the whole form: its page and its number."""


def turn(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("autosave-page", ""), request.POST.get("autosave-number", "")


def form(request: HttpRequest) -> HttpResponse:
    filled = SampleForm(request.POST or None, request.FILES or None)
    if filled.is_valid():
        turns.append(turn(request))
    autosave_url = "" if "khong-tu-luu" in request.GET else "/luu/"
    page = render(
        request, "ui/form.html", {"form": filled, "heading": "Sản phẩm", "autosave_url": autosave_url}
    )
    page["Cache-Control"] = "private, no-store"  # as every page of a signed-in person
    return page


def save(request: HttpRequest) -> HttpResponse:
    if request.POST.get("story") == "Hồ sơ đã nộp":
        raise Refused(Refusal("dossier.sent", "Hồ sơ đã nộp"))
    if request.POST.get("story") == "Đã đăng xuất":
        return redirect("form")
    errors = {"phone": "Số điện thoại chưa đủ."} if request.POST.get("phone") == "12" else {}
    good = {
        name: request.POST.getlist(name) for name in request.POST.getlist("autosave") if name not in errors
    }
    if good and turn(request) in turns:
        return JsonResponse({"superseded": True, "errors": errors}, status=409)
    if good:
        turns.append(turn(request))
        kept.append(good)
    return JsonResponse({"errors": errors}, status=422) if errors else HttpResponse(status=204)


urlpatterns = [
    path("bieu-mau/", form, name="form"),
    path("luu/", save, name="save"),
    path("", include("ocop.foundation.ui.urls")),
]
