"""What forms share: results as cards, and what the records office gave a signed decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.certificates.labels import CAPACITIES
from ocop.casework.certificates.rules import Capacity
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.states import ItemState
from ocop.foundation.acts import Asks
from ocop.foundation.ui.forms import CheckboxCards, DateField, RadioCards, TextField
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


class AsksSignature(Asks):
    """What the records office gave, and in which capacity it was signed."""

    number = TextField(label=gettext_lazy("Số, ký hiệu quyết định"), max_length=60)
    signed_on = DateField(label=gettext_lazy("Ngày ký"))
    capacity = forms.ChoiceField(
        label=gettext_lazy("Ký với tư cách"),
        widget=RadioCards,
        choices=[(capacity.value, word) for capacity, word in CAPACITIES.items()],
        initial=Capacity.CHAIR.value,
    )
    beside = {"number_": "number", "signed_": "signed_on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        example = {"example": f"512{self.thing.programme.paper_mark}/QĐ-UBND"}
        self.fields["number"].help_text = _("Do văn thư cấp, viết như %(example)s.") % example


class AsksFinding(Asks):
    """What the second officer of a case of three people found."""

    finding = TextField(
        label=gettext_lazy("Kết quả xác minh"),
        lines=4,
        max_length=2000,
        help_text=gettext_lazy("Đã xem gì, ở đâu, thấy gì. Người quyết định đọc phần này."),
    )
