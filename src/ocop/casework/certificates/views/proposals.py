"""Proposing a product to the ministry."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates import actions
from ocop.casework.certificates.forms import ProposalForm, carries_out
from ocop.casework.certificates.selectors import package_of
from ocop.casework.certificates.views.loading import head, item_of, preparing


def propose(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """The letter and the parts of the package."""
    at = timezone.now()
    decision = preparing(request, key, at)
    item = item_of(decision, pk)
    form = ProposalForm(request.POST or None, parts=package_of(item))

    def act() -> None:
        given = dict(form.cleaned_data)
        package = dict.fromkeys(given.pop("package"), True)
        actions.record_proposal(item, **given, package=package, by=request.user, at=at)

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã ghi văn bản đề nghị và hồ sơ gửi Bộ."))
        return redirect(decision)
    lead = _("“%(product)s”, %(total)s điểm. Thành phần hồ sơ theo điều 6 khoản 3.")
    context = head(decision) | {
        "form": form,
        "heading": _("Đề nghị Bộ đánh giá 5 sao"),
        "lead": lead
        % {"product": item.printed["product"], "total": f"{item.total.normalize():f}".replace(".", ",")},
        "submit": _("Ghi đã gửi Bộ"),
        "letter_item": item,
    }
    return render(request, "certificates/task.html", context)
