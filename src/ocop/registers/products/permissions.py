"""Who may do what with products; every function gives the reason to refuse, or None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.ui.refusals import Refusal
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import refuse_act
from ocop.registers.products.models import Product

# packages above say whether a product is being judged, so that its photographs must stay as they are
_freezers: list[Callable[[Product], bool]] = []


def register_freezer(is_frozen: Callable[[Product], bool]) -> None:
    """Lets a package above hold a product's photographs as they were handed in."""
    _freezers.append(is_frozen)


def refuse_register(person: Any, producer: Producer, at: datetime) -> Refusal | None:
    """Registering a product: who may act for its producer."""
    return refuse_act(person, producer, at)


def refuse_amend(person: Any, product: Product, at: datetime) -> Refusal | None:
    """Changing a product: who may act for its producer."""
    return refuse_act(person, product.producer, at)


def refuse_remove_photo(person: Any, product: Product, at: datetime) -> Refusal | None:
    """Taking a photograph away: as amending, but not while a dossier with it is being judged."""
    refusal = refuse_amend(person, product, at)
    if refusal is not None:
        return refusal
    if any(is_frozen(product) for is_frozen in _freezers):
        return Refusal(
            "photo_frozen",
            _("Chưa bỏ được ảnh này."),
            _("Hồ sơ của sản phẩm đang được xem xét với đúng các ảnh đã nộp."),
            _("Đợi có kết quả, hoặc rút hồ sơ trước."),
        )
    return None
