"""Who may see a dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.ui.refusals import Refusal
from ocop.registers.producers.permissions import acts_for

Ask = Callable[[Any, Dossier, datetime], bool]

_readers: list[Ask] = []
_bars: list[Ask] = []


def register_reader(may_read: Ask) -> None:
    """A package above says who else reads a dossier and its files: the members of a council."""
    if may_read not in _readers:
        _readers.append(may_read)


def register_bar(is_barred: Ask) -> None:
    """A package above says who must not see a dossier although an office would let them:
    a member with a conflict.
    """
    if is_barred not in _bars:
        _bars.append(is_barred)


def is_barred(person: Any, dossier: Dossier, at: datetime) -> bool:
    """Whether somebody is kept from a dossier by another role. The producer's own people never are."""
    return any(bar(person, dossier, at) for bar in _bars) and not acts_for(
        person, dossier.product.producer, at
    )


def reads(person: Any, dossier: Dossier, at: datetime) -> bool:
    """Whether the person may see the dossier: own, by office, or through a registered reader;
    never against a bar.
    """
    if is_barred(person, dossier, at):
        return False
    if Dossier.objects.visible_to(person, at).filter(pk=dossier.pk).exists():
        return True
    return reads_as_guest(person, dossier, at)


def reads_as_guest(person: Any, dossier: Dossier, at: datetime) -> bool:
    """Whether a package above lets the person read: the members of the council that evaluates it."""
    return any(may_read(person, dossier, at) for may_read in _readers)


def refuse_read(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Seeing a dossier; pages answer strangers as if there were none."""
    if reads(person, dossier, at):
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được hồ sơ này."), _("Hồ sơ chỉ dành cho chủ thể và người xử lý.")
    )
