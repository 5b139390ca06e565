"""Where a plan stands, and the records behind each of its numbers."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.forms import Form, QueryField
from ocop.foundation.ui.lists import EXPORT_PARAM, PAGE_SIZE
from ocop.foundation.ui.paging import PAGE_PARAM
from ocop.kernel.text import fold
from ocop.outlets.reports.counting import Progress, progress_of
from ocop.outlets.reports.labels import RISKS
from ocop.outlets.reports.lists import ProgressTable, Records, RecordTable, aim_words
from ocop.outlets.reports.rules import Risk
from ocop.outlets.reports.selectors import late_tasks
from ocop.outlets.reports.views.loading import desk_of, plan_of, progress_of_key


class ProgressFilter(Form):
    """What of the plan to show."""

    hide_optional = True
    q = QueryField(label=_("Tìm"))
    muc = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=lambda: [("", "—"), *((key, word) for key, word in RISKS.items())],
    )


def progress(request: HttpRequest, place: str, year: int) -> HttpResponse:
    """Every target with what is done, under way, expected and why; `xuat=xlsx` saves it."""
    plan, desk = plan_of(request, place, year), desk_of(request)
    everything = progress_of(plan, desk.today, within=desk.within)
    form = ProgressFilter(request.GET)
    shown = _filtered(everything, form)
    table = ProgressTable(shown, empty_text="")
    if request.GET.get(EXPORT_PARAM) == "xlsx":
        return as_xlsx(table, f"tien-do-{place}-{year}")
    table.columns.hide("reason")  # stands below the name
    table.request = request
    count = Counter(one.risk for one in everything)
    context: dict[str, Any] = {
        "plan": plan, "table": table, "form": form, "is_filtered": len(shown) < len(everything),
        "today": desk.today,
        "within": desk.within, "late": late_tasks(plan, desk.today),
        "figures": [(count[risk], word, risk.value) for risk, word in RISKS.items() if count[risk]],
    }  # fmt: skip
    return render(request, "reports/progress.html", context)


def _filtered(everything: list[Progress], form: ProgressFilter) -> list[Progress]:
    if not form.is_valid():
        return everything
    words, risk = fold(form.cleaned_data["q"]).split(), form.cleaned_data["muc"]
    return [
        one
        for one in everything
        if (not risk or one.risk == Risk(risk)) and all(word in fold(one.target.name) for word in words)
    ]


def records(request: HttpRequest, place: str, year: int, key: str) -> HttpResponse:
    """The records behind one number, a page at a time; `xuat=xlsx` saves them all."""
    plan, desk = plan_of(request, place, year), desk_of(request)
    one = progress_of_key(plan, key, desk)
    table = RecordTable(Records(one))
    if one.is_counted:
        table.columns.hide("amount")
    if request.GET.get(EXPORT_PARAM) == "xlsx":
        return as_xlsx(table, f"{key}-{year}")
    table.request = request
    table.paginate(page=_page(request), per_page=PAGE_SIZE)
    context = {"plan": plan, "one": one, "table": table, "aim": aim_words(one), "within": desk.within}
    return render(request, "reports/records.html", context)


def _page(request: HttpRequest) -> int:
    """The page asked for; the first where that is no number."""
    wanted = request.GET.get(PAGE_PARAM, "")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and 0 < len(wanted) < 9 and int(wanted) else 1
