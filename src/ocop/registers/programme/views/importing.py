"""Targets from a table: paste or workbook, dry run, then all of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import Refused
from ocop.kernel.faults import Fault
from ocop.registers.programme import actions, permissions
from ocop.registers.programme.forms import TableForm
from ocop.registers.programme.labels import COLUMN_WORDS, FAULTS, count_words, number_words, year_words
from ocop.registers.programme.rules.tables import FaultKind, Table, TargetRow, cells_of, text_of
from ocop.registers.programme.views.plans import permitted
from ocop.registers.programme.workbooks import cells_in


def import_targets(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """First a check that saves nothing; with a clean table, a button that saves all of it."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_draft_change)
    form = TableForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"plan": plan, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            cells, faults = _cells(form.cleaned_data)
        except Refused as refused:
            form.add_error("upload", str(refused.refusal))
            return render(request, "programme/import.html", context, status=422)
        table = actions.try_import(plan, cells) if not faults else Table(faults=faults)
        if not table.faults and "save" in request.POST:
            try:
                made = actions.import_targets(plan, cells, by=request.user, at=at)
            except Refused as refused:
                form.add_error(None, str(refused.refusal))
            else:
                messages.success(request, _("Đã nhập %(count)s chỉ tiêu.") % {"count": len(made)})
                return redirect(plan)
        # the text of a workbook stands in the box from here on, to be mended in place
        context["form"] = TableForm(initial={"table": text_of(cells)}) if not form.errors else form
        context |= {
            "checked": True,
            "rows": [_shown(row) for row in table.rows],
            "faults": [(fault.line, _column(fault), _words(fault)) for fault in table.faults],
        }
    return render(request, "programme/import.html", context, status=422 if context.get("faults") else 200)


def _cells(data: dict[str, Any]) -> tuple[list[list[str]], list[Fault[FaultKind]]]:
    if data["upload"]:
        return cells_in(data["upload"])
    return cells_of(data["table"]), []


def _shown(row: TargetRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "number": number_words(row.bound, row.value, row.unit),
        "counted": count_words(row.count_rule),
        "years": year_words(row.year_from, row.year_to),
    }


def _column(fault: Fault[FaultKind]) -> str:
    return str(COLUMN_WORDS.get(fault.where, fault.where))


def _words(fault: Fault[FaultKind]) -> str:
    return str(FAULTS[fault.code]) % {"value": fault.value}
