"""Ghi đã thực hiện yêu cầu của Bộ: how what the Ministry asked for was done."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import MINISTRYS
from ocop.casework.inspections.models import MinistryInspection
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import MINISTRY_WORKFLOW
from ocop.casework.inspections.writes.office import tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition, words
from ocop.foundation.ui.forms import TextField


class AsksFollowed(Asks):
    """What was done, and how the province saw it."""

    note = TextField(
        label=_("Đã làm gì, tỉnh kiểm lại thế nào"),
        lines=4,
        max_length=2000,
        help_text=_("Ghi cả số, ngày văn bản báo cáo Bộ, nếu có."),
    )


@recorded
def follow_ministrys(found: MinistryInspection, *, note: str, by: Person, at: datetime) -> None:
    """Closes it; producer and commune are told. Refused to all but officers of the province, and where it is
    closed already.
    """
    ensure(refuse_handle(who_is(by, at), held(found)))
    changes = {"followed_note": note.strip(), "closed_at": at}
    transition(found, "close", by=by, at=at, reason=note, changes=changes)
    tell_concerned(
        found.producer,
        kind="inspections.followed",
        subject=words(_("Đã thực hiện yêu cầu của Bộ: %(product)s"), product=found.product_name),
        body=words("%(note)s", note=note[:300]),
        url=found.get_absolute_url(),
        at=at,
    )


FOLLOW_MINISTRYS = Act(
    about=MINISTRYS,
    name="ministrys_close",
    path="xong/",
    move=MINISTRY_WORKFLOW.move("close"),
    refuse=refuse_handle,
    form=AsksFollowed,
    do=follow_ministrys,
    said=_("Đã ghi. Chủ thể và xã nhận được thông báo."),
)
