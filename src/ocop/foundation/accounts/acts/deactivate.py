"""Ngừng tài khoản: nobody can sign in with it any more; its records remain."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import PERSON
from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.accounts.permissions import refuse_deactivate
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded
from ocop.foundation.holding import holding


def refuse_close(who: Who, person: Person) -> Refusal | None:
    """Who manages the person, never oneself; once only."""
    return refuse_deactivate(who.person, person, who.at)


@recorded
def deactivate(person: Person, *, reason: str, by: Person, at: datetime) -> Person:
    """Closes an account: nobody can sign in with it, and its open sessions end at once. Its records remain.

    Refused for oneself, without a reason, outside the operator's place, and where it is closed already.
    """
    person = holding(Person.objects).get(pk=person.pk)
    ensure(refuse_deactivate(by, person, at))
    if not reason.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi lý do ngừng tài khoản."), todo=_("Ghi lý do rồi gửi lại."))
        )
    person.is_active = False
    person.save(update_fields=["is_active"])
    ended, _rows = Session.objects.filter(person=person).delete()
    record("person.deactivate", person, by=by, at=at, reason=reason, data={"sessions_ended": ended})
    return person


def _lead(person: Person) -> str:
    words = gettext("%(person)s sẽ bị đăng xuất ngay ở mọi nơi. Hồ sơ và lịch sử vẫn được giữ.")
    return words % {"person": person}


DEACTIVATE = Act(
    about=PERSON,
    name="deactivate",
    path="ngung/",
    refuse=refuse_close,
    form=AsksReason,
    do=deactivate,
    button=_("Ngừng tài khoản"),
    lead=_lead,
    said=_("Đã ngừng tài khoản."),
    template="ui/confirm.html",
    danger=True,
)
