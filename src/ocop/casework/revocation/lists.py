"""The list of revocations."""

from __future__ import annotations

from typing import ClassVar

import django_filters
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.lists import CaseTable
from ocop.casework.revocation.labels import (
    STATE_KINDS,
    ground_word,
    short_ground_choices,
    state_choices,
    state_word,
)
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.states import RevocationState
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import StateColumn
from ocop.foundation.ui.lists import ListFilter


class RevocationFilter(ListFilter):
    """Search by product, producer and code; by state and ground."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)
    can_cu = django_filters.ChoiceFilter(label=_("Căn cứ"), field_name="ground", choices=short_ground_choices)


def _state(revocation: Revocation) -> tuple[str, str]:
    return state_word(revocation.state), STATE_KINDS[RevocationState(revocation.state)]


class RevocationTable(CaseTable):
    """What is taken back, on what ground, how far it is, by which decision."""

    state = StateColumn(_state, verbose_name=_("Trạng thái"))

    class Meta(CaseTable.Meta):
        model = Revocation

    cells: ClassVar = {
        "ground": Cell(("ground",), each=ground_word),
        "state": Cell(("state",), each=state_word),
    }
