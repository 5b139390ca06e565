"""Writing a draft: targets, tasks and money row by row; the steps of the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Office, Person
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recorded
from ocop.foundation.places import selectors as places
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.foundation.ui import keeping
from ocop.foundation.ui.asking import ask_kept
from ocop.registers.programme import acts, permissions, selectors
from ocop.registers.programme.forms.rows import (
    MOST_ROWS,
    LineRowForm,
    StepRowForm,
    TargetRowForm,
    TaskRowForm,
    rows_of,
)
from ocop.registers.programme.models import BudgetLine, Plan, Target, Task
from ocop.registers.programme.pages.permitted import permitted
from ocop.registers.programme.rules import IN_FORCE, Edit, StepKind, Thing

LONGEST_PK = 19


def target_rows(plan: Plan, data: Any = None, **options: Any) -> Any:
    """The targets of a plan as rows."""
    initial = _initial(selectors.targets_of(plan), TargetRowForm, data, "chi-tieu")
    return rows_of(TargetRowForm, data, initial=initial, prefix="chi-tieu", **options)


def task_rows(plan: Plan, data: Any = None, **options: Any) -> Any:
    """The tasks of a plan as rows."""
    initial = _initial(plan.tasks.filter(in_force=True), TaskRowForm, data, "nhiem-vu")
    kwargs = {"offices": offices_for(plan)}
    return rows_of(TaskRowForm, data, initial=initial, prefix="nhiem-vu", form_kwargs=kwargs, **options)


def line_rows(plan: Plan, data: Any = None, **options: Any) -> Any:
    """The budget lines of a plan as rows."""
    initial = _initial(plan.budget_lines.filter(in_force=True), LineRowForm, data, "kinh-phi")
    tasks = [(task.pk, f"{task.number}. {task.name}"[:80]) for task in plan.tasks.filter(in_force=True)]
    return rows_of(
        LineRowForm, data, initial=initial, prefix="kinh-phi", form_kwargs={"tasks": tasks}, **options
    )


def _initial(rows: Any, form: Any, data: Any, prefix: str) -> list[dict[str, Any]]:
    """What is stored, in the order of the page that sent its rows: others may have come and gone since. Of
    one that is gone only its number is left.
    """
    known = {row.pk: {"pk": row.pk, **{name: getattr(row, name) for name in form.widths}} for row in rows}
    if data is None:
        return list(known.values())
    asked = (data.get(f"{prefix}-{n}-pk", "") for n in range(_sent_rows(data, prefix)))
    keys = [int(pk) if _is_count(pk) else 0 for pk in asked]
    return [known.get(pk, {"pk": pk}) for pk in keys]


def _sent_rows(data: Any, prefix: str) -> int:
    """How many rows the page had from the plan."""
    said = data.get(f"{prefix}-INITIAL_FORMS", "")
    return min(int(said), MOST_ROWS) if _is_count(said) else 0


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < LONGEST_PK


def offices_for(plan: Plan) -> list[tuple[int, str]]:
    """The offices on the ground of the plan's province today."""
    ground = {one.pk for one in places.today_of(plan.place, timezone.localdate())} | {plan.place_id}
    inside = Office.objects.filter(place__in=ground) | Office.objects.filter(place__parent__in=ground)
    return [(office.pk, office.name) for office in inside.order_by("level", "name")]


_ADD: dict[Thing, Any] = {
    Thing.TARGET: acts.add_target,
    Thing.TASK: acts.add_task,
    Thing.BUDGET_LINE: acts.add_budget_line,
}
_EDIT: dict[Thing, Any] = {
    Thing.TARGET: acts.edit_target,
    Thing.TASK: acts.edit_task,
    Thing.BUDGET_LINE: acts.edit_budget_line,
}
_REMOVE: dict[Thing, Any] = {
    Thing.TARGET: acts.remove_target, Thing.TASK: acts.remove_task,
    Thing.BUDGET_LINE: acts.remove_budget_line,
}  # fmt: skip
_TABLES = {Thing.TARGET: Target, Thing.TASK: Task, Thing.BUDGET_LINE: BudgetLine}


