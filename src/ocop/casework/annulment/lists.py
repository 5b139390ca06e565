"""The list of annulments."""

from __future__ import annotations

from typing import ClassVar

import django_filters
from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.labels import (
    STATE_KINDS,
    ground_choices,
    ground_word,
    state_choices,
    state_word,
)
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.states import AnnulmentState
from ocop.casework.certificates.lists import CaseTable
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import StateColumn
from ocop.foundation.ui.lists import ListFilter


class AnnulmentFilter(ListFilter):
    """Search by product, producer, code and number; by state and ground."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)
    can_cu = django_filters.ChoiceFilter(label=_("Căn cứ"), field_name="ground", choices=ground_choices)


def _state(annulment: Annulment) -> tuple[str, str]:
    return state_word(annulment.state), STATE_KINDS[AnnulmentState(annulment.state)]


class AnnulmentTable(CaseTable):
    """What is annulled, why, how far it is, by which decision."""

    state = StateColumn(_state, verbose_name=_("Trạng thái"))

    class Meta(CaseTable.Meta):
        model = Annulment

    cells: ClassVar = {
        "ground": Cell(("ground",), each=ground_word),
        "state": Cell(("state",), each=state_word),
    }
