"""Who may see a dossier."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import producers_acted_for

Ask = Callable[[Who, Dossier], bool]

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


def is_own(who: Who, dossier: Dossier) -> bool:
    """Whether the person acts for the producer of the dossier."""
    return dossier.product.producer_id in producers_acted_for(who)


def is_barred(who: Who, dossier: Dossier) -> bool:
    """Whether somebody is kept from a dossier by another role. The producer's own people never are."""
    return not is_own(who, dossier) and any(bar(who, dossier) for bar in _bars)


def reads(who: Who, dossier: Dossier) -> bool:
    """Whether the person may see the dossier: own, by office, or through a registered reader;
    never against a bar.
    """
    if who.is_active and is_own(who, dossier):
        return True
    if is_barred(who, dossier):
        return False
    if Dossier.objects.visible_to(who.person, who.at).filter(pk=dossier.pk).exists():
        return True
    return reads_as_guest(who, dossier)


def reads_as_guest(who: Who, dossier: Dossier) -> bool:
    """Whether a package above lets the person read: the members of the council that evaluates it."""
    return any(may_read(who, dossier) for may_read in _readers)


def refuse_read(who: Who, dossier: Dossier) -> Refusal | None:
    """Seeing a dossier; pages answer strangers as if there were none."""
    return None if reads(who, dossier) else not_reader()


def not_reader() -> Refusal:
    """Somebody for whom a dossier is not there."""
    return Refusal(
        "not_reader", _("Bạn không xem được hồ sơ này."), _("Hồ sơ chỉ dành cho chủ thể và người xử lý.")
    )
