"""The list of plans, the page of one, and what is done with a plan as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.documents.forms import titled
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.forms import ReasonForm
from ocop.foundation.ui.lists import ListView
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import AttachForm, CopyForm, FrameForm, IssueForm, PlanForm, PlanHeadForm
from ocop.registers.programme.labels import PLAN_STATE_KINDS, plan_state
from ocop.registers.programme.lists import PlanFilter, PlanTable
from ocop.registers.programme.models import Plan
from ocop.registers.programme.rules import PlanState
from ocop.registers.programme.views.loading import kept_file, plan_or_404, progress_url, provinces_to_write
from ocop.registers.programme.views.showing import entries, money_of, shown_targets, shown_tasks


class PlanList(ListView):
    """The plans of the own province and of those that it took over."""

    table_class = PlanTable
    filterset_class = PlanFilter
    heading = gettext_lazy("Kế hoạch năm")
    lead = gettext_lazy("Chỉ tiêu, nhiệm vụ, kinh phí và lịch của từng năm.")
    empty_title = gettext_lazy("Chưa có kế hoạch nào")
    empty_text = gettext_lazy("Lập kế hoạch mới, hoặc sao chép kế hoạch năm trước.")
    empty_label = add_label = gettext_lazy("Lập kế hoạch")
    exporter = as_xlsx
    export_name = "ke-hoach-nam"

    def get_queryset(self) -> QuerySet[Plan]:
        """What the person may read, with the number of targets and tasks."""
        rows = selectors.plans_visible_to(self.request.user, timezone.now())
        return rows.annotate(
            target_count=Count("targets", filter=Q(targets__in_force=True), distinct=True),
            task_count=Count("tasks", filter=Q(tasks__in_force=True), distinct=True),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who write plans."""
        ensure(permissions.refuse_read_plans(self.request.user, timezone.now()))
        if provinces_to_write(self.request.user, timezone.now()):
            self.add_url = self.empty_url = reverse("programme:write_plan")
        return super().get_context_data(**kwargs)


def head(plan: Plan) -> dict[str, Any]:
    """What the head of every page about a plan says."""
    return {
        "plan": plan,
        "name": plan.name,
        "kicker": _("Kế hoạch năm %(year)s") % {"year": plan.year},
        "place": plan.place.local_name,
        "stage": plan_state(plan.state),
        "stage_kind": PLAN_STATE_KINDS[PlanState(plan.state)],
    }


def _unknown(plan: Plan) -> list[str]:
    """The parts of the paper that are not known."""
    parts = [
        (plan.number, _("số, ký hiệu")), (plan.issued_on, _("ngày ban hành")),
        (plan.signer_name, _("người ký")),
    ]  # fmt: skip
    return [word for value, word in parts if not value]


