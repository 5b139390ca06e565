"""Finding what an address names; what a person may not see is not there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.certificates import permissions
from ocop.casework.certificates.documents.decision import shown_items
from ocop.casework.certificates.labels import DECISION_KINDS, STATE_KINDS, state_word
from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.rules import DecisionKind, DecisionState
from ocop.foundation.ui.refusals import ensure
from ocop.foundation.ui.rows import the_one


def visible(request: HttpRequest, key: UUID, at: datetime) -> Decision:
    """The decision of this address. Http404 where there is none, or none for this person."""
    rows = Decision.objects.select_related(
        "programme__province", "drafted_by", "submitted_by", "signer", "file"
    )
    decision = the_one(rows.filter(key=key))
    if decision is None or permissions.refuse_read(request.user, decision, at) is not None:
        raise Http404(_("Không có quyết định này."))
    return decision


def preparing(request: HttpRequest, key: UUID, at: datetime) -> Decision:
    """The same for people who prepare decisions; refused with a reason to others who see it."""
    decision = visible(request, key, at)
    ensure(permissions.refuse_prepare(request.user, at))
    return decision


def item_of(decision: Decision, pk: int) -> DecisionItem:
    """One product of the decision. Http404 where it is not in it."""
    found = next((row for row in shown_items(decision) if row.pk == pk), None)
    if found is None:
        raise Http404(_("Không có sản phẩm này trong quyết định."))
    return found


_NEXT: dict[DecisionState, tuple[Any, Any]] = {
    DecisionState.DRAFT: (gettext_lazy("Sửa cho đủ rồi trình ký"), gettext_lazy("Cơ quan OCOP cấp tỉnh")),
    DecisionState.FOR_SIGNATURE: (
        gettext_lazy("Ký, hoặc trả lại kèm lý do"),
        gettext_lazy("Người có thẩm quyền ký"),
    ),
}


def head(decision: Decision) -> dict[str, Any]:
    """What the head of every page about a decision says."""
    state, kind = DecisionState(decision.state), DECISION_KINDS[DecisionKind(decision.kind)]
    next_step, holder = _NEXT.get(state, ("", ""))
    return {
        "decision": decision,
        "name": decision.subject,
        "kicker": _("Quyết định số %(number)s") % {"number": decision.number} if decision.number else kind,
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "next_step": next_step,
        "holder": holder,
    }
