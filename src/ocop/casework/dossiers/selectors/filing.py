"""What a dossier still lacks, and the steps of the producer's task list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from ocop.casework.dossiers.models import Dossier, ReturnItem, ReturnNote
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import (
    RESULT_FIELDS,
    Filing,
    FormSection,
    Gap,
    Paper,
    gaps,
    sections_of,
)
from ocop.casework.dossiers.selectors.answers import choices, regulation_of, set_of
from ocop.casework.dossiers.selectors.content import cited
from ocop.casework.dossiers.selectors.renewing import updates_of
from ocop.casework.dossiers.states import DossierState
from ocop.registers.producers.rules import LegalForm
from ocop.registers.producers.selectors import representative


@dataclass(frozen=True)
class StepState:
    """One step with what is missing in it, and whether an officer asked to mend it."""

    step: FormSection
    gaps: tuple[Gap, ...]
    to_mend: tuple[ReturnItem, ...] = ()

    @property
    def state(self) -> str:
        """fix, todo or done, as the task list names it."""
        if any(not item.is_done for item in self.to_mend):
            return "fix"
        return "todo" if self.gaps else "done"


def filing(dossier: Dossier, *, person: Any, at: datetime) -> Filing:
    """The dossier as far as completeness asks."""
    product, producer = dossier.product, dossier.product.producer
    found = representative(producer, person=person, at=at)
    return Filing(
        legal_form=LegalForm(producer.legal_form),
        enterprise_size=producer.enterprise_size,
        registration_no=producer.registration_no,
        set_number=dossier.set_number,
        today=timezone.localdate(at),
        representative=found.full_name if found else "",
        address=producer.address,
        description=product.description,
        story=product.story,
        has_story=dossier.has_story,
        contact_name=dossier.contact_name,
        contact_phone=dossier.contact_phone,
        results={name: getattr(dossier, name) for name in RESULT_FIELDS},
        production_plan=dossier.production_plan,
        samples_offered=dossier.samples_offered,
        declared_true=dossier.declared_true,
        choices=choices(dossier),
        papers=[Paper(one.kind, one.expires_on, one.title) for one, _ in cited(dossier)],
        exemptions=dossier.exemptions,
        open_return_items=[item.label for item in return_items(dossier) if not item.is_done],
        kind=dossier.kind,
        updates=updates_of(dossier) if dossier.kind == DossierKind.RENEWAL else {},
        change_count=_changes(dossier) if dossier.kind == DossierKind.UPGRADE else 0,
    )


def _changes(dossier: Dossier) -> int:
    return dossier.changes.filter(evidence__is_withdrawn=False).count()


def missing(dossier: Dossier, *, person: Any, at: datetime) -> list[Gap]:
    """Everything that stands against handing in the dossier now."""
    return gaps(filing(dossier, person=person, at=at), regulation_of(dossier))


def last_return(dossier: Dossier) -> ReturnNote | None:
    """The return that the producer is working on;
    None where the dossier is not with the producer for that reason.
    """
    if dossier.state != DossierState.RETURNED:
        return None
    return dossier.returns.prefetch_related("items").select_related("by").first()


def return_items(dossier: Dossier) -> list[ReturnItem]:
    """What the last return asked to mend, in its order."""
    note = last_return(dossier)
    return [] if note is None else list(note.items.all())


def steps(dossier: Dossier, *, person: Any, at: datetime) -> list[StepState]:
    """The producer's task list: each step with what is missing;
    samples only where the decree asks for them.
    """
    found = missing(dossier, person=person, at=at)
    asked = return_items(dossier)
    wanted = sections_of(dossier.kind, set_of(dossier).sample_count)
    return [
        StepState(
            step,
            tuple(gap for gap in found if gap.step is step),
            tuple(item for item in asked if step_of(item.target) is step),
        )
        for step in wanted
    ]


_STEPS_OF_COMPONENTS = {
    "form_01": FormSection.FORM_01,
    "form_02_general": FormSection.GENERAL,
    "form_02_results": FormSection.RESULTS,
    "form_02_assessment": FormSection.ASSESSMENT,
    "form_02_plan": FormSection.PLAN,
    "legal_papers": FormSection.EVIDENCE,
    "evidence": FormSection.EVIDENCE,
    "samples": FormSection.SAMPLES,
}


def step_of(target: str) -> FormSection:
    """The step in which a returned item is mended."""
    kind, _, _ = target.partition(":")
    return (
        FormSection.ASSESSMENT
        if kind == "criterion"
        else _STEPS_OF_COMPONENTS.get(kind, FormSection.REGISTER)
    )
