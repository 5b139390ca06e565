"""A small site for tests of keeping: a draft that is stored field by field, something official that is
amended, something new; what is stored lies in this module.
"""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path
from django.utils import timezone

from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui import keeping
from ocop.foundation.ui.asking import ask_kept
from ocop.foundation.ui.forms import Form as OurForm
from ocop.foundation.ui.forms import TextField
from ocop.foundation.ui.gallery import SampleForm

handler404 = "ocop.foundation.ui.views.not_found"
draft: dict[str, Any] = {}
official: dict[str, Any] = {}
made: list[str] = []
written: list[str] = []
signed_out: list[bool] = []


class Words(OurForm):
    """Two texts about something official."""

    title = TextField(label="Tên", required=False)
    story = TextField(label="Câu chuyện", lines=4, required=False)


def clear() -> None:
    """As it was in the beginning."""
    for store in (draft, official, made, written, signed_out):
        store.clear()  # type: ignore[attr-defined]


def form(request: HttpRequest) -> HttpResponse:
    if signed_out and keeping.by_script(request):
        return HttpResponse(status=401)
    if "khong-tu-luu" in request.GET:
        plain = SampleForm(request.POST, request.FILES) if request.method == "POST" else SampleForm()
        if plain.is_bound and plain.is_valid():
            return redirect("done")
        status = 422 if plain.is_bound else 200
        page = render(request, "ui/form.html", {"form": plain, "heading": "Sản phẩm"}, status=status)
    else:
        page = _kept(request)
    page["Cache-Control"] = "private, no-store"  # as every page of a signed-in person
    return page


def _kept(request: HttpRequest) -> HttpResponse:
    filled, overtaken = SampleForm(initial=draft), []
    make = lambda: SampleForm(request.POST, request.FILES, initial=draft)
    if keeping.is_field(request):
        return keeping.answer(request, timezone.now(), make, _store)
    if request.method == "POST":
        with keeping.turn(request, timezone.now()) as turn:
            if turn.before is not None:
                return redirect(turn.before["go"])
            filled = make()
            if filled.is_valid() and not (overtaken := keeping.settle(turn, filled)):
                _store(filled, {name: filled.cleaned_data[name] for name in filled.fields if name != "paper"})
                return turn.finish(redirect("done"))
    context = {"form": filled, "heading": "Sản phẩm"}
    context["keep"] = keeping.shown(request, filled, "fields", overtaken)
    return render(request, "ui/form.html", context, status=422 if filled.is_bound else 200)


def _store(_form: Form, fields: dict[str, Any]) -> None:
    if fields.get("story") == "Hồ sơ đã nộp":
        raise Refused(Refusal("dossier.sent", "Hồ sơ đã nộp"))
    draft.update(fields)


def write(request: HttpRequest) -> HttpResponse:
    """A draft of two texts, which notes every value that is written in the place of another."""

    def store(_form: Form, fields: dict[str, Any]) -> None:
        for name, value in fields.items():
            if draft.get(name, "") != value:
                draft[name] = value
                written.append(value)

    filled, overtaken, at = Words(initial=draft), [], timezone.now()
    make = lambda: Words(request.POST, initial=dict(draft))
    if keeping.is_field(request):
        return keeping.answer(request, at, make, store)
    if request.method == "POST":
        with keeping.turn(request, at) as turn:
            if turn.before is not None:
                return redirect(turn.before["go"])
            filled = make()
            if filled.is_valid() and not (overtaken := keeping.settle(turn, filled)):
                store(filled, filled.cleaned_data)
                return turn.finish(redirect("done"))
    context = {"form": filled, "heading": "Viết", "keep": keeping.shown(request, filled, "fields", overtaken)}
    page = render(request, "ui/form.html", context, status=409 if overtaken else 200)
    page["Cache-Control"] = "private, no-store"
    return page


def amend(request: HttpRequest) -> HttpResponse:
    def save(filled: Any) -> HttpResponse:
        official.update(filled.cleaned_data)
        return redirect("done")

    context = {"heading": "Câu chuyện"}
    return ask_kept(request, timezone.now(), lambda data: Words(data, initial=official), save, context)


def begin(request: HttpRequest) -> HttpResponse:
    def save(filled: Any) -> HttpResponse:
        made.append(filled.cleaned_data["title"])
        return redirect("done")

    context = {"heading": "Ý tưởng mới"}
    return ask_kept(request, timezone.now(), Words, save, context, kind="new")


def done(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/form.html", {"form": Words(), "heading": "Đã xong"})


urlpatterns = [
    path("bieu-mau/", form, name="form"),
    path("viet/", write, name="write"),
    path("sua/", amend, name="amend"),
    path("moi/", begin, name="begin"),
    path("xong/", done, name="done"),
    path("", include("ocop.foundation.ui.urls")),
]
