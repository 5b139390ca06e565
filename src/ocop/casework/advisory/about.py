"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.advisory.models import TeamSeat
from ocop.casework.advisory.permissions import is_kept_from, reads_advice, team_seat
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_programme(_who: Who) -> Programme:
    """The programme of the province. Http404 where it has none yet."""
    programme = current()
    if programme is None:
        raise Http404(_("Chưa khai báo chương trình của tỉnh."))
    return programme


def find_dossier(_who: Who, key: UUID) -> Dossier:
    """The dossier of this address."""
    found = the_one(Dossier.objects.with_names().filter(key=key))
    if found is None:
        raise _none()
    return found


def find_seat(_who: Who, pk: int) -> TeamSeat:
    """The seat of this address, with its team."""
    names = ("person", "team__programme__province", "team__established_by")
    found = the_one(TeamSeat.objects.select_related(*names).filter(pk=pk))
    if found is None:
        raise Http404(_("Không có thành viên tổ tư vấn này."))
    return found


def see_dossier(who: Who, dossier: Dossier) -> None:
    """The team and the offices of the province, but no reader whom a conflict keeps away; a member of the
    team finds the own declaration there.
    """
    if team_seat(who) is None and (is_kept_from(who, dossier) or not reads_advice(who, dossier)):
        raise _none()


def _none() -> Http404:
    return Http404(_("Không có sản phẩm này."))


def page_of(dossier: Dossier) -> str:
    """The page of what the team says of a product."""
    return reverse("advisory:product", args=[dossier.key])


def head(dossier: Dossier) -> dict[str, Any]:
    """What the head of every page about a product says: no more than the agenda says of it."""
    return {"name": dossier.product.name, "dossier": dossier, "place": dossier.product.producer.name}


TEAM = Matter(
    space="advisory",
    address="to-tu-van/",
    find=find_programme,
    back=lambda _programme: reverse("advisory:team"),
)
TEAM_SEAT = Matter(
    space="advisory",
    address="to-tu-van/thanh-vien/<int:pk>/",
    find=find_seat,
    keys=lambda seat: {"pk": seat.pk},
    back=lambda _seat: reverse("advisory:team"),
    head=lambda seat: {"name": str(seat.person)},
)
PRODUCT = Matter(
    space="advisory",
    address="to-tu-van/ho-so/<uuid:key>/",
    find=find_dossier,
    keys=lambda dossier: {"key": dossier.key},
    back=page_of,
    head=head,
    see=see_dossier,
)
