"""The desks of commune and province."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.actions.receiving import refuse_proposal
from ocop.casework.dossiers.forms.officer import (
    AcceptForm,
    CheckForm,
    ExclusionForm,
    ProposalForm,
    ReturnForm,
)
from ocop.casework.dossiers.labels import COMPONENTS, said
from ocop.casework.dossiers.lists import DeskFilter, DeskTable
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.models.visible import PROVINCE_ROLES, DossierQuerySet
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.rules.components import components, defective
from ocop.casework.dossiers.selectors import latest_submission, set_of
from ocop.casework.dossiers.views.case import clock
from ocop.casework.dossiers.views.loading import head, visible
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui import autosave
from ocop.foundation.ui.autosave import is_autosave
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.law.in_force import COMMUNE_CHECK
from ocop.registers.regulations.templatetags.law import period_text


def _lead() -> str:
    said = gettext("Xã có %(period)s từ ngày nộp để kiểm tra và đề nghị (điều 7 khoản 2).")
    return said % {"period": period_text(COMMUNE_CHECK)}


class Desk(ListView):
    """The dossiers that were handed in to the person's offices."""

    table_class = DeskTable
    filterset_class = DeskFilter
    heading = _("Tiếp nhận hồ sơ")
    lead = lazy(_lead, str)()
    empty_title = _("Chưa có hồ sơ nào nộp đến")
    empty_text = _("Khi chủ thể nộp hồ sơ, bạn được báo và hồ sơ hiện ở đây.")
    exporter = as_xlsx
    export_name = "tiep-nhan"

    def get_queryset(self) -> DossierQuerySet:
        """Dossiers on this desk with what the table shows."""
        return Dossier.objects.on_desk_of(self.request.user, timezone.now()).with_names()

    def get_table_kwargs(self) -> dict[str, Any]:
        """Who works in communes alone needs no column that always says the same."""
        roles = {appointment.role for appointment in appointments_on(self.request.user, timezone.now())}
        return {} if roles & PROVINCE_ROLES else {"exclude": ("commune",)}


def _load(
    request: HttpRequest, key: UUID, at: datetime, refuse: Callable[[Any, Dossier, datetime], Refusal | None]
) -> Dossier:
    """The dossier, when this person may do this with it now."""
    dossier = visible(request, key, at)
    ensure(refuse(request.user, dossier, at))
    return dossier


def _page(dossier: Dossier, **more: Any) -> dict[str, Any]:
    return head(dossier) | {"cancel_url": reverse("dossiers:detail", args=[dossier.key])} | more


