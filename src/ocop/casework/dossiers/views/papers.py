"""Evidence: the checklist, adding and reusing papers, tying them to criteria."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.documents import papers_of
from ocop.casework.dossiers.forms.producer import CriteriaForm, ExemptionForm, PaperForm
from ocop.casework.dossiers.labels.gaps import evidence_kind
from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.rules.completeness import OTHER_KIND, Step, mandatory_kinds, may_be_exempt
from ocop.casework.dossiers.selectors import (
    checklist,
    not_cited,
    regulation_of,
    return_items,
    reusable,
    set_of,
)
from ocop.casework.dossiers.selectors.filing import step_of
from ocop.casework.dossiers.views.case import content_for
from ocop.casework.dossiers.views.loading import head, tabs, visible
from ocop.foundation.ui.refusals import Refused, ensure


def evidence(request: HttpRequest, key: UUID) -> HttpResponse:
    """The checklist of form 02 for the producer; for others the papers as they were handed in."""
    at = timezone.now()
    dossier = visible(request, key, at)
    context = head(dossier) | {"tabs": tabs(request, dossier)}
    if permissions.refuse_write(request.user, dossier, at) is not None:
        frozen = content_for(request.user, dossier, at)
        return render(request, "dossiers/evidence_read.html", context | {"groups": papers_of(frozen)})
    lines = checklist(dossier, timezone.localdate(at))
    context |= {
        "lines": [(line, evidence_kind(line.key, regulation_of(dossier))) for line in lines],
        "missing": [evidence_kind(line.key, regulation_of(dossier)) for line in lines if line.is_missing],
        "usable": not_cited(dossier),
        "to_mend": [item for item in return_items(dossier) if step_of(item.target) is Step.EVIDENCE],
    }
    return render(request, "dossiers/evidence.html", context)


def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """A new paper; `?loai=` names its kind, `?tieu-chi=` the criterion it is for."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    criterion = request.GET.get("tieu-chi", "")
    if criterion and criterion not in set_of(dossier).criteria:
        raise Http404(_("Bộ tiêu chí không có tiêu chí này."))
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PaperForm(regulation_of(dossier), *sent, initial={"kind": request.GET.get("loai", OTHER_KIND)})
    if request.method == "POST" and form.is_valid() and _added(request, dossier, form, criterion, at):
        messages.success(request, _("Đã thêm giấy tờ vào hồ sơ."))
        return redirect(_back(dossier, criterion))
    context = head(dossier) | {
        "form": form,
        "heading": _("Thêm giấy tờ"),
        "lead": _("Dùng cho tiêu chí %(code)s.") % {"code": criterion} if criterion else "",
        "submit": _("Tải lên"),
        "cancel_url": _back(dossier, criterion),
    }
    return render(request, "dossiers/form.html", context, status=422 if form.errors else 200)


def _added(request: HttpRequest, dossier: Dossier, form: PaperForm, criterion: str, at: datetime) -> bool:
    """Keeps the paper; a refused file becomes a message at its field, with everything else still there."""
    fields = dict(form.cleaned_data)
    upload, for_all = fields.pop("file"), fields.pop("for_all")
    fields["product"] = None if for_all else dossier.product
    producer = dossier.product.producer
    try:
        actions.add_evidence(
            producer=producer,
            upload=upload,
            fields=fields,
            by=request.user,
            at=at,
            dossier=dossier,
            criterion=criterion,
        )
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    return True


def _back(dossier: Dossier, criterion: str) -> str:
    if criterion:
        return reverse("dossiers:criterion", args=[dossier.key, criterion])
    return reverse("dossiers:evidence", args=[dossier.key])


@require_POST
def cite(request: HttpRequest, key: UUID) -> HttpResponse:
    """Uses an earlier paper in this dossier, for a criterion where one is named."""
    at = timezone.now()
    dossier = visible(request, key, at)
    paper = get_object_or_404(reusable(dossier.product), pk=_number(request.POST.get("giay-to", "")))
    criterion = request.POST.get("tieu-chi", "")
    actions.cite(dossier, evidence=paper, criterion=criterion, by=request.user, at=at)
    return redirect(_back(dossier, criterion))


@require_POST
def uncite(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """Takes a paper from a criterion, or out of the dossier."""
    at = timezone.now()
    dossier = visible(request, key, at)
    paper = get_object_or_404(Evidence, pk=pk, citations__dossier=dossier, citations__criterion="")
    criterion = request.POST.get("tieu-chi", "")
    actions.uncite(dossier, evidence=paper, criterion=criterion, by=request.user, at=at)
    return redirect(_back(dossier, criterion))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def criteria_of(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """Which criteria a paper of the dossier supports."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    paper = get_object_or_404(Evidence, pk=pk, citations__dossier=dossier, citations__criterion="")
    used = dossier.citations.filter(evidence=paper).exclude(criterion="").values_list("criterion", flat=True)
    form = CriteriaForm(set_of(dossier), request.POST or None, initial={"criteria": list(used)})
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["criteria"]
        actions.set_criteria(dossier, evidence=paper, criteria=chosen, by=request.user, at=at)
        return redirect(_back(dossier, ""))
    context = head(dossier) | {
        "form": form,
        "heading": paper.title,
        "lead": _("Một giấy tờ dùng được cho nhiều tiêu chí."),
        "cancel_url": _back(dossier, ""),
    }
    return render(request, "dossiers/form.html", context)


def exempt(request: HttpRequest, key: UUID, kind: str) -> HttpResponse:
    """Why the law does not ask a mandatory paper of this producer."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    if kind not in mandatory_kinds(regulation_of(dossier), dossier.set_number) or not may_be_exempt(kind):
        raise Http404(_("Giấy tờ này không miễn được."))
    form = ExemptionForm(request.POST or None, initial={"reason": dossier.exemptions.get(kind, "")})
    if request.method == "POST" and form.is_valid():
        kept = {name: reason for name, reason in dossier.exemptions.items() if name != kind}
        if form.cleaned_data["reason"]:
            kept[kind] = form.cleaned_data["reason"]
        actions.save_form(dossier, fields={"exemptions": kept}, by=request.user, at=at)
        return redirect(_back(dossier, ""))
    context: dict[str, Any] = head(dossier) | {
        "form": form,
        "heading": evidence_kind(kind, regulation_of(dossier)),
        "cancel_url": _back(dossier, ""),
    }
    return render(request, "dossiers/form.html", context)
