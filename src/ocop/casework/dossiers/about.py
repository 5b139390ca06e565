"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import HOLDERS, outcome_word, state_name
from ocop.casework.dossiers.labels.pages import KINDS_OF_STATES, NEXT_STEPS, STEP_WORDS
from ocop.casework.dossiers.models import Change, Dossier, Evidence, ReturnItem
from ocop.casework.dossiers.permissions import refuse_read, refuse_stranger
from ocop.casework.dossiers.rules.completeness import FormSection, mandatory_kinds, may_be_exempt
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.dossiers.states import DossierState
from ocop.casework.ideas import about as ideas
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.kernel.law import ProductSet, load_regulations
from ocop.kernel.law.model import Criterion
from ocop.registers.products.models import Product

SPACE = "dossiers"


def find_dossier(_who: Who, key: UUID) -> Dossier:
    """The dossier of this address."""
    dossier = the_one(Dossier.objects.with_names().filter(key=key))
    if dossier is None:
        raise _no_dossier()
    return dossier


def see_dossier(who: Who, dossier: Dossier) -> None:
    """A dossier that is not for this person is not there."""
    if refuse_read(who, dossier) is not None:
        raise _no_dossier()


def dossier_for(who: Who, key: UUID) -> Dossier:
    """The dossier of this address, for a page that only reads."""
    dossier = find_dossier(who, key)
    see_dossier(who, dossier)
    return dossier


def _no_dossier() -> Http404:
    return Http404(_("Không có hồ sơ này."))


def head(dossier: Dossier) -> dict[str, Any]:
    """What the head of every page about a dossier says."""
    state = DossierState(dossier.state)
    return {
        "dossier": dossier,
        "image": _picture(dossier),
        "name": dossier.product.name,
        "kicker": _("Hồ sơ %(kind)s") % {"kind": dossier.get_kind_display().lower()},
        "place": f"{dossier.product.producer.name} · {dossier.commune.local_full_name}",
        "stage": outcome_word(dossier.outcome, dossier.kind) if dossier.outcome else state_name(state),
        "stage_kind": KINDS_OF_STATES[state],
        "next_step": NEXT_STEPS.get(state, ""),
        "holder": HOLDERS[dossier.holder] if state in NEXT_STEPS else "",
    }


def _picture(dossier: Dossier) -> str:
    """The first photograph of the product, small; empty where there is none."""
    photo = dossier.product.photos.filter(is_withdrawn=False).select_related("file").first()
    return photo.file.thumb_url if photo else ""


@dataclass(frozen=True)
class FormPart:
    """A part of forms 01 and 02 that is written on a page of its own."""

    dossier: Dossier
    step: FormSection


@dataclass(frozen=True)
class AskedCriterion:
    """A criterion of the self-assessment."""

    dossier: Dossier
    criterion: Criterion


@dataclass(frozen=True)
class PaperInDossier:
    """A paper that the dossier cites."""

    dossier: Dossier
    evidence: Evidence


@dataclass(frozen=True)
class AskedKind:
    """A kind of paper that the law asks of the product, from which its producer may be exempt."""

    dossier: Dossier
    kind: str


@dataclass(frozen=True)
class PractisedSet:
    """A set with a rubric, whose sheet somebody practised."""

    code: str
    number: int
    product_set: ProductSet


def find_part(who: Who, key: UUID, word: str) -> FormPart:
    """The part of the forms that this word names."""
    return FormPart(find_dossier(who, key), next(one for one, name in STEP_WORDS.items() if name == word))


def find_criterion(who: Who, key: UUID, code: str) -> AskedCriterion:
    """The criterion of this code in the dossier's set."""
    dossier = find_dossier(who, key)
    criterion = set_of(dossier).criteria.get(code)
    if criterion is None:
        raise Http404(_("Bộ tiêu chí không có tiêu chí này."))
    return AskedCriterion(dossier, criterion)


def find_paper(who: Who, key: UUID, pk: int) -> PaperInDossier:
    """A paper in the dossier."""
    dossier = find_dossier(who, key)
    cited = {"citations__dossier": dossier, "citations__criterion": ""}
    return PaperInDossier(dossier, get_object_or_404(Evidence, pk=pk, **cited))


def find_kind(who: Who, key: UUID, kind: str) -> AskedKind:
    """A mandatory kind from which a producer may be exempt."""
    dossier = find_dossier(who, key)
    if kind not in mandatory_kinds(regulation_of(dossier), dossier.set_number) or not may_be_exempt(kind):
        raise Http404(_("Giấy tờ này không miễn được."))
    return AskedKind(dossier, kind)


def find_item(who: Who, key: UUID, pk: int) -> ReturnItem:
    """One thing that an officer asked to mend."""
    dossier = find_dossier(who, key)
    item = get_object_or_404(ReturnItem.objects.select_related("note"), pk=pk, note__dossier=dossier)
    item.note.dossier = dossier
    return item


def find_kept(_who: Who, pk: int) -> Evidence:
    """A paper of a producer that is in use."""
    rows = Evidence.objects.select_related("producer", "product", "file")
    return get_object_or_404(rows, pk=pk, is_withdrawn=False)


def see_kept(who: Who, paper: Evidence) -> None:
    """A paper of a producer for whom the person does not act is not there."""
    if refuse_stranger(who, paper.producer) is not None:
        raise Http404


