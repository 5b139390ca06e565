"""Who may act for a producer: the list, letting somebody, ending it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.registers.producers import actions, permissions
from ocop.registers.producers.forms import EntitleForm, ReasonForm
from ocop.registers.producers.models import Representation
from ocop.registers.producers.views.loading import visible


@require_safe
def people(request: PersonRequest, slug: str) -> HttpResponse:
    """Everybody who may act for the producer now, and who could before."""
    at = timezone.now()
    producer = visible(request, slug, at)
    ensure(permissions.refuse_act(request.user, producer, at))
    rows = producer.representations.select_related("person", "producer").order_by("-starts_at")
    lasting = [row for row in rows if row.ends_at is None]
    context = {
        "producer": producer,
        "now": [row for row in rows if row.ends_at is None or row.ends_at > at],
        "last": lasting[0] if len(lasting) == 1 else None,
        "refuse_last": permissions.refuse_end_representation(request.user, lasting[0], at)
        if len(lasting) == 1
        else None,
        "may_issue_code": permissions.is_commune_officer_of(request.who, producer),
        "before": [row for row in rows if row.ends_at is not None and row.ends_at <= at],
    }
    return render(request, "producers/people.html", context)


def entitle(request: PersonRequest, slug: str) -> HttpResponse:
    """Lets somebody who has an account act for the producer."""
    at = timezone.now()
    producer = visible(request, slug, at)
    ensure(permissions.refuse_act(request.user, producer, at))
    back = reverse("producers:people", args=[slug])
    context = {
        "heading": _("Thêm người được phép làm hồ sơ"),
        "lead": _("Người này sẽ sửa được thông tin, ghi sản phẩm và nộp hồ sơ của %(name)s.")
        % {"name": producer.name},
        "submit": _("Thêm"),
        "cancel_url": back,
    }

    def save(data: dict[str, Any]) -> Representation:
        return actions.add_representation(
            producer, person=data["username"], title=data["title"], by=request.user, at=timezone.now()
        )

    def done(row: Representation) -> HttpResponse:
        messages.success(request, _("%(person)s làm thay được từ bây giờ.") % {"person": row.person})
        return redirect(back)

    return ask(request, EntitleForm(request.POST or None), save, done, context)


def end(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Ends somebody's right to act, from now on."""
    at = timezone.now()
    producer = visible(request, slug, at)
    row = get_object_or_404(producer.representations.select_related("person", "producer__commune"), pk=pk)
    ensure(permissions.refuse_end_representation(request.user, row, at))
    back = reverse("producers:people", args=[slug])
    context = {
        "heading": _("Kết thúc quyền làm thay"),
        "question": _("%(person)s sẽ không sửa, không nộp hồ sơ được nữa, ngay từ bây giờ.")
        % {"person": row.person},
        "submit": _("Kết thúc"),
        "cancel_url": back,
        "danger": True,
    }

    def save(data: dict[str, Any]) -> None:
        actions.end_representation(row, by=request.user, at=timezone.now(), reason=data["reason"])

    def done(_result: None) -> HttpResponse:
        messages.success(request, _("Đã kết thúc quyền làm thay."))
        is_still = permissions.refuse_act(request.user, producer, timezone.now()) is None
        return redirect(back if is_still else "producers:own")

    return ask(request, ReasonForm(request.POST or None), save, done, context, template="ui/confirm.html")
