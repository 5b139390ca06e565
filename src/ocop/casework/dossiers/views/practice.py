"""From a practised sheet to a dossier of one's own product in the same set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.forms.practice import TakeOverForm
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.refusals import Refusal, Refused
from ocop.kernel.law import ProductSet, load_regulations
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import products_of
from ocop.registers.regulations import rules


@dataclass(frozen=True)
class Target:
    """A product of the set with the dossier that would take the choices, or why none can."""

    product: Product
    dossier: Dossier | None
    refusal: Refusal | None


def from_practice(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Which product; then its dossier, opened where there is none, with the choices as answers."""
    at = timezone.now()
    product_set = _set(code, number)
    found = targets(request.user, code, number, at)
    open_ones = [target for target in found if target.refusal is None]
    given = request.POST if request.method == "POST" else request.GET
    choices = rules.unpack(product_set, given.get("c", "")) | rules.read_tokens(
        product_set, request.GET.dict()
    )
    form = TakeOverForm(
        request.POST if request.method == "POST" else None,
        products=[_choice(target) for target in open_ones],
        initial={
            "c": rules.pack(product_set, choices),
            "product": open_ones[0].product.slug if open_ones else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        chosen = next(target for target in open_ones if target.product.slug == form.cleaned_data["product"])
        try:
            return _taken(request, chosen, choices, replace=form.cleaned_data["may_replace"], at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {
        "form": form,
        "targets": open_ones,
        "refused": [target for target in found if target.refusal is not None],
        "count": len(choices),
        "back": reverse("regulations:practice", args=[code, number])
        + f"?c={rules.pack(product_set, choices)}",
    }
    return render(request, "dossiers/from_practice.html", context, status=422 if form.errors else 200)


def _set(code: str, number: int) -> ProductSet:
    regulation = load_regulations().get(code)
    if regulation is None or number not in regulation.sets or not regulation.sets[number].has_rubric:
        raise Http404(_("Không có bộ tiêu chí này."))
    return regulation.sets[number]


def targets(person: Any, code: str, number: int, at: datetime) -> list[Target]:
    """The person's products of this set, each with its open dossier or the reason why it takes nothing."""
    today = timezone.localdate(at)
    products = products_of(person, at).filter(regulation_code=code, set_number=number)
    under_way = {
        one.product_id: one for one in Dossier.objects.open().filter(product__in=products).with_names()
    }
    return [_target(person, product, under_way.get(product.pk), at, today) for product in products]


def _target(person: Any, product: Product, dossier: Dossier | None, at: datetime, today: Any) -> Target:
    if dossier is None:
        return Target(product, None, permissions.refuse_product(product, None, today))
    return Target(product, dossier, permissions.refuse_write(person, dossier, at))


def _choice(target: Target) -> tuple[str, Card]:
    text = _("Đưa vào hồ sơ đang soạn.") if target.dossier else _("Mở hồ sơ mới.")
    return target.product.slug, Card(target.product.name, text=text)


def _taken(
    request: HttpRequest, target: Target, choices: dict[str, Any], *, replace: bool, at: datetime
) -> HttpResponse:
    dossier = target.dossier or actions.open_dossier(product=target.product, by=request.user, at=at)
    done = actions.take_over(dossier, choices=choices, may_replace=replace, by=request.user, at=at)
    count = len(done.taken)
    said = ngettext(
        "Đã đưa %(count)s câu trả lời vào hồ sơ.", "Đã đưa %(count)s câu trả lời vào hồ sơ.", count
    )
    messages.success(request, said % {"count": count})
    if done.kept:
        kept = ngettext(
            "Giữ nguyên %(count)s câu đã trả lời.", "Giữ nguyên %(count)s câu đã trả lời.", len(done.kept)
        )
        messages.info(request, kept % {"count": len(done.kept)})
    return redirect("dossiers:assessment", dossier.key)
