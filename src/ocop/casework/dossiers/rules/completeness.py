"""What a dossier still lacks before it may be handed in (article 6(1), R26-01 to R26-03, R26-16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ocop.casework.dossiers.rules.kinds import DossierKind
from ocop.casework.dossiers.rules.renewing import Said, ended, open_headings
from ocop.kernel.law.model import ProductSet, Regulation
from ocop.kernel.scoring import Choice, partial
from ocop.registers.producers.rules import LegalForm
from ocop.registers.products.rules import fault_of_set

OTHER_KIND = "other"
HAS_STORY = "product_has_story"
REGISTRATION_KIND = "business_registration"
_KIND_OF_FACT = {
    "food_safety_certificate_missing": "production_eligibility",
    "production_permit_missing": "production_eligibility",
    "product_declaration_missing": "quality_declaration",
}
"""What heads a set's sheet as a reason to be thrown out, and the kind of evidence that answers it."""


_ASKED_ELSEWHERE = frozenset({"registration", "samples"})
"""Parts of a dossier that Decision 1048 lists among the papers and that have a step of their own here."""


class FormSection(StrEnum):
    """The steps of the producer's task list, in order."""

    REGISTER = "register"
    FORM_01 = "form_01"
    GENERAL = "form_02_general"
    RESULTS = "form_02_results"
    UPDATES = "updates"
    CHANGES = "changes"
    ASSESSMENT = "form_02_assessment"
    EVIDENCE = "evidence"
    PLAN = "form_02_plan"
    SAMPLES = "samples"
    SUBMIT = "submit"


class GapCode(StrEnum):
    """Everything that may be missing."""

    REGISTRATION_MISSING = "registration_missing"
    LARGE_ENTERPRISE = "large_enterprise"
    FORM_NOT_ADMITTED = "form_not_admitted"
    NO_RUBRIC = "no_rubric"
    REPRESENTATIVE_MISSING = "representative_missing"
    ADDRESS_MISSING = "address_missing"
    DESCRIPTION_MISSING = "description_missing"
    CONTACT_NAME_MISSING = "contact_name_missing"
    CONTACT_PHONE_MISSING = "contact_phone_missing"
    STORY_MISSING = "story_missing"
    RESULTS_MISSING = "results_missing"
    UPDATE_MISSING = "update_missing"
    CHANGE_MISSING = "change_missing"
    UNANSWERED = "unanswered"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_EXPIRED = "evidence_expired"
    PAPER_ENDED = "paper_ended"
    PLAN_MISSING = "plan_missing"
    SAMPLES_MISSING = "samples_missing"
    RETURN_ITEM_OPEN = "return_item_open"
    STATEMENT_MISSING = "statement_missing"


@dataclass(frozen=True)
class Gap:
    """One missing thing: what, in which step it is mended, and which criterion, kind or field (`target`)."""

    code: GapCode
    step: FormSection
    target: str = ""


@dataclass(frozen=True)
class Paper:
    """A piece of evidence as far as completeness asks: its kind, its last day, its name."""

    kind: str
    expires_on: date | None = None
    title: str = ""


@dataclass(frozen=True)
class Filing:
    """A dossier as far as completeness asks."""

    legal_form: LegalForm
    enterprise_size: str
    registration_no: str
    set_number: int
    today: date
    representative: str = ""
    address: str = ""
    description: str = ""
    story: str = ""
    has_story: bool = False
    contact_name: str = ""
    contact_phone: str = ""
    results: Mapping[str, str] = field(default_factory=dict)
    production_plan: str = ""
    samples_offered: int | None = None
    declared_true: bool = False
    choices: Mapping[str, Choice] = field(default_factory=dict)
    papers: Sequence[Paper] = ()
    exemptions: Mapping[str, str] = field(default_factory=dict)
    open_return_items: Sequence[str] = ()
    kind: str = DossierKind.FIRST
    updates: Mapping[str, Said] = field(default_factory=dict)
    change_count: int = 0


RESULT_FIELDS = (
    "business_results_materials",
    "business_results_quality",
    "business_results_markets",
    "business_results_figures",
)
"""The four headings of form 02, part II, in printed order."""


def gaps(filing: Filing, regulation: Regulation) -> list[Gap]:
    """Everything that is missing, in the order of the task list; empty when the dossier may be handed in."""
    product_set = regulation.set(filing.set_number)
    return [
        *_register(filing, regulation),
        *_texts(filing),
        *_since_recognition(filing),
        *_assessment(filing, regulation, product_set),
        *_evidence(filing, regulation),
        *_ending(filing, product_set),
    ]


def _register(filing: Filing, regulation: Regulation) -> Iterator[Gap]:
    fault = fault_of_set(
        regulation,
        filing.set_number,
        filing.legal_form,
        filing.enterprise_size,
        has_registration=bool(filing.registration_no.strip()),
    )
    if fault is not None:
        yield Gap(GapCode(fault), FormSection.REGISTER)
    for text, code in (
        (filing.representative, GapCode.REPRESENTATIVE_MISSING),
        (filing.address, GapCode.ADDRESS_MISSING),
        (filing.description, GapCode.DESCRIPTION_MISSING),
    ):
        if not text.strip():
            yield Gap(code, FormSection.REGISTER)


