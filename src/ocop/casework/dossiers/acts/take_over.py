"""Đưa vào hồ sơ: a practised sheet becomes the self-assessment of a product of its set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PRACTISED, PractisedSet
from ocop.casework.dossiers.acts.answer import save_answer
from ocop.casework.dossiers.acts.open import open_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_product, refuse_write
from ocop.casework.dossiers.selectors import choices as answered
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, Asks, Refusal, held, record, recorded
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.scoring import Choice
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import products_of
from ocop.registers.regulations import rules


@dataclass(frozen=True)
class Target:
    """A product of the set with the dossier that would take the choices, or why none can."""

    product: Product
    dossier: Dossier | None
    refusal: Refusal | None


@dataclass(frozen=True)
class TakenOver:
    """Criteria whose practised choice is now the answer, and those whose own answer was kept."""

    dossier: Dossier
    taken: tuple[str, ...]
    kept: tuple[str, ...]


class AsksTarget(Asks):
    """The product, the practised choices as one word, and whether answers that are there may be replaced."""

    product = forms.ChoiceField(label=_("Cho sản phẩm nào?"), widget=RadioCards)
    may_replace = forms.BooleanField(
        label=_("Thay cả những câu đã trả lời trong hồ sơ"),
        required=False,
        help_text=_("Không đánh dấu thì câu đã trả lời được giữ nguyên; chỉ điền câu còn trống."),
    )
    c = TextField(widget=forms.HiddenInput, required=False, max_length=600)
    gives = frozenset({"target", "choices", "may_replace"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        product_set = self.thing.product_set
        packed = self.data.get("c", "") if self.is_bound else self.query.get("c", "")
        tokens = rules.read_tokens(product_set, dict(self.query.items()))
        self.choices: dict[str, Choice] = {**rules.unpack(product_set, packed), **tokens}
        self.packed = rules.pack(product_set, self.choices)
        self.targets = targets(self.who, self.thing)
        self.open_ones = {one.product.slug: one for one in self.targets if one.refusal is None}
        self.fields["product"].choices = [  # type: ignore[attr-defined]
            (slug, _card(target)) for slug, target in self.open_ones.items()
        ]
        self.initial.update({"c": self.packed, "product": next(iter(self.open_ones), "")})

    def given(self) -> Mapping[str, Any]:
        """The chosen product with its dossier, and the choices."""
        target = self.open_ones[self.cleaned_data["product"]]
        return {
            "target": target,
            "choices": self.choices,
            "may_replace": self.cleaned_data["may_replace"],
        }


def targets(who: Who, practised: PractisedSet) -> list[Target]:
    """The person's products of this set, each with its open dossier or the reason why it takes nothing."""
    products = products_of(who.person, who.at).filter(
        regulation_code=practised.code, set_number=practised.number
    )
    under_way = {
        one.product_id: one for one in Dossier.objects.open().filter(product__in=products).with_names()
    }
    return [_target(who, product, under_way.get(product.pk)) for product in products]


def _target(who: Who, product: Product, dossier: Dossier | None) -> Target:
    if dossier is None:
        return Target(product, None, refuse_product(product, None, timezone.localdate(who.at)))
    return Target(product, dossier, refuse_write(who, dossier))


def _card(target: Target) -> Card:
    text = gettext("Đưa vào hồ sơ đang soạn.") if target.dossier else gettext("Mở hồ sơ mới.")
    return Card(target.product.name, text=text)


@recorded
def take_over(
    dossier: Dossier, *, choices: Mapping[str, Choice], may_replace: bool, by: Person, at: datetime
) -> TakenOver:
    """Makes practised choices the answers of the self-assessment. An answer that is there stays unless
    `may_replace`.

    Descriptions stay. Refused as `save_answer` is: a stranger, a dossier that was handed in, an unknown
    criterion.
    """
    present = answered(held(dossier))
    differs = {
        code: choice for code, choice in choices.items() if code not in present or present[code] != choice
    }
    kept = () if may_replace else tuple(code for code in differs if code in present)
    taken = tuple(code for code in differs if code not in kept)
    for code in taken:
        save_answer(dossier, criterion=code, choice=choices[code], by=by, at=at)
    record("dossier.take_over", dossier, by=by, at=at, data={"taken": len(taken), "kept": list(kept)})
    return TakenOver(dossier, taken, kept)


@recorded
def take_practice(
    _practised: PractisedSet,
    *,
    target: Target,
    choices: Mapping[str, Choice],
    may_replace: bool,
    by: Person,
    at: datetime,
) -> TakenOver:
    """As its page does: where the product has no dossier, one is opened."""
    dossier = target.dossier or open_dossier(target.product, by=by, at=at)
    return take_over(dossier, choices=choices, may_replace=may_replace, by=by, at=at)


def refuse_practice(_who: Who, _practised: PractisedSet) -> Refusal | None:
    """Anybody may look; each product says for itself why it takes nothing."""
    return None


def _shown(form: AsksTarget) -> Mapping[str, Any]:
    """The products that can and those that cannot; the way back keeps the choices."""
    return {
        "targets": list(form.open_ones.values()),
        "refused": [target for target in form.targets if target.refusal is not None],
        "count": len(form.choices),
        "back": f"{PRACTISED.back(form.thing)}?c={form.packed}",
    }


def _said(_practised: PractisedSet, done: TakenOver) -> str:
    """How many answers went over, and how many stayed as they were."""
    count, kept = len(done.taken), len(done.kept)
    said = ngettext(
        "Đã đưa %(count)s câu trả lời vào hồ sơ.", "Đã đưa %(count)s câu trả lời vào hồ sơ.", count
    ) % {"count": count}
    if not kept:
        return said
    stayed = ngettext("Giữ nguyên %(count)s câu đã trả lời.", "Giữ nguyên %(count)s câu đã trả lời.", kept)
    return f"{said} {stayed % {'count': kept}}"


TAKE_OVER = Act(
    about=PRACTISED,
    name="from_practice",
    refuse=refuse_practice,
    form=AsksTarget,
    do=take_practice,
    button=_("Đưa vào hồ sơ"),
    said=_said,
    show=_shown,
    template="dossiers/from_practice.html",
    then=lambda _practised, done: reverse("dossiers:assessment", args=[done.dossier.key]),
)
