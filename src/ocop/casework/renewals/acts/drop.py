"""Thôi không kéo dài: nothing is extended; the case stays to be read."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.about import EXTENSION
from ocop.casework.renewals.models import Extension
from ocop.casework.renewals.permissions import refuse_handle, refuse_sign
from ocop.casework.renewals.states import EXTENSION_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition


def refuse_drop(who: Who, extension: Extension) -> Refusal | None:
    """The officers, and whoever may sign."""
    refusal = refuse_handle(who, extension)
    return refusal and refuse_sign(who, extension) and refusal


@recorded
def drop_extension(extension: Extension, *, reason: str, by: Person, at: datetime) -> None:
    """Ends it without a decision. Refused to all but officers of the province and the signer, and without a
    reason.
    """
    ensure(refuse_drop(who_is(by, at), held(extension)))
    transition(extension, "drop", by=by, at=at, reason=reason)


DROP = Act(
    about=EXTENSION,
    name="drop",
    path="thoi/",
    move=EXTENSION_WORKFLOW.move("drop"),
    refuse=refuse_drop,
    form=AsksReason,
    do=drop_extension,
    lead=_("Giấy chứng nhận hết hiệu lực theo thời hạn của nó. Đề nghị vẫn lưu để xem lại."),
    said=_("Đã ghi: không kéo dài."),
)