def _texts(filing: Filing) -> Iterator[Gap]:
    if not filing.contact_name.strip():
        yield Gap(GapCode.CONTACT_NAME_MISSING, FormSection.FORM_01)
    if not filing.contact_phone.strip():
        yield Gap(GapCode.CONTACT_PHONE_MISSING, FormSection.FORM_01)
    if filing.has_story and not filing.story.strip():
        yield Gap(GapCode.STORY_MISSING, FormSection.GENERAL)
    for name in RESULT_FIELDS:
        if not filing.results.get(name, "").strip():
            yield Gap(GapCode.RESULTS_MISSING, FormSection.RESULTS, name)


def _since_recognition(filing: Filing) -> Iterator[Gap]:
    """Of a re-evaluation every heading, filled or marked unchanged, and no paper whose time is over (R26-18);
    of an upgrade at least one change, which has its paper (R26-17).
    """
    if filing.kind == DossierKind.RENEWAL:
        for heading in open_headings(filing.updates):
            yield Gap(GapCode.UPDATE_MISSING, FormSection.UPDATES, heading)
    elif filing.kind == DossierKind.UPGRADE and not filing.change_count:
        yield Gap(GapCode.CHANGE_MISSING, FormSection.CHANGES)
    if filing.kind != DossierKind.FIRST:
        for title in ended(((paper.title, paper.expires_on) for paper in filing.papers), filing.today):
            yield Gap(GapCode.PAPER_ENDED, FormSection.EVIDENCE, title)


_ONLY_OF = {
    FormSection.UPDATES: DossierKind.RENEWAL,
    FormSection.CHANGES: DossierKind.UPGRADE,
}
"""Steps that one kind of dossier alone has."""


def sections_of(kind: str, sample_count: int) -> list[FormSection]:
    """The steps of a dossier of this kind, in order; samples only where the decree asks for them."""
    return [
        step
        for step in FormSection
        if _ONLY_OF.get(step, kind) == kind and (step is not FormSection.SAMPLES or sample_count)
    ]


def _assessment(filing: Filing, regulation: Regulation, product_set: ProductSet) -> Iterator[Gap]:
    if not product_set.has_rubric:
        yield Gap(GapCode.NO_RUBRIC, FormSection.ASSESSMENT)
        return
    result = partial(regulation, product_set, filing.choices, {HAS_STORY: filing.has_story})
    for code in result.missing:
        yield Gap(GapCode.UNANSWERED, FormSection.ASSESSMENT, code)


def mandatory_kinds(regulation: Regulation, set_number: int) -> list[str]:
    """The kinds of evidence without which a set's product is thrown out, in the order of form 02.

    The registration paper always; what the law asks of the producer's trade as the set's own sheet says it.
    """
    facts = {rule.when for rule in regulation.set(set_number).disqualifiers}
    asked = {REGISTRATION_KIND} | {kind for fact, kind in _KIND_OF_FACT.items() if fact in facts}
    named = [kind for kind in regulation.evidence_kinds if kind.is_mandatory or kind.key in asked]
    return [kind.key for kind in named if kind.key not in _ASKED_ELSEWHERE]


def may_be_exempt(kind: str) -> bool:
    """Whether the law may not ask this paper of some producers, who then write why;
    registration is asked of all.
    """
    return kind != REGISTRATION_KIND


def _evidence(filing: Filing, regulation: Regulation) -> Iterator[Gap]:
    """Mandatory kinds without a paper in force,
    unless the producer wrote why the law does not ask it for this one.
    """
    for kind in mandatory_kinds(regulation, filing.set_number):
        if may_be_exempt(kind) and filing.exemptions.get(kind, "").strip():
            continue
        papers = [paper for paper in filing.papers if paper.kind == kind]
        if not papers:
            yield Gap(GapCode.EVIDENCE_MISSING, FormSection.EVIDENCE, kind)
        elif all(is_expired(paper.expires_on, filing.today) for paper in papers):
            yield Gap(GapCode.EVIDENCE_EXPIRED, FormSection.EVIDENCE, kind)


def is_expired(expires_on: date | None, today: date) -> bool:
    """Whether a paper's last day is over."""
    return expires_on is not None and expires_on < today


def _ending(filing: Filing, product_set: ProductSet) -> Iterator[Gap]:
    if not filing.production_plan.strip():
        yield Gap(GapCode.PLAN_MISSING, FormSection.PLAN)
    if (filing.samples_offered or 0) < product_set.sample_count:
        yield Gap(GapCode.SAMPLES_MISSING, FormSection.SAMPLES, str(product_set.sample_count))
    for label in filing.open_return_items:
        yield Gap(GapCode.RETURN_ITEM_OPEN, FormSection.SUBMIT, label)
    if not filing.declared_true:
        yield Gap(GapCode.STATEMENT_MISSING, FormSection.SUBMIT)