def receive(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks, then takes the dossier in."""
    at = timezone.now()
    dossier = _load(request, key, at, permissions.refuse_receive)
    if request.method == "POST":
        received = actions.receive(dossier, by=request.user, at=at)
        messages.success(
            request, gettext("Đã tiếp nhận, phiếu số %(number)s.") % {"number": received.registration_no}
        )
        return redirect("dossiers:check", dossier.key)
    context = _page(
        dossier,
        heading=gettext("Tiếp nhận hồ sơ “%(product)s”") % {"product": dossier.product.name},
        question=gettext("Chủ thể sẽ được báo. Hạn của xã tính từ ngày nộp, không tính lại."),
        submit=gettext("Tiếp nhận"),
    )
    return render(request, "ui/confirm.html", context)


def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """Components item by item, samples, the four contents of form 03; kept while it is filled."""
    at = timezone.now()
    dossier = _load(request, key, at, permissions.refuse_check)
    parts = components(set_of(dossier).sample_count)
    stored = _check_of(dossier)
    initial = CheckForm.initial_of(stored) if stored else {}
    form = CheckForm(parts, request.POST if request.method == "POST" else None, initial=initial)
    if is_autosave(request):

        def keep(good: dict[str, Any]) -> object:
            return actions.keep_intake_check(
                dossier, fields=form.fields_to_save(good), by=request.user, at=at
            )

        return autosave.answer(request, form, keep, at)
    if request.method == "POST" and form.is_valid():
        with autosave.in_order(request, at):
            actions.save_intake_check(dossier, fields=form.fields_to_save(), by=request.user, at=at)
        messages.success(request, gettext("Đã lưu phiếu kiểm tra."))
        return redirect(
            "dossiers:propose" if request.POST.get("go") == "propose" else "dossiers:check", dossier.key
        )
    context = _page(dossier, form=form, autosave_url=request.path, **clock(dossier, at))
    context["submission"] = latest_submission(dossier)
    return render(request, "dossiers/check.html", context, status=422 if form.errors else 200)


def _check_of(dossier: Dossier) -> IntakeCheck | None:
    """The check of this submission, or what the one before it said."""
    return dossier.intake_checks.order_by("-submission__number").first()


def propose(request: HttpRequest, key: UUID) -> HttpResponse:
    """Numbers and dates of the papers, then the proposal to the province."""
    at = timezone.now()
    dossier = _load(request, key, at, permissions.refuse_propose)
    stored = _check_of(dossier)
    initial = {name: getattr(stored, name) for name in ProposalForm.base_fields} if stored else {}
    form = ProposalForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_intake_check(dossier, fields=form.cleaned_data, by=request.user, at=at)
            actions.propose(dossier, by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, gettext("Đã đề nghị tỉnh đánh giá."))
            return redirect(dossier)
    context = _page(dossier, form=form, check=stored, today_refusal=_not_ready(dossier, stored, at))
    return render(request, "dossiers/propose.html", context, status=422 if form.errors else 200)


def _not_ready(dossier: Dossier, stored: IntakeCheck | None, at: datetime) -> Refusal | None:
    """What the check lacks besides the numbers that are asked on the page itself."""
    if stored is None:
        return Refusal(
            "check_missing", gettext("Chưa có phiếu kiểm tra."), "", gettext("Kiểm tra hồ sơ trước.")
        )
    refusal = refuse_proposal(dossier, stored, timezone.localdate(at))
    about_numbers = {"paper_numbers_missing", "paper_from_the_future", "demonstration_mark_missing"}
    return None if refusal is None or refusal.code in about_numbers else refusal


def return_dossier(request: HttpRequest, key: UUID) -> HttpResponse:
    """What to mend, each thing with its reason; then back to the producer."""
    at = timezone.now()
    dossier = _load(request, key, at, permissions.refuse_return)
    form = ReturnForm(
        _targets(dossier), request.POST if request.method == "POST" else None, initial=_known(dossier)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.return_for_completion(
                dossier, reason=form.cleaned_data["reason"], items=form.items(), by=request.user, at=at
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, gettext("Đã trả lại; chủ thể được báo từng mục."))
            return redirect(dossier)
    context = _page(dossier, form=form, **clock(dossier, at))
    return render(request, "dossiers/return.html", context, status=422 if form.errors else 200)


def _targets(dossier: Dossier) -> list[tuple[str, str]]:
    """Everything that may be asked to be mended: the components, then the criteria."""
    product_set = set_of(dossier)
    parts = [(part.value, str(COMPONENTS[part])) for part in components(product_set.sample_count)]
    criteria = [
        (
            f"criterion:{code}",
            gettext("Tiêu chí %(code)s. %(name)s") % {"code": code, "name": said(one.label)},
        )
        for code, one in product_set.criteria.items()
    ]
    return [("register", gettext("Thông tin chủ thể và sản phẩm")), *parts, *criteria]


def _known(dossier: Dossier) -> dict[str, str]:
    """The notes of the check on what was found missing or faulty, so that nobody types them twice."""
    stored = _check_of(dossier)
    if stored is None:
        return {}
    bad = {part.value for part in defective(stored.components, set_of(dossier).sample_count)}
    return {
        f"item_{number}": stored.components[target]["note"]
        for number, (target, _label) in enumerate(_targets(dossier))
        if target in bad
    }


def accept(request: HttpRequest, key: UUID) -> HttpResponse:
    """The province's finding, then the dossier waits for a meeting."""
    at = timezone.now()
    dossier = _load(request, key, at, permissions.refuse_accept)
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.accept(dossier, note=form.cleaned_data["note"], by=request.user, at=at)
        messages.success(request, gettext("Đã nhận hồ sơ để trình hội đồng."))
        return redirect(dossier)
    context = _page(
        dossier, form=form, heading=gettext("Nhận để trình hội đồng"), submit=gettext("Nhận hồ sơ")
    )
    return render(request, "dossiers/form.html", context, status=422 if form.errors else 200)


def exclude(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ground, reason and proof, then the dossier is out."""
    at = timezone.now()
    dossier = _load(request, key, at, permissions.refuse_exclude)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ExclusionForm(_grounds(dossier), set_of(dossier), *sent)
    if request.method == "POST" and form.is_valid() and _excluded(request, dossier, form, at):
        messages.success(request, gettext("Đã loại hồ sơ; chủ thể và xã được báo."))
        return redirect(dossier)
    lead = gettext("Hồ sơ bị loại thì không được chấm điểm nữa (điều 3, phụ lục II).")
    context = _page(
        dossier,
        form=form,
        heading=gettext("Loại hồ sơ"),
        lead=lead,
        submit=gettext("Loại hồ sơ"),
        danger=True,
    )
    return render(request, "dossiers/form.html", context, status=422 if form.errors else 200)


def _grounds(dossier: Dossier) -> list[ExclusionGround]:
    """Forgery and a wrong registration always; what the set's own sheet names besides (R26-07)."""
    named = {rule.when for rule in set_of(dossier).disqualifiers}
    always = {ExclusionGround.FORGED, ExclusionGround.REGISTRATION}
    return [ground for ground in ExclusionGround if ground in always or ground.value in named]


def _excluded(request: HttpRequest, dossier: Dossier, form: ExclusionForm, at: datetime) -> bool:
    data = form.cleaned_data
    try:
        actions.exclude(
            dossier,
            ground=ExclusionGround(data["ground"]),
            reason=data["reason"],
            upload=data["file"],
            by=request.user,
            at=at,
        )
    except Refused as refused:
        form.add_error("file" if data["file"] else None, str(refused))
        return False
    return True
