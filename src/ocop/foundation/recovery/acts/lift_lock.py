"""Mở khoá: whoever was kept out by wrong passwords may try again at once."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person, WrongTries
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.recovery.about import LOCK
from ocop.foundation.recovery.notices import tell_lifted
from ocop.foundation.recovery.permissions import refuse_lift


def refuse_lift_lock(who: Who, lock: WrongTries) -> Refusal | None:
    """For operators; the lock of an account for those who manage it."""
    return refuse_lift(who, lock.person)


@recorded
def lift_lock(lock: WrongTries, *, by: Person, at: datetime) -> None:
    """Counts from nothing again. Refused where it ended by itself, or somebody else lifted it."""
    ensure(refuse_lift_lock(who_is(by, at), held(lock)))
    if not lock.is_locked(at):
        ensure(Refusal("conflict_not_locked", _("Khoá này đã hết rồi."), todo=_("Tải lại trang để xem.")))
    record(
        "person.lift_lock", lock.person or lock, by=by, at=at,
        data={"address": lock.address, "count": lock.count},
    )  # fmt: skip
    lock.count = 0
    lock.save(update_fields=["count"])
    if lock.person is not None:
        tell_lifted(lock.person, at=at)


LIFT_LOCK = Act(
    about=LOCK,
    name="lift_lock",
    path="mo-khoa/",
    refuse=refuse_lift_lock,
    do=lift_lock,
    button=_("Mở khoá"),
    said=_("Đã mở khoá. Có thể đăng nhập lại ngay."),
    at_once=True,
)
