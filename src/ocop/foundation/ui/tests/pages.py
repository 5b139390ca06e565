"""A small site for the browser tests: a form that is kept while it is filled, and the page that asks before an act."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import include, path

from ocop.foundation.ui.gallery import SampleForm

handler404 = "ocop.foundation.ui.views.not_found"
kept: list[dict[str, list[str]]] = []
turns: list[tuple[str, str]] = []
"""Each save that was taken, of some fields or of the whole form: its page and its number."""


def turn(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("autosave-page", ""), request.POST.get("autosave-number", "")


def form(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        turns.append(turn(request))
    filled = SampleForm(request.POST or None, request.FILES or None)
    autosave_url = "" if "khong-tu-luu" in request.GET else "/luu/"
    page = render(request, "ui/form.html", {"form": filled, "heading": "Sản phẩm", "autosave_url": autosave_url})
    page["Cache-Control"] = "private, no-store"  # as every page of a signed-in person
    return page


def save(request: HttpRequest) -> HttpResponse:
    if request.POST.get("phone") == "12":
        return JsonResponse({"errors": {"phone": "Số điện thoại chưa đủ."}}, status=422)
    if turn(request) in turns:
        return JsonResponse({"superseded": True}, status=409)
    turns.append(turn(request))
    kept.append({name: request.POST.getlist(name) for name in request.POST.getlist("autosave")})
    return HttpResponse(status=204)


urlpatterns = [
    path("bieu-mau/", form, name="form"),
    path("luu/", save, name="save"),
    path("", include("ocop.foundation.ui.urls")),
]
