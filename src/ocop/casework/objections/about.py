"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates.about import find_notice, see_notice
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.objections import permissions
from ocop.casework.objections.labels import STATE_KINDS, state_word
from ocop.casework.objections.models import Objection
from ocop.casework.objections.states import ObjectionState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one


def find_objection(_who: Who, key: UUID) -> Objection:
    """The objection of this address."""
    found = the_one(Objection.objects.with_names().filter(key=key))
    if found is None:
        raise _none()
    return found


def see_objection(who: Who, objection: Objection) -> None:
    """One that is not for this person is not there."""
    if not permissions.reads(who, objection):
        raise _none()


def _none() -> Http404:
    return Http404(_("Không có kiến nghị này."))


def head(objection: Objection) -> dict[str, Any]:
    """What the head of every page about an objection says."""
    state = ObjectionState(objection.state)
    waits = state == ObjectionState.FILED
    return {
        "objection": objection,
        "name": objection.product_name,
        "kicker": _("Kiến nghị về kết quả đánh giá"),
        "place": objection.producer.name,
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "next_step": _("Trả lời chủ thể") if waits else "",
        "holder": _("Cơ quan OCOP cấp tỉnh") if waits else "",
        "today": timezone.localdate(),
    }


OBJECTION = Matter(
    space="objections",
    address="kien-nghi/<uuid:key>/",
    find=find_objection,
    keys=lambda objection: {"key": objection.key},
    back=Objection.get_absolute_url,
    head=head,
    see=see_objection,
)

NOTICE = Matter(
    space="objections",
    address="thong-bao-ket-qua/<uuid:key>/kien-nghi/",
    find=find_notice,
    keys=lambda notice: {"key": notice.item.key},
    back=ResultNotice.get_absolute_url,
    head=lambda notice: {"name": notice.content["product"]},
    see=see_notice,
)
