"""What forms of this package share: results as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.review.models import AgendaItem
from ocop.casework.review.states import ItemState
from ocop.foundation.ui.forms import CheckboxCards
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.templatetags.ui import so


class ItemCards(CheckboxCards):
    """Results of the council as cards to tick."""

    @staticmethod
    def offer(field: Any, items: Sequence[AgendaItem]) -> dict[str, AgendaItem]:
        """Makes the items the choices of the field; gives them by what is sent back."""
        by_key = {str(item.pk): item for item in items}
        field.choices = [(key, item_card(item)) for key, item in by_key.items()]
        return by_key


def item_card(item: AgendaItem) -> Card:
    """A result as a card: product, producer and commune, points and stars."""
    dossier = item.dossier
    stars = item.recommended_stars or item.stars or 0
    if item.state == ItemState.EXCLUDED:
        side = _("bị loại")
    else:
        side = _("%(total)s điểm · %(stars)s sao") % {"total": so(item.total), "stars": stars}
    whose = f"{dossier.product.producer.name} · {dossier.commune.local_name}"
    return Card(dossier.product.name, whose, side)
