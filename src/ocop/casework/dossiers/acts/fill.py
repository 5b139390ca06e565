"""Lưu và sang mục sau: the producer writes in forms 01 and 02; kept while it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PART, FormPart
from ocop.casework.dossiers.forms import PARTS
from ocop.casework.dossiers.labels.pages import STEP_WORDS, STEPS
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_write, refuse_write_part
from ocop.casework.dossiers.rules.completeness import RESULT_FIELDS, FormSection, sections_of
from ocop.casework.dossiers.selectors import return_items, set_of
from ocop.casework.dossiers.selectors.filing import step_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded

FORM_FIELDS = frozenset(
    {
        "contact_name", "contact_title", "contact_phone", "contact_email", "samples_offered",
        "declared_papers", "exemptions", "has_story", *RESULT_FIELDS, "production_plan", "declared_true",
    }
)  # fmt: skip


class AsksPart(Asks):
    """The questions of the part that the address names; any may be left open."""

    hide_optional = True
    gives = frozenset({"fields"})

    def __init__(self, *args: Any, thing: FormPart, **kwargs: Any) -> None:
        self.base_fields = PARTS[thing.step].base_fields  # type: ignore[misc]  # asked as if declared here
        super().__init__(*args, thing=thing, **kwargs)

    def known(self) -> Mapping[str, Any]:
        """What is written already."""
        return {name: getattr(self.thing.dossier, name) for name in self.base_fields}

    def given(self) -> Mapping[str, Any]:
        """All answers of this part."""
        return {"fields": self.cleaned_data}


@recorded
def save_form(dossier: Dossier, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Dossier:
    """Keeps some of the texts of forms 01 and 02. Refused to strangers and once the dossier was handed in."""
    if unknown := fields.keys() - FORM_FIELDS:
        raise ValueError(f"not fields of the forms: {sorted(unknown)}")
    ensure(refuse_write(who_is(by, at), held(dossier)))
    for name, value in fields.items():
        setattr(dossier, name, value)
    dossier.updated_at = at
    dossier.save(update_fields=[*fields, "updated_at"])
    return dossier


def save_part(part: FormPart, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """As its page does."""
    save_form(part.dossier, fields=fields, by=by, at=at)


def _keep(form: Asks, fields: dict[str, Any]) -> None:
    save_part(form.thing, fields=fields, by=form.who.person, at=form.who.at)


_PAGES = {
    FormSection.ASSESSMENT: "assessment",
    FormSection.EVIDENCE: "evidence",
    FormSection.SUBMIT: "submit",
    FormSection.REGISTER: "register",
    FormSection.UPDATES: "updates",
    FormSection.CHANGES: "since",
}


def step_url(dossier: Dossier, step: FormSection) -> str:
    """Where a step is done."""
    if step in STEP_WORDS:
        return reverse("dossiers:step", args=[dossier.key, STEP_WORDS[step]])
    return reverse(f"dossiers:{_PAGES[step]}", args=[dossier.key])


def shown_at(dossier: Dossier, step: FormSection) -> dict[str, Any]:
    """What the page of a step shows beside its questions."""
    return {
        "heading": STEPS[step],
        "step": step,
        "sample_count": set_of(dossier).sample_count,
        "to_mend": [item for item in return_items(dossier) if step_of(item.target) is step],
    }


def after(dossier: Dossier, step: FormSection) -> str:
    """The next step of the task list."""
    order = sections_of(dossier.kind, set_of(dossier).sample_count)
    return step_url(dossier, order[min(order.index(step) + 1, len(order) - 1)])


FILL = Act(
    about=PART,
    name="step",
    refuse=refuse_write_part,
    form=AsksPart,
    do=save_part,
    keep=_keep,
    button=_("Lưu và sang mục sau"),
    said=_("Đã lưu."),
    show=lambda form: shown_at(form.thing.dossier, form.thing.step),
    template="dossiers/step.html",
    then=lambda part, _made: after(part.dossier, part.step),
)
