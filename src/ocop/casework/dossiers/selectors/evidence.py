"""Evidence of a producer and what a dossier still needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.rules.completeness import OTHER_KIND, is_expired, mandatory_kinds, may_be_exempt
from ocop.casework.dossiers.selectors.answers import regulation_of
from ocop.casework.dossiers.selectors.content import cited
from ocop.kernel.law.model import EvidenceKind
from ocop.registers.products.models import Product


@dataclass(frozen=True)
class Held:
    """One paper on the checklist, with the criteria that cite it."""

    evidence: Evidence
    criteria: Sequence[str]
    is_expired: bool


@dataclass(frozen=True)
class PaperLine:
    """One kind of the checklist (form 02, part III): what is asked, what there is."""

    kind: EvidenceKind | None
    is_mandatory: bool
    may_be_exempt: bool
    exemption: str
    papers: Sequence[Held]

    @property
    def key(self) -> str:
        """The kind's key, or "other"."""
        return self.kind.key if self.kind else OTHER_KIND

    @property
    def is_missing(self) -> bool:
        """Asked of everyone with this kind of product, and not there."""
        return self.is_mandatory and not self.exemption and all(held.is_expired for held in self.papers)


def checklist(dossier: Dossier, today: date) -> list[PaperLine]:
    """Every kind that form 02 names, in its order, and at the end whatever else was added."""
    regulation = regulation_of(dossier)
    mandatory = mandatory_kinds(regulation, dossier.set_number)
    held = [
        Held(evidence, criteria, is_expired(evidence.expires_on, today))
        for evidence, criteria in cited(dossier)
    ]
    lines = [
        PaperLine(
            kind,
            kind.key in mandatory,
            kind.key in mandatory and may_be_exempt(kind.key),
            dossier.exemptions.get(kind.key, ""),
            [one for one in held if one.evidence.kind == kind.key],
        )
        for kind in regulation.evidence_kinds
    ]
    known = {kind.key for kind in regulation.evidence_kinds}
    others = [one for one in held if one.evidence.kind not in known]
    return [*lines, PaperLine(None, False, False, "", others)] if others else lines


def reusable(product: Product) -> QuerySet[Evidence]:
    """What the producer keeps and may use for this product: its own papers and the producer's common ones."""
    mine = Q(product=product) | Q(product__isnull=True)
    return Evidence.objects.filter(mine, producer=product.producer, is_withdrawn=False).select_related("file")


def not_cited(dossier: Dossier, criterion: str = "") -> QuerySet[Evidence]:
    """Reusable papers that this dossier does not cite yet, at this criterion where one is named."""
    used = dossier.citations.filter(criterion=criterion) if criterion else dossier.citations.all()
    return reusable(dossier.product).exclude(pk__in=used.values("evidence"))


def cited_at(dossier: Dossier, criterion: str) -> QuerySet[Evidence]:
    """The papers cited at one criterion."""
    return Evidence.objects.filter(
        citations__dossier=dossier, citations__criterion=criterion, is_withdrawn=False
    ).select_related("file")


def is_frozen(evidence: Evidence) -> bool:
    """Whether a dossier under way was handed in with it."""
    under_way = Dossier.objects.open().filter(citations__evidence=evidence)
    return any(not dossier.is_editable for dossier in under_way)
