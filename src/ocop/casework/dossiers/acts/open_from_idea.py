"""Làm hồ sơ từ ý tưởng: an approved idea becomes product and dossier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import IDEA
from ocop.casework.dossiers.acts.open import open_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.ideas.forms import leaf_choices
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import refuse_open_from_idea
from ocop.casework.ideas.writes import use_idea
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded
from ocop.foundation.places.selectors import today_of
from ocop.registers.products.acts import amend_product, register_product
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import regulation_on


class AsksLeaf(Asks):
    """The kind of product, where the idea has none yet."""

    leaf = forms.ChoiceField(label=_("Nhóm sản phẩm"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regulation = regulation_on(timezone.localdate(self.who.at))
        self.fields["leaf"].choices = leaf_choices(regulation)  # type: ignore[attr-defined]

    def known(self) -> Mapping[str, Any]:
        """The one that the idea names."""
        return {"leaf": self.thing.leaf}


@recorded
def open_from_idea(
    idea: Idea, *, by: Person, at: datetime, leaf: str = "", product: Product | None = None
) -> Dossier:
    """Makes product and dossier out of an approved idea, everything that was written carried over.

    `leaf` is the kind of product where the idea has none yet. `product`, or one of the same name of this
    producer, is taken instead of a second one. Refused: an idea that is not approved, is used, has no
    producer; a stranger to the producer; a kind of product that the classification does not have; a product
    that has a dossier under way.
    """
    ensure(refuse_open_from_idea(who_is(by, at), held(idea)))
    if product is not None and product.producer_id != idea.producer_id:
        raise Refused(_other_producer(product))
    chosen = product or _product(idea, leaf or idea.leaf, by=by, at=at)
    dossier = open_dossier(chosen, by=by, at=at, idea=idea)
    use_idea(idea, dossier=dossier.key, by=by, at=at)
    return dossier


def open_with_leaf(idea: Idea, *, leaf: str, by: Person, at: datetime) -> Dossier:
    """As its page does: the product is found by its name, or made."""
    return open_from_idea(idea, leaf=leaf, by=by, at=at)


def _product(idea: Idea, leaf: str, *, by: Person, at: datetime) -> Product:
    assert idea.producer is not None  # noqa: S101 - the permission has seen it
    known = idea.producer.products.filter(name=idea.name).first()
    classified = _classification(leaf, at)
    if known is None:
        texts = {"name": idea.name, "description": description_of(idea), "commune": _commune(idea, at)}
        return register_product(
            idea.producer, fields=texts | classified, by=by, at=at, is_illustration=idea.is_illustration
        )
    if known.set_number is None and classified:
        return amend_product(known, fields=classified, by=by, at=at)
    return known


def _classification(leaf: str, at: datetime) -> dict[str, Any]:
    """The fields of a product of this leaf under the classification of the day; nothing without a leaf."""
    regulation = regulation_on(timezone.localdate(at))
    if not leaf or regulation is None:
        return {}
    if leaf not in regulation.leaves:
        raise Refused(_unknown_leaf())
    number = regulation.leaves[leaf].set_number
    return {"regulation_code": regulation.code, "leaf": leaf, "set_number": number}


def _commune(idea: Idea, at: datetime) -> Any:
    """The commune of the idea, or the one that it became; the producer's own where that is not one."""
    today = today_of(idea.place, timezone.localdate(at))
    return today[0] if len(today) == 1 else None


def description_of(idea: Idea) -> str:
    """What the product's page begins with."""
    material = gettext("Nguyên liệu: %(material)s") % {"material": idea.material} if idea.material else ""
    return "\n".join(part for part in (idea.description, material) if part)


def _unknown_leaf() -> Refusal:
    """A kind of product that the classification of the day does not have."""
    return Refusal(
        "unknown_set",
        gettext("Nhóm sản phẩm này không có trong phân loại."),
        gettext("Mỗi mục của phụ lục I thuộc đúng một bộ sản phẩm."),
        gettext("Chọn lại nhóm sản phẩm trong danh sách."),
    )


def _other_producer(product: Product) -> Refusal:
    """A product that is somebody else's."""
    return Refusal(
        "other_producer",
        gettext("Sản phẩm “%(product)s” thuộc chủ thể khác.") % {"product": product.name},
        gettext("Ý tưởng và sản phẩm phải cùng một chủ thể."),
        gettext("Chọn sản phẩm của chủ thể có ý tưởng."),
    )


OPEN_FROM_IDEA = Act(
    about=IDEA,
    name="from_idea",
    path="ho-so/",
    refuse=refuse_open_from_idea,
    form=AsksLeaf,
    do=open_with_leaf,
    button=_("Làm hồ sơ từ ý tưởng"),
    heading=lambda idea: gettext("Làm hồ sơ từ ý tưởng “%(idea)s”") % {"idea": idea.name},
    lead=_("Tên, nơi làm, mô tả, nguyên liệu được chép sang sản phẩm; bạn chỉ chọn nhóm sản phẩm."),
    confirm=_("Mở hồ sơ"),
    said=_("Đã mở hồ sơ từ ý tưởng."),
    template="ui/form.html",
    then=lambda _idea, dossier: dossier.get_absolute_url(),
)
