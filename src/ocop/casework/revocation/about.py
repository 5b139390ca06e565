"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.certificates.about import find_programme
from ocop.casework.revocation import permissions
from ocop.casework.revocation.labels import GROUNDS, STATE_KINDS, state_word
from ocop.casework.revocation.models import Cessation, Revocation
from ocop.casework.revocation.rules import Ground
from ocop.casework.revocation.states import RevocationState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one


def find_revocation(_who: Who, key: UUID) -> Revocation:
    """The revocation of this address."""
    found = the_one(Revocation.objects.with_names().filter(key=key))
    if found is None:
        raise _none()
    return found


def see_revocation(who: Who, revocation: Revocation) -> None:
    """One of another province is not there."""
    if not permissions.reads(who, revocation):
        raise _none()


def _none() -> Http404:
    return Http404(_("Không có việc thu hồi này."))


def find_cessation(_who: Who, key: UUID) -> Cessation:
    """What was recorded as ended."""
    rows = Cessation.objects.select_related("producer", "product", "paper__file")
    found = the_one(rows.filter(key=key))
    if found is None:
        raise Http404(_("Không có việc này."))
    return found


def see_cessation(who: Who, cessation: Cessation) -> None:
    """One that is not of the person's ground is not there."""
    if not Cessation.objects.visible_to(who.person, who.at).filter(pk=cessation.pk).exists():
        raise Http404(_("Không có việc này."))


_NEXT: dict[RevocationState, tuple[Any, Any]] = {
    RevocationState.PREPARED: (
        gettext_lazy("Một cán bộ khác xác minh"), gettext_lazy("Cơ quan OCOP cấp tỉnh")
    ),
    RevocationState.SENT: (
        gettext_lazy("Chờ quyết định của Bộ trưởng"), gettext_lazy("Bộ Nông nghiệp và Môi trường")
    ),
}  # fmt: skip


def _next(revocation: Revocation) -> tuple[Any, Any]:
    if revocation.state != RevocationState.VERIFIED:
        return _NEXT.get(RevocationState(revocation.state), ("", ""))
    if revocation.is_ministrys:
        return _("Gửi đề nghị lên Bộ"), _("Cơ quan OCOP cấp tỉnh")
    return _("Ký, hoặc trả lại kèm lý do"), _("Người có thẩm quyền ký")


def head(revocation: Revocation) -> dict[str, Any]:
    """What the head of every page about a revocation says."""
    state = RevocationState(revocation.state)
    next_step, holder = _next(revocation)
    has_ended = state in {RevocationState.DECIDED, RevocationState.DROPPED}
    return {
        "revocation": revocation,
        "name": str(revocation),
        "kicker": GROUNDS[Ground(revocation.ground)],
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "next_step": next_step,
        "holder": holder,
        "due": None if has_ended else revocation.due_on,
        "today": timezone.localdate(),
    }


REVOCATION = Matter(
    space="revocation",
    address="thu-hoi/<uuid:key>/",
    find=find_revocation,
    keys=lambda revocation: {"key": revocation.key},
    back=Revocation.get_absolute_url,
    head=head,
    see=see_revocation,
)

REVOCATIONS = Matter(
    space="revocation",
    address="thu-hoi/",
    find=find_programme,
    back=lambda _programme: reverse("revocation:list"),
)

CESSATIONS = Matter(
    space="revocation",
    address="thu-hoi/ngung/",
    find=find_programme,
    back=lambda _programme: reverse("portal:home"),
)

CESSATION = Matter(
    space="revocation",
    address="thu-hoi/ngung/<uuid:key>/",
    find=find_cessation,
    keys=lambda cessation: {"key": cessation.key},
    back=lambda _cessation: reverse("revocation:prepare"),
    head=lambda cessation: {"name": str(cessation)},
    see=see_cessation,
)