@recorded
def save_draft(plan: Plan, edits: list[Edit], *, by: Person, at: datetime) -> None:
    """Carries the rows into the draft, all or nothing;
    what is taken out goes first, so that its place is free.
    """
    for edit in sorted(edits, key=lambda one: IN_FORCE not in one.fields):
        if edit.thing_id is None:
            _ADD[edit.thing](plan, fields=edit.fields, by=by, at=at)
            continue
        table: Any = _TABLES[edit.thing]
        row = table.objects.select_related("plan__place").filter(plan=plan, pk=edit.thing_id).first()
        ensure(_refuse_gone(row))
        if IN_FORCE in edit.fields:
            _REMOVE[edit.thing](row, by=by, at=at)
        else:
            _EDIT[edit.thing](row, fields=edit.fields, by=by, at=at)


def _refuse_gone(row: Any) -> Refusal | None:
    """A row that somebody else took out in the meantime."""
    if row is not None:
        return None
    return Refusal(
        "conflict_row_gone",
        _("Một dòng vừa được người khác bỏ."),
        _("Chưa lưu gì để không ghi đè việc của người khác."),
        _("Mở lại trang ở thẻ khác, chép phần vừa nhập sang rồi lưu."),
    )


Make = Callable[..., Any]


def _editor(
    request: PersonRequest, plan: Plan, make: Make, save: Callable[[Any], None], context: dict[str, Any]
) -> HttpResponse:
    """A page of rows: more empty ones on request, everything saved together, nothing typed is lost."""
    context = {"plan": plan, **context}
    if request.method == "POST" and "more" in request.POST:
        rows = make(plan, make(plan, request.POST).with_more(request.POST))
        context |= {"form": rows, "rows": rows, "asks_more": True}
        return render(request, "programme/rows.html", context | {"keep": keeping.shown(request, rows, "new")})

    def made(data: Any) -> Any:
        context["rows"] = make(plan, data)
        return context["rows"]

    def do(rows: Any) -> HttpResponse | None:
        try:
            save(rows)
        except Refused as refused:
            context["refusal"] = str(refused.refusal)
            return None
        messages.success(request, _("Đã lưu."))
        return redirect(plan)

    return ask_kept(request, request.who.at, made, do, context, template="programme/rows.html", kind="new")


def _thing_page(
    request: PersonRequest, place: str, year: int, thing: Thing, make: Make, context: dict[str, Any]
) -> HttpResponse:
    at = request.who.at
    plan = permitted(request, place, year, permissions.refuse_draft_change)
    return _editor(
        request, plan, make, lambda rows: save_draft(plan, rows.edits(thing), by=request.user, at=at), context
    )


def targets(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """All targets of a draft."""
    context = {
        "heading": _("Chỉ tiêu"),
        "lead": _(
            "Mỗi dòng một chỉ tiêu. Dòng trống được bỏ qua. Phạm vi riêng đặt ở trang của từng chỉ tiêu."
        ),
        "is_targets": True,
    }
    return _thing_page(request, place, year, Thing.TARGET, target_rows, context)


def tasks(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """All tasks of a draft."""
    context = {
        "heading": _("Nhiệm vụ"),
        "lead": _("Chọn cơ quan trong hệ thống để cơ quan đó tự báo kết quả."),
    }
    return _thing_page(request, place, year, Thing.TASK, task_rows, context)


def money(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """All budget lines of a draft."""
    context = {
        "heading": _("Kinh phí"),
        "lead": _("Số tiền chưa biết thì để trống; hệ thống không coi là 0 đồng."),
    }
    return _thing_page(request, place, year, Thing.BUDGET_LINE, line_rows, context)


def steps(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The calendar of the year."""
    at = request.who.at
    plan = permitted(request, place, year, permissions.refuse_keep_up)

    def make(_plan: Plan, data: Any = None) -> Any:
        initial = [
            {"kind": one.kind, "starts_on": one.starts_on, "ends_on": one.ends_on, "note": one.note}
            for one in plan.steps.all()
        ]
        return rows_of(StepRowForm, data, initial=initial, prefix="buoc")

    def save(rows: Any) -> None:
        kept = [
            form.cleaned_data
            for form in rows.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        wanted = [
            acts.CycleDates(StepKind(one["kind"]), one["starts_on"], one["ends_on"], one["note"])
            for one in kept
            if one.get("kind")
        ]
        acts.set_cycle_steps(plan, wanted, by=request.user, at=at)

    context = {
        "heading": _("Chu trình năm"),
        "lead": _("Ngày bắt đầu và kết thúc từng bước; đánh giá có thể nhiều đợt."),
    }
    return _editor(request, plan, make, save, context)
