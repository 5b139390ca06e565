"""Why a code may not be handed to somebody, and who has a duty that needs a stronger way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.permissions import (
    ASK_OPERATOR,
    refuse_manage_people,
    refuse_manage_person,
    refuse_password_link,
)
from ocop.foundation.accounts.who import Who, appointments_of, who_is
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.recovery.rules import DAY, MOST_BY_ONE_OFFICER, MOST_FOR_ONE_PERSON
from ocop.foundation.refusals import Refusal

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

Duty = Callable[[Person, datetime], bool]

_duties: list[Duty] = []


def register_duty(holds_duty: Duty) -> None:
    """A package above says who else does official work: the members of a council."""
    if holds_duty not in _duties:
        _duties.append(holds_duty)


def refuse_duty(person: Person, at: datetime) -> Refusal | None:
    """Whoever works in an office, or will, sits on a council or repairs the installation gets no code from a
    commune: who could reset these passwords could sign and score in their name.
    """
    in_office = any(
        row.ends_at is None or row.ends_at > at for row in who_is(person, at).once(appointments_of)
    )
    if not in_office and not person.is_superuser and not any(holds(person, at) for holds in _duties):
        return None
    return Refusal(
        "has_duty",
        _("%(person)s đang giữ việc ở cơ quan hoặc hội đồng.") % {"person": person},
        _("Mật khẩu của người làm việc công chỉ người quản trị đặt lại được."),
        ASK_OPERATOR,
    )


def refuse_hand_out(by: Person | AnonymousUser, person: Person, at: datetime) -> Refusal | None:
    """Whoever hands out a code: never to oneself, never to a closed account, not over and over."""
    if by.pk == person.pk:
        return Refusal("self", _("Bạn đổi mật khẩu của mình ở trang Tài khoản."))
    if not person.is_active:
        return Refusal("person_inactive", _("Tài khoản này đang ngừng hoạt động."), todo=ASK_OPERATOR)
    today = ResetCode.objects.filter(issued_at__gt=at - DAY)
    if today.filter(person=person).count() >= MOST_FOR_ONE_PERSON:
        return Refusal(
            "too_many_codes",
            _("Trong 24 giờ qua %(person)s đã được cấp %(number)s mã.")
            % {"person": person, "number": MOST_FOR_ONE_PERSON},
            _("Cấp mã nhiều lần trong một ngày là dấu hiệu có người khác muốn vào tài khoản."),
            _("Chờ đến ngày mai, hoặc nhờ người quản trị hệ thống cấp liên kết đặt mật khẩu."),
        )
    if today.filter(issued_by=by.pk).count() >= MOST_BY_ONE_OFFICER:
        return Refusal(
            "too_many_codes",
            _("Trong 24 giờ qua bạn đã cấp %(number)s mã.") % {"number": MOST_BY_ONE_OFFICER},
            todo=_("Chờ đến ngày mai, hoặc nhờ người quản trị hệ thống."),
        )
    return None


def refuse_issue(who: Who, person: Person) -> Refusal | None:
    """The operator hands a code to anybody whose account they manage."""
    return refuse_password_link(who.person, person, who.at) or refuse_hand_out(who.person, person, who.at)


def refuse_locks(who: Who) -> Refusal | None:
    """Locks are for operators."""
    return refuse_manage_people(who.person, who.at)


def refuse_lift(who: Who, person: Person | None) -> Refusal | None:
    """A lock of an account is for whoever manages it; any other for every operator."""
    if person is None:
        return refuse_locks(who)
    return refuse_manage_person(who.person, person, who.at)
