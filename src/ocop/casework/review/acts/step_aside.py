"""Không tham gia đánh giá: a member finds out during scoring; from then on neither sheet nor dossier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import SHEET
from ocop.casework.review.acts.declare import declare
from ocop.casework.review.labels import relation_choices
from ocop.casework.review.models import AgendaItem, Declaration
from ocop.casework.review.permissions import refuse_declare
from ocop.casework.review.rules import Relation
from ocop.casework.review.writes.declarations import Word
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, Asks
from ocop.foundation.ui.forms import TextField


class AsksRelation(Asks):
    """A conflict found later."""

    relation = forms.ChoiceField(label=_("Quan hệ với chủ thể"), choices=relation_choices)
    note = TextField(label=_("Nói rõ"), max_length=300)

    def given(self) -> Mapping[str, Any]:
        """The relation as the rules name it."""
        return self.cleaned_data | {"relation": Relation(self.cleaned_data["relation"])}


def step_aside(
    item: AgendaItem, *, relation: Relation, note: str, by: Person, at: datetime
) -> list[Declaration]:
    """Declares a conflict about one product. Refused as declaring is."""
    return declare({item: Word(True, relation, note)}, by=by, at=at)


STEP_ASIDE = Act(
    about=SHEET,
    name="own_conflict",
    path="xung-dot/",
    refuse=refuse_declare,
    form=AsksRelation,
    do=step_aside,
    button=_("Không tham gia đánh giá"),
    heading=lambda item: gettext("Khai báo xung đột lợi ích: %(product)s") % {"product": item},
    lead=_("Bạn sẽ không xem, không chấm sản phẩm này; phiếu đang chấm không được tính."),
    said=_("Đã ghi. Bạn không tham gia đánh giá sản phẩm này nữa."),
    danger=True,
)
