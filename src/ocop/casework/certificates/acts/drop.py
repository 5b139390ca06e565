"""Bỏ dự thảo: a draft is given up; it stays to be read."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import DECISION
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.permissions import refuse_handle, refuse_prepare
from ocop.casework.certificates.states import WORKFLOW
from ocop.casework.certificates.writes.contents import free
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def drop_decision(decision: Decision, *, reason: str, by: Person, at: datetime) -> None:
    """Its products are free for another decision. Refused to other offices, and without a reason."""
    ensure(refuse_handle(who_is(by, at), held(decision)))
    transition(decision, "drop", by=by, at=at, reason=reason)
    free(decision.items.all())


DROP = Act(
    about=DECISION,
    name="drop",
    path="bo/",
    move=WORKFLOW.move("drop"),
    refuse=refuse_prepare,
    form=AsksReason,
    do=drop_decision,
    lead=_("Dự thảo vẫn lưu để xem lại, nhưng không dùng được nữa."),
    said=_("Đã bỏ dự thảo. Sản phẩm trong đó dùng được cho quyết định khác."),
    danger=True,
)
