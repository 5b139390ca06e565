"""The producer's steps: forms 01 and 02, samples, one page each, kept while they are filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.forms.producer import (
    Draft,
    GeneralForm,
    PlanForm,
    RegistrationForm,
    ResultsForm,
    SamplesForm,
)
from ocop.casework.dossiers.labels.gaps import sentence
from ocop.casework.dossiers.labels.pages import STEPS
from ocop.casework.dossiers.models import Dossier, ReturnItem
from ocop.casework.dossiers.rules.completeness import Gap, Step
from ocop.casework.dossiers.selectors import missing, regulation_of, return_items, set_of
from ocop.casework.dossiers.selectors.filing import step_of
from ocop.casework.dossiers.views.loading import head, visible
from ocop.foundation.ui import autosave
from ocop.foundation.ui.autosave import is_autosave
from ocop.foundation.ui.refusals import ensure

_FORMS: dict[Step, type[Draft]] = {
    Step.FORM_01: RegistrationForm,
    Step.GENERAL: GeneralForm,
    Step.RESULTS: ResultsForm,
    Step.PLAN: PlanForm,
    Step.SAMPLES: SamplesForm,
}
_WORDS = {
    Step.FORM_01: "phieu-dang-ky",
    Step.GENERAL: "thong-tin-chung",
    Step.RESULTS: "ket-qua",
    Step.PLAN: "ke-hoach",
    Step.SAMPLES: "mau-san-pham",
}
STEP_OF_WORD = {word: step for step, word in _WORDS.items()}
_PAGES = {
    Step.ASSESSMENT: "assessment",
    Step.EVIDENCE: "evidence",
    Step.SUBMIT: "submit",
    Step.REGISTER: "register",
}


def step_url(dossier: Dossier, step: Step) -> str:
    """Where a step is done."""
    if step in _WORDS:
        return reverse("dossiers:step", args=[dossier.key, _WORDS[step]])
    return reverse(f"dossiers:{_PAGES[step]}", args=[dossier.key])


@dataclass(frozen=True)
class Lack:
    """One missing thing in words, with the page where it is mended."""

    text: str
    url: str
    step: Step
    code: str


def lacks(dossier: Dossier, gaps: list[Gap]) -> list[Lack]:
    """Gaps for a page; a criterion leads to its own page."""
    regulation, product_set = regulation_of(dossier), set_of(dossier)
    return [
        Lack(sentence(gap, regulation, product_set), _url(dossier, gap), gap.step, gap.code.value)
        for gap in gaps
    ]


def _url(dossier: Dossier, gap: Gap) -> str:
    if gap.step is Step.ASSESSMENT and gap.target:
        return reverse("dossiers:criterion", args=[dossier.key, gap.target])
    return step_url(dossier, gap.step)


def step(request: HttpRequest, key: UUID, word: str) -> HttpResponse:
    """One step with its form; saves in between and on sending, then leads on."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    here = STEP_OF_WORD[word]
    names = list(_FORMS[here].base_fields)
    initial = {name: getattr(dossier, name) for name in names}
    form = _FORMS[here](request.POST if request.method == "POST" else None, initial=initial)

    def save(fields: dict[str, Any]) -> object:
        return actions.save_form(dossier, fields=fields, by=request.user, at=at)

    if is_autosave(request):
        return autosave.answer(request, form, save, at)
    if request.method == "POST" and form.is_valid():
        with autosave.in_order(request, at):
            save(form.cleaned_data)
        messages.success(request, _("Đã lưu."))
        return redirect(_after(dossier, here))
    context = head(dossier) | _page(dossier, here) | {"form": form, "autosave_url": request.path}
    return render(request, "dossiers/step.html", context, status=422 if form.errors else 200)


def _page(dossier: Dossier, here: Step) -> dict[str, Any]:
    return {
        "heading": STEPS[here],
        "step": here,
        "sample_count": set_of(dossier).sample_count,
        "to_mend": [item for item in return_items(dossier) if step_of(item.target) is here],
        "cancel_url": reverse("dossiers:detail", args=[dossier.key]),
    }


def _after(dossier: Dossier, here: Step) -> str:
    """The next step of the task list."""
    order = [one for one in Step if one is not Step.SAMPLES or set_of(dossier).sample_count]
    return step_url(dossier, order[min(order.index(here) + 1, len(order) - 1)])


def register(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the registers know of producer and product, what is missing there, and where to write it."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    found = [gap for gap in missing(dossier, person=request.user, at=at) if gap.step is Step.REGISTER]
    context = head(dossier) | _page(dossier, Step.REGISTER)
    return render(request, "dossiers/register.html", context | {"lacks": lacks(dossier, found)})


@require_POST
def mend(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """Ticks off one thing that was to be mended."""
    at = timezone.now()
    dossier = visible(request, key, at)
    item = get_object_or_404(ReturnItem.objects.select_related("note__dossier"), pk=pk, note__dossier=dossier)
    actions.mark_mended(item, is_done=request.POST.get("done") == "yes", by=request.user, at=at)
    return redirect(dossier)
