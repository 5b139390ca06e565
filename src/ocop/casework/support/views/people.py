"""Adding and removing those who are helped and those who are bound."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ocop.casework.support import actions, permissions
from ocop.casework.support.forms.acts import BeneficiaryForm, PartyForm
from ocop.casework.support.views.loading import task, visible
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import LONGEST_WORDS
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import asked
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product

MOST_FOUND = 15


def add_beneficiary(request: PersonRequest, key: UUID) -> HttpResponse:
    """Search, choose, say what they get. The words of the search stand in the address."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    found = _found(request, at)
    form = BeneficiaryForm(
        request.POST if request.method == "POST" else None, found=[(k, c) for k, (_o, c) in found.items()]
    )

    def act(data: dict[str, Any]) -> None:
        one = found[data["who"]][0]
        whom = {"product": one} if isinstance(one, Product) else {"producer": one}
        actions.add_beneficiary(activity, **whom, outcome=data["outcome"], by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Thêm đối tượng được hỗ trợ"), submit=_("Thêm"),
        done=_("Đã thêm."),
        template="support/pick.html", q=request.GET.get("q", ""), found=found,
        is_full=len(found) >= MOST_FOUND,
    )  # fmt: skip


def _found(request: PersonRequest, at: datetime) -> dict[str, tuple[Any, Card]]:
    """Producers and products that answer to the words, by the key of their choice."""
    words = request.GET.get("q", "")[:LONGEST_WORDS]
    if not asked(words):
        return {}
    producers = Producer.objects.on_desk_of(request.user, at).with_places()
    producers = producers.filter(search_text__finds=words)[:MOST_FOUND]
    found: dict[str, tuple[Any, Card]] = {
        f"p{one.pk}": (one, Card(one.name, str(one.commune or ""), badge=_("Chủ thể"))) for one in producers
    }
    products = Product.objects.on_desk_of(request.user, at).with_names()
    products = products.filter(listing__search_text__finds=words)
    for one in products[: MOST_FOUND - len(found)]:
        found[f"s{one.pk}"] = (one, Card(one.name, one.producer.name, badge=_("Sản phẩm")))
    return found


@require_POST
def remove_beneficiary(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Takes one out."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    actions.remove_beneficiary(get_object_or_404(activity.beneficiaries, pk=pk), by=request.user, at=at)
    messages.success(request, _("Đã bỏ."))
    return redirect(activity)


def add_party(request: PersonRequest, key: UUID) -> HttpResponse:
    """Who is bound, as what."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    producers = Producer.objects.filter(pk__in=activity.beneficiaries.values("producer"))
    form = PartyForm(
        request.POST if request.method == "POST" else None, kind=activity.row, producers=producers
    )

    def act(data: dict[str, Any]) -> None:
        actions.add_party(activity, **data, by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Thêm bên liên kết"), submit=_("Thêm"), done=_("Đã thêm."),
        lead=_("Chủ thể trong hệ thống chọn được khi đã có trong danh sách được hỗ trợ."),
    )  # fmt: skip


@require_POST
def remove_party(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Takes one out."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    actions.remove_party(get_object_or_404(activity.parties, pk=pk), by=request.user, at=at)
    messages.success(request, _("Đã bỏ."))
    return redirect(activity)
