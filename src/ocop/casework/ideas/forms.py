"""What forms of this package share, and that of the dossier made of an idea."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import AsksReason
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import ReasonField
from ocop.foundation.ui.words import said
from ocop.kernel.law import Regulation
from ocop.registers.programme.selectors import current


class AsksWhy(AsksReason):
    """Why an idea goes no further for now, or at all."""

    reason = ReasonField(lines=4, help_text=_("Viết để người có ý tưởng hiểu và biết phải làm gì."))


def leaf_choices(regulation: Regulation | None) -> list[tuple[str, Any]]:
    """The kinds of products under their sectors, an empty one first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for leaf in regulation.leaves.values() if regulation else ():
        above = f"{said(leaf.group)}: " if leaf.group != leaf.label else ""
        groups.setdefault(said(leaf.sector), []).append((leaf.key, f"{above}{said(leaf.label)}"))
    return [("", _("Chưa rõ")), *groups.items()]


def province_of(place: Place | None) -> str:
    """The code of the province whose communes a form offers: the programme's;
    failing that the place's own.
    """
    programme = current()
    if programme is not None:
        return programme.province.code
    return place.province.code if place else ""
