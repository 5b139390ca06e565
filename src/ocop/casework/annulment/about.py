"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.annulment import permissions
from ocop.casework.annulment.labels import SHORT_GROUNDS, STATE_KINDS, state_word
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.rules import Ground
from ocop.casework.annulment.states import AnnulmentState
from ocop.casework.certificates.about import find_programme
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one


def find_annulment(_who: Who, key: UUID) -> Annulment:
    """The annulment of this address."""
    found = the_one(Annulment.objects.with_names().filter(key=key))
    if found is None:
        raise _none()
    return found


def see_annulment(who: Who, annulment: Annulment) -> None:
    """One that is not for this person is not there."""
    if not permissions.reads(who, annulment):
        raise _none()


def _none() -> Http404:
    return Http404(_("Không có việc huỷ bỏ này."))


_NEXT: dict[AnnulmentState, tuple[Any, Any]] = {
    AnnulmentState.PREPARED: (
        gettext_lazy("Một cán bộ khác xác minh"), gettext_lazy("Cơ quan OCOP cấp tỉnh")
    ),
    AnnulmentState.VERIFIED: (
        gettext_lazy("Ký, hoặc trả lại kèm lý do"), gettext_lazy("Người có thẩm quyền ký")
    ),
}  # fmt: skip


def head(annulment: Annulment) -> dict[str, Any]:
    """What the head of every page about an annulment says."""
    state = AnnulmentState(annulment.state)
    next_step, holder = _NEXT.get(state, ("", ""))
    return {
        "annulment": annulment,
        "name": str(annulment),
        "kicker": SHORT_GROUNDS[Ground(annulment.ground)],
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "next_step": next_step,
        "holder": holder,
        "due": annulment.due_on if _is_asked(annulment) else None,
        "today": timezone.localdate(),
    }


def _is_asked(annulment: Annulment) -> bool:
    return annulment.due_on is not None and Annulment.objects.still_asked().filter(pk=annulment.pk).exists()


ANNULMENT = Matter(
    space="annulment",
    address="huy-bo/<uuid:key>/",
    find=find_annulment,
    keys=lambda annulment: {"key": annulment.key},
    back=Annulment.get_absolute_url,
    head=head,
    see=see_annulment,
)

ANNULMENTS = Matter(
    space="annulment",
    address="huy-bo/",
    find=find_programme,
    back=lambda _programme: reverse("annulment:list"),
)
