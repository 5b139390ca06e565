"""The press plan: its list, one line, putting one in, changing one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django_tables2 import Table

from ocop.casework.communication import actions, permissions
from ocop.casework.communication.forms import PressForm, places_of
from ocop.casework.communication.lists import PressFilter, PressTable
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel
from ocop.casework.communication.rules.press import PressState
from ocop.casework.communication.views.deeds import press_deeds, press_head, press_thread
from ocop.casework.communication.views.loading import ask_about, item_or_404, own_places, tabs
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Tab
from ocop.registers.programme.models import Plan
from ocop.registers.programme.rules import PlanState
from ocop.registers.programme.selectors import plans_visible_to

WITHOUT_PLAN = "khong"
ONLY_IN_EXPORT = ("outlet", "done_on", "times", "minutes", "reach", "link", "plan")


class PressList(ListView):
    """The lines that a person may see."""

    useful_first = (Q(state=PressState.PROPOSED), Q(state=PressState.PLANNED))
    table_class = PressTable
    filterset_class = PressFilter
    heading = gettext_lazy("Kế hoạch truyền thông")
    lead = gettext_lazy("Nói gì, qua kênh nào, ở đâu, ngày nào; đã phát mấy lần, có gì làm chứng.")
    empty_title = gettext_lazy("Chưa có đầu việc truyền thông nào")
    empty_text = gettext_lazy("Thêm việc đầu tiên: buổi phát thanh, bài báo, tờ rơi, hội nghị.")
    empty_label = add_label = gettext_lazy("Thêm đầu việc")
    exporter = as_xlsx
    export_name = "ke-hoach-truyen-thong"
    template_name = "communication/list.html"

    def get_queryset(self) -> QuerySet[PressItem]:
        """With places and plans, in one query."""
        at = timezone.now()
        ensure(permissions.refuse_list(self.request.user, at))
        return PressItem.objects.visible_to(self.request.user, at).select_related("place", "plan")

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves out what only the spreadsheet has room for."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            for name in ONLY_IN_EXPORT:
                table.columns.hide(name)
        return table

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who plan or propose."""
        if permissions.refuse_note(self.request.user, timezone.now()) is None:
            self.add_url = self.empty_url = reverse("communication:add_item")
        return super().get_context_data(**kwargs) | {"tabs": tabs("press")}


@require_safe
def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """What is planned, what was done and what shows it, what may be done, what happened."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    context = {
        **press_head(item, at),
        "papers": item.papers.select_related("file"),
        "deeds": press_deeds(request.user, item, at),
        "entries": press_thread(item),
    }
    return render(request, "communication/item.html", context)


def add(request: PersonRequest) -> HttpResponse:
    """A new line for the plan that the address names; by default the one of this year."""
    at = timezone.now()
    ensure(permissions.refuse_note(request.user, at))
    plans = list(
        plans_visible_to(request.user, at).exclude(state=PlanState.CLOSED).select_related("place")[:6]
    )
    plan = _chosen(plans, request.GET.get("ke-hoach", ""), timezone.localdate(at).year)
    places = _places(request.user, plan, at)

    def do(given: dict[str, Any]) -> PressItem:
        known = {**given, "channel": Channel(given["channel"])}
        return actions.note_item(plan=plan, **known, by=request.user, at=at)

    def done(item: PressItem) -> HttpResponse:
        messages.success(request, _("Đã ghi đầu việc."))
        return redirect(item)

    context = {
        "heading": _("Thêm đầu việc truyền thông"),
        "tabs": _plan_tabs(plans, plan),
        "cancel_url": reverse("communication:press"),
    }
    form = PressForm(request.POST or None, plan=plan, places=places)
    return ask(request, form, do, done, context, template="communication/task.html")


def amend(request: PersonRequest, key: UUID) -> HttpResponse:
    """Another day, place, channel or wording."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    ensure(permissions.refuse_amend_item(request.user, item, at))
    places = _places(request.user, item.plan, at)
    if item.place not in places:
        places.insert(0, item.place)
    initial = {name: getattr(item, name) for name in ("title", "channel", "outlet", "planned_on", "note")}
    initial |= {"place": item.place_id, "task": item.task_id}
    form = PressForm(request.POST or None, plan=item.plan, places=places, initial=initial)
    context = {"heading": _("Sửa đầu việc"), "submit": _("Lưu")}
    return ask_about(
        request, item, form, lambda data: actions.amend_item(item, fields=data, by=request.user, at=at),
        _("Đã sửa đầu việc."), context,
    )  # fmt: skip


def _chosen(plans: list[Plan], wanted: str, year: int) -> Plan | None:
    if wanted == WITHOUT_PLAN:
        return None
    named = next((plan for plan in plans if str(plan.pk) == wanted), None)
    return named or next((plan for plan in plans if plan.year == year), None)


def _plan_tabs(plans: list[Plan], chosen: Plan | None) -> list[Tab]:
    if not plans:
        return []
    found = [
        Tab(
            _("Kế hoạch năm %(year)s") % {"year": plan.year},
            f"?ke-hoach={plan.pk}",
            is_current=plan == chosen,
        )
        for plan in plans
    ]
    return [*found, Tab(_("Ngoài kế hoạch năm"), f"?ke-hoach={WITHOUT_PLAN}", is_current=chosen is None)]


def _places(person: Any, plan: Plan | None, at: Any) -> list[Any]:
    """The places that the form offers: of the plan's year, and only those for which the person may plan."""
    places = places_of(plan, own_places(person, at), timezone.localdate(at))
    return [one for one in places if permissions.refuse_note(person, at, one) is None]
