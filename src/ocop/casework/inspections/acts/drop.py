"""Thôi kiểm tra: an inspection that is not made, with the reason; what was written stays."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import INSPECTION
from ocop.casework.inspections.models import Inspection
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import INSPECTION_WORKFLOW
from ocop.casework.inspections.writes.office import tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words


@recorded
def drop_inspection(inspection: Inspection, *, reason: str, by: Person, at: datetime) -> None:
    """Ends it without a conclusion; producer and commune learn it where they knew of it. Refused to all but
    officers of the province, and without a reason.
    """
    ensure(refuse_handle(who_is(by, at), held(inspection)))
    transition(inspection, "drop", by=by, at=at, reason=reason)
    if inspection.is_surprise:
        return
    tell_concerned(
        inspection.producer,
        kind="inspections.dropped",
        subject=words(_("Không kiểm tra %(what)s nữa"), what=str(inspection)),
        body=words("%(reason)s", reason=reason),
        url=inspection.producer.get_absolute_url(),
        at=at,
    )


DROP = Act(
    about=INSPECTION,
    name="drop",
    path="thoi/",
    move=INSPECTION_WORKFLOW.move("drop"),
    refuse=refuse_handle,
    form=AsksReason,
    do=drop_inspection,
    said=_("Đã thôi kiểm tra."),
    danger=True,
)