@require_safe
def detail(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The whole plan: calm, printable."""
    at = timezone.now()
    plan = plan_or_404(request, place, year, at)
    writes = permissions.refuse_write(request.user, plan.place, at) is None
    context = head(plan) | {
        "writes": writes,
        "edits": writes and plan.is_draft,
        "amends": writes and plan.is_issued,
        "keeps_up": permissions.refuse_keep_up(request.user, plan, at) is None,
        "unknown": _unknown(plan) if plan.is_partly_known else [],
        "targets": shown_targets(plan),
        "tasks": shown_tasks(plan),
        "money": money_of(plan),
        "steps": plan.steps.all(),
        "amendments": plan.amendments.all(),
        "papers": plan.papers.select_related("file"),
        "entries": entries(history(plan)),
        "progress_url": progress_url("progress", *plan.address) if not plan.is_draft else "",
        "leaders_url": progress_url("leaders", *plan.address) if not plan.is_draft else "",
        "may_close": writes and plan.is_issued and timezone.localdate(at) > plan.last_day,
    }
    return render(request, "programme/plan.html", context)


def write(request: PersonRequest) -> HttpResponse:
    """A new plan of a province that this office serves."""
    at = timezone.now()
    provinces = provinces_to_write(request.user, at)
    ensure(_refuse_without_province(provinces))
    initial = {"year": timezone.localdate(at).year + 1, "place": provinces[0].pk if provinces else None}
    form = PlanForm(request.POST or None, provinces=provinces, initial=initial)
    context = {
        "heading": _("Lập kế hoạch năm"),
        "lead": _("Bắt đầu bằng dự thảo; chỉ tiêu, nhiệm vụ và kinh phí nhập ở bước sau."),
        "submit": _("Lập dự thảo"),
        "cancel_url": reverse("programme:plans"),
        "frame_url": reverse("programme:write_frame"),
    }

    def save(data: dict[str, Any]) -> Plan:
        return actions.write_plan(**data, by=request.user, at=at)

    return ask(request, form, save, redirect, context, template="programme/write.html")


def _refuse_without_province(provinces: list[Any]) -> Refusal | None:
    """Only officers of the programme's province write plans."""
    if provinces:
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không lập được kế hoạch năm."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def write_frame(request: PersonRequest) -> HttpResponse:
    """A project of several years."""
    at = timezone.now()
    provinces = provinces_to_write(request.user, at)
    ensure(_refuse_without_province(provinces))
    context = {"heading": _("Thêm đề án nhiều năm"), "cancel_url": reverse("programme:write_plan")}

    def save(data: dict[str, Any]) -> Any:
        return actions.write_frame(data.pop("place"), **data, by=request.user, at=at)

    def done(_frame: Any) -> HttpResponse:
        messages.success(request, _("Đã thêm đề án."))
        return redirect("programme:write_plan")

    return ask(request, FrameForm(request.POST or None, provinces=provinces), save, done, context)


Permission = Callable[[Any, Plan, datetime], Refusal | None]


def permitted(request: PersonRequest, place: str, year: int, at: datetime, refuse: Permission) -> Plan:
    """The plan of the address for somebody who may do this with it."""
    plan = plan_or_404(request, place, year, at)
    ensure(refuse(request.user, plan, at))
    return plan


def edit(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """Name, frame and note of a draft."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_draft_change)
    initial = {"name": plan.name, "frame": plan.frame_id, "note": plan.note}
    form = PlanHeadForm(request.POST or None, provinces=[plan.place], initial=initial)
    context = {"heading": _("Sửa phần đầu kế hoạch"), "cancel_url": plan.get_absolute_url()}

    def save(data: dict[str, Any]) -> Plan:
        return actions.edit_plan(plan, **data, by=request.user, at=at)

    return ask(request, form, save, lambda _plan: redirect(plan), context)


def copy(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """This plan as the draft of another year."""
    at = timezone.now()
    plan = plan_or_404(request, place, year, at)
    provinces = provinces_to_write(request.user, at)
    ensure(_refuse_without_province(provinces))
    initial = {
        "year": plan.year + 1,
        "name": plan.name.replace(str(plan.year), str(plan.year + 1)),
        "place": provinces[0],
    }
    context = {
        "heading": _("Sao chép thành kế hoạch mới"),
        "lead": _(
            "Chép chỉ tiêu, nhiệm vụ, lịch và dòng kinh phí. Ngày tháng dời theo năm; số tiền để trống."
        ),
        "submit": _("Sao chép"),
        "cancel_url": plan.get_absolute_url(),
    }

    def save(data: dict[str, Any]) -> Plan:
        return actions.copy_plan(plan, **data, by=request.user, at=at)

    form = CopyForm(request.POST or None, provinces=provinces, initial=initial)
    return ask(request, form, save, redirect, context)


def issue(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """Number, day and signer; from here the plan changes by amendment only."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_draft_change)
    context = {
        "heading": _("Ban hành kế hoạch"),
        "lead": _("Ghi đúng như văn bản đã ký. Sau bước này kế hoạch chỉ đổi theo văn bản điều chỉnh."),
        "submit": _("Ban hành"),
        "cancel_url": plan.get_absolute_url(),
    }

    @recorded
    def save(data: dict[str, Any]) -> Plan:
        file = kept_file(request, data.pop("upload"), at)
        return actions.issue_plan(plan, **data, file=file, by=request.user, at=at)

    def done(_plan: Plan) -> HttpResponse:
        messages.success(request, _("Kế hoạch đã có hiệu lực."))
        return redirect(plan)

    return ask(request, IssueForm(request.POST or None, request.FILES or None), save, done, context)


def drop(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """Gives a draft up, with the reason."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_draft_change)
    context = {
        "heading": _("Bỏ dự thảo kế hoạch năm %(year)s?") % {"year": plan.year},
        "question": _(
            "Dự thảo không mở lại được; lịch sử vẫn giữ lý do và nội dung chính. Sau đó lập được kế hoạch "
            "khác cho năm này."
        ),
        "submit": _("Bỏ dự thảo"),
        "danger": True,
        "cancel_url": plan.get_absolute_url(),
    }

    def save(data: dict[str, Any]) -> Plan:
        return actions.drop_plan(plan, **data, by=request.user, at=at)

    def done(_plan: Plan) -> HttpResponse:
        messages.success(request, _("Đã bỏ dự thảo."))
        return redirect("programme:plans")

    return ask(request, ReasonForm(request.POST or None), save, done, context, template="ui/confirm.html")


def close(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """Asks, then closes the books of the year."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_running)
    if request.method == "POST":
        actions.close_plan(plan, by=request.user, at=at)
        messages.success(request, _("Kế hoạch đã kết thúc."))
        return redirect(plan)
    waiting = plan.tasks.filter(in_force=True, state="open").count()
    context = {
        "heading": _("Kết thúc kế hoạch năm %(year)s?") % {"year": plan.year},
        "question": _("Sau đó không ghi kết quả và không điều chỉnh được nữa."),
        "details": [(_("Nhiệm vụ chưa báo xong"), waiting)] if waiting else [],
        "submit": _("Kết thúc kế hoạch"),
        "cancel_url": plan.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context)


def attach(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """A file beside the plan."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_keep_up)
    context = {"heading": _("Đính kèm văn bản"), "cancel_url": plan.get_absolute_url()}

    form = AttachForm(request.POST or None, request.FILES or None)

    @recorded
    def save(_data: dict[str, Any]) -> None:
        for upload, title in titled(form):
            file: Any = kept_file(request, upload, at)
            actions.attach_paper(plan, file=file, title=title, by=request.user, at=at)

    return ask(
        request,
        form,
        save,
        lambda _p: redirect(plan),
        context,
    )