def find_change(who: Who, key: UUID, pk: int) -> Change:
    """A change that an upgrade names."""
    dossier = find_dossier(who, key)
    change = get_object_or_404(Change, pk=pk, dossier=dossier)
    change.dossier = dossier
    return change


def find_product(_who: Who, slug: str) -> Product:
    """The product of this address."""
    return get_object_or_404(Product.objects.select_related("producer", "commune"), slug=slug)


def see_product(who: Who, product: Product) -> None:
    """A product of a producer for whom the person does not act is not there."""
    if refuse_stranger(who, product.producer) is not None:
        raise Http404


def find_set(_who: Who, code: str, number: int) -> PractisedSet:
    """A set of a regulation, where its rubric is known."""
    regulation = load_regulations().get(code)
    if regulation is None or number not in regulation.sets or not regulation.sets[number].has_rubric:
        raise Http404(_("Không có bộ tiêu chí này."))
    return PractisedSet(code, number, regulation.sets[number])


def evidence_page(dossier: Dossier) -> str:
    """Where the papers of a dossier are."""
    return reverse("dossiers:evidence", args=[dossier.key])


def criterion_page(dossier: Dossier, code: str) -> str:
    """Where a criterion is answered; without one, where the papers are."""
    return reverse("dossiers:criterion", args=[dossier.key, code]) if code else evidence_page(dossier)


DOSSIER = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/",
    find=find_dossier,
    keys=lambda dossier: {"key": dossier.key},
    back=Dossier.get_absolute_url,
    head=head,
    see=see_dossier,
)
AT_OFFICE = replace(DOSSIER, address="tiep-nhan/<uuid:key>/")
"""The same dossier in the hands of an office."""

PART = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/<dossier_step:word>/",
    find=find_part,
    keys=lambda part: {"key": part.dossier.key, "word": STEP_WORDS[part.step]},
    back=lambda part: part.dossier.get_absolute_url(),
    head=lambda part: head(part.dossier),
    see=lambda who, part: see_dossier(who, part.dossier),
)

CRITERION = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/tu-danh-gia/<str:code>/",
    find=find_criterion,
    keys=lambda asked: {"key": asked.dossier.key, "code": asked.criterion.code},
    back=lambda asked: reverse("dossiers:assessment", args=[asked.dossier.key]),
    head=lambda asked: head(asked.dossier),
    see=lambda who, asked: see_dossier(who, asked.dossier),
)

PAPERS = replace(DOSSIER, address="ho-so/<uuid:key>/minh-chung/", back=evidence_page)

PAPER = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/minh-chung/<int:pk>/",
    find=find_paper,
    keys=lambda paper: {"key": paper.dossier.key, "pk": paper.evidence.pk},
    back=lambda paper: evidence_page(paper.dossier),
    head=lambda paper: head(paper.dossier),
    see=lambda who, paper: see_dossier(who, paper.dossier),
)

KIND = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/minh-chung/mien/<slug:kind>/",
    find=find_kind,
    keys=lambda asked: {"key": asked.dossier.key, "kind": asked.kind},
    back=lambda asked: evidence_page(asked.dossier),
    head=lambda asked: head(asked.dossier),
    see=lambda who, asked: see_dossier(who, asked.dossier),
)

TO_MEND = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/da-sua/<int:pk>/",
    find=find_item,
    keys=lambda item: {"key": item.note.dossier.key, "pk": item.pk},
    back=lambda item: item.note.dossier.get_absolute_url(),
    head=lambda item: head(item.note.dossier),
    see=lambda who, item: see_dossier(who, item.note.dossier),
)

PRODUCT = Matter(
    space=SPACE,
    address="ho-so/moi/<slug:slug>/",
    find=find_product,
    keys=lambda product: {"slug": product.slug},
    back=lambda _product: reverse("dossiers:choose"),
    head=lambda product: {"product": product},
    see=see_product,
)

PRODUCT_AGAIN = replace(PRODUCT, back=lambda product: reverse("dossiers:open", args=[product.slug]))
"""A recognised product: the way back leads to the choice between re-evaluation and upgrade."""

KEPT_PAPER = Matter(
    space=SPACE,
    address="ho-so/giay-to/<int:pk>/",
    find=find_kept,
    keys=lambda paper: {"pk": paper.pk},
    back=lambda _paper: reverse("dossiers:own"),
    head=lambda paper: {"paper": paper},
    see=see_kept,
)
"""A paper that a producer keeps, whatever dossiers use it."""

CHANGE = Matter(
    space=SPACE,
    address="ho-so/<uuid:key>/thay-doi-tu-cong-nhan/<int:pk>/",
    find=find_change,
    keys=lambda change: {"key": change.dossier.key, "pk": change.pk},
    back=lambda change: reverse("dossiers:since", args=[change.dossier.key]),
    head=lambda change: head(change.dossier),
    see=lambda who, change: see_dossier(who, change.dossier),
)

PRACTISED = Matter(
    space=SPACE,
    address="ho-so/tu-cham-thu/<slug:code>/<int:number>/",
    find=find_set,
    keys=lambda practised: {"code": practised.code, "number": practised.number},
    back=lambda practised: reverse("regulations:practice", args=[practised.code, practised.number]),
)

IDEA = replace(ideas.IDEA, space=SPACE)
"""The acts of dossiers about an idea stand at the idea's address."""
