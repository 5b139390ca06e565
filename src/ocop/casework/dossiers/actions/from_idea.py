"""An approved idea becomes product and dossier."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.actions.drafting import open_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import refuse_open_from_idea
from ocop.casework.ideas.writes import use_idea
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.actions import held
from ocop.foundation.places.selectors import today_of
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.registers.products.actions import amend_product, register_product
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import regulation_on


@transaction.atomic
def open_from_idea(
    idea: Idea, *, by: Any, at: datetime, leaf: str = "", product: Product | None = None
) -> Dossier:
    """Makes product and dossier out of an approved idea, everything that was written carried over.

    `leaf` is the kind of product where the idea has none yet. `product`, or one of the same name of this
    producer, is taken instead of a second one. Refused: an idea that is not approved, is used, has no
    producer; a stranger to the producer; a kind of product that the classification does not have; a product
    that has a dossier under way.
    """
    stored = held(idea)
    ensure(refuse_open_from_idea(who_is(by, at), stored))
    if product is not None and product.producer_id != stored.producer_id:
        raise Refused(_other_producer(product))
    chosen = product or _product(stored, leaf or stored.leaf, by=by, at=at)
    dossier = open_dossier(product=chosen, by=by, at=at, idea=stored)
    use_idea(stored, dossier=dossier.key, by=by, at=at)
    return dossier


def _product(idea: Idea, leaf: str, *, by: Any, at: datetime) -> Product:
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
    material = _("Nguyên liệu: %(material)s") % {"material": idea.material} if idea.material else ""
    return "\n".join(part for part in (idea.description, material) if part)


def _unknown_leaf() -> Refusal:
    """A kind of product that the classification of the day does not have."""
    return Refusal(
        "unknown_set",
        _("Nhóm sản phẩm này không có trong phân loại."),
        _("Mỗi mục của phụ lục I thuộc đúng một bộ sản phẩm."),
        _("Chọn lại nhóm sản phẩm trong danh sách."),
    )


def _other_producer(product: Product) -> Refusal:
    """A product that is somebody else's."""
    return Refusal(
        "other_producer",
        _("Sản phẩm “%(product)s” thuộc chủ thể khác.") % {"product": product.name},
        _("Ý tưởng và sản phẩm phải cùng một chủ thể."),
        _("Chọn sản phẩm của chủ thể có ý tưởng."),
    )
