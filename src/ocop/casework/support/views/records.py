"""A step, a payment, a paper, a look, a kit: one form each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.support import actions, permissions, refusals
from ocop.casework.support.forms.acts import CostForm, KitForm, LookForm, PaperForm, StepForm
from ocop.casework.support.models import Activity
from ocop.casework.support.refusals import money
from ocop.casework.support.selectors import spent_by_line
from ocop.casework.support.views.loading import sent, task, visible
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recording
from ocop.foundation.documents.forms import titled
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.ui.forms import ReasonForm
from ocop.foundation.ui.parts import Card
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import BudgetLine


def step(request: PersonRequest, key: UUID, step: str) -> HttpResponse:
    """When a step was done or is due."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    found = get_object_or_404(activity.steps, key=step)
    known = {name: getattr(found, name) for name in ("done_on", "due_on", "office_no", "note")}
    form = StepForm(*sent(request), initial=known)

    def act(data: dict[str, Any]) -> None:
        actions.record_step(activity, found.key, **data, by=request.user, at=at)

    return task(
        request,
        activity,
        form,
        act,
        heading=found.name,
        submit=_("Lưu"),
        done=_("Đã lưu bước."),
        file=found.file,
    )


def cost(request: PersonRequest, key: UUID) -> HttpResponse:
    """How much, from which line; a line that would be overdrawn asks once more."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_add(request.user, activity, at))
    ensure(refusals.no_budget_line() if activity.plan is None else None)
    lines = BudgetLine.objects.filter(plan=activity.plan, in_force=True).order_by("pk")
    form = CostForm(
        *sent(request),
        lines=lines,
        words=_line_words(activity, lines),
        initial={"paid_on": timezone.localdate(at)},
    )

    def act(data: dict[str, Any]) -> None:
        actions.record_cost(activity, **data, by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Ghi khoản chi"),
        submit=_("Ghi khoản chi"), done=_("Đã ghi khoản chi."),
        template="support/cost.html",
    )  # fmt: skip


def _line_words(activity: Activity, lines: Any) -> dict[int, str]:
    """Each line with its source and what it still has."""
    spent = spent_by_line(activity.plan) if activity.plan else {}
    return {
        one.pk: _("%(name)s · %(source)s · %(left)s")
        % {
            "name": one.name,
            "source": one.get_source_display(),
            "left": _("chưa rõ số tiền")
            if one.amount is None
            else _("còn %(left)s") % {"left": money(max(one.amount - spent.get(one.pk, 0), 0))},
        }
        for one in lines
    }


def withdraw_cost(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Why a payment counts no more."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_add(request.user, activity, at))
    found = get_object_or_404(activity.costs, pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act(data: dict[str, Any]) -> None:
        actions.withdraw_cost(found, reason=data["reason"], by=request.user, at=at)

    lead = _("%(amount)s, chi ngày %(day)s. Khoản đã rút vẫn còn trong lịch sử.") % {
        "amount": money(found.amount),
        "day": date_format(found.paid_on, "DATE_FORMAT"),
    }
    return task(
        request, activity, form, act, heading=_("Rút khoản chi"),
        submit=_("Rút khoản chi"), done=_("Đã rút khoản chi."),
        danger=True, lead=lead,
    )  # fmt: skip


def paper(request: PersonRequest, key: UUID) -> HttpResponse:
    """Files and their title; without scripts all or none."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_add(request.user, activity, at))
    form = PaperForm(*sent(request))

    def act(_data: dict[str, Any]) -> None:
        with recording():
            for upload, title in titled(form):
                actions.attach_paper(activity, upload=upload, title=title, by=request.user, at=at)

    return task(
        request,
        activity,
        form,
        act,
        heading=_("Thêm giấy tờ"),
        submit=_("Thêm giấy tờ"),
        done=_("Đã thêm giấy tờ."),
    )


def look(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was found on a day."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_add(request.user, activity, at))
    looks = activity.row.looks
    if looks is None:
        raise Refused(refusals.no_looks())
    form = LookForm(*sent(request), looks=looks)

    def act(data: dict[str, Any]) -> None:
        actions.record_look(activity, **data, by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Xem lại"), submit=_("Lưu"), done=_("Đã ghi lần xem.")
    )


def kit(request: PersonRequest, key: UUID) -> HttpResponse:
    """The artwork for one of the products that are helped."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    ensure(None if activity.row.kits else refusals.no_kits())
    found = _recognitions(activity)
    form = KitForm(*sent(request), choices=[(key, card) for key, (_one, card) in found.items()])

    def act(data: dict[str, Any]) -> None:
        recognition = found[data["recognition"]][0]
        actions.issue_kit(activity, recognition=recognition, upload=data["upload"], by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Giao mẫu nhãn"),
        submit=_("Giao mẫu nhãn"), done=_("Đã giao mẫu nhãn."),
        lead=_("Chỉ giao cho sản phẩm còn được công nhận, đúng số sao, dùng đến hết hạn công nhận."),
        nothing=_("Thêm sản phẩm đã được công nhận vào danh sách được hỗ trợ trước.") if not found else "",
    )  # fmt: skip


def _recognitions(activity: Activity) -> dict[str, tuple[Recognition, Card]]:
    """The recognitions of the products that are helped, newest first, without those that have their kit."""
    rows = Recognition.objects.filter(product__in=activity.beneficiaries.values("product"), stars__gte=3)
    rows = (
        rows.exclude(pk__in=activity.kits.values("recognition"))
        .select_related("product")
        .order_by("-year", "-pk")
    )
    return {str(one.pk): (one, Card(one.product.name, _card_words(one))) for one in rows}


def _card_words(recognition: Recognition) -> str:
    stars = _("%(stars)s sao") % {"stars": recognition.stars}
    if recognition.expires_on is None:
        return f"{stars}, {recognition.year}"
    until = date_format(recognition.expires_on, "DATE_FORMAT")
    return _("%(stars)s, đến hết ngày %(until)s") % {"stars": stars, "until": until}
