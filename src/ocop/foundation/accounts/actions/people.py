"""Accounts: opened, corrected, closed, and their open sessions."""

from __future__ import annotations

from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.accounts.permissions import (
    refuse_deactivate,
    refuse_email,
    refuse_manage_people,
    refuse_password_link,
    refuse_phone,
    refuse_reactivate,
)
from ocop.foundation.accounts.rules import phone_number, sign_in_name
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused, ensure, once


@recorded
def open_account(
    *,
    username: str,
    full_name: str,
    by: Person,
    at: datetime,
    email: str = "",
    phone: str = "",
    language: str = "vi",
) -> Person:
    """Makes an account without a password; the person sets one through a link. Refused to who is no operator,
    and for a sign-in name, e-mail or phone number that is taken.
    """
    ensure(refuse_manage_people(by, at))
    ensure(_refuse_taken(username, email, phone))
    with once(lambda: _refuse_taken(username, email, phone)):
        person = Person.objects.create_user(
            username, full_name=full_name, email=email, phone=phone, language=language, created_at=at
        )
    if person.email:  # else the person's first look at the page of addresses would have to write it
        EmailAddress.objects.create(user=person, email=person.email)
    record("person.open_account", person, by=by, at=at, data={"username": person.username})
    return person


def _refuse_taken(username: str, email: str, phone: str) -> Refusal | None:
    if Person.objects.filter(username=sign_in_name(username)).exists():
        taken = _("Tên đăng nhập này đã có người dùng.")
        return Refusal("conflict_username", taken, todo=_("Chọn tên khác."))
    return refuse_email(email) or refuse_phone(phone) or refuse_phone(username)


@recorded
def change_details(*, person: Person, full_name: str, phone: str, language: str, at: datetime) -> Person:
    """A person corrects their own name, phone and language;
    what changed is recorded by field, not by content.
    """
    stored = holding(Person.objects).get(pk=person.pk)
    if phone_number(phone) != stored.phone:
        ensure(refuse_phone(phone, but=stored))
    new = {"full_name": full_name, "phone": phone, "language": language}
    changed = sorted(name for name, value in new.items() if getattr(stored, name) != value)
    if changed:
        for name in changed:
            setattr(stored, name, new[name])
        stored.save(update_fields=changed)
        record("person.change_details", stored, by=person, at=at, data={"fields": changed})
    return stored


@recorded
def deactivate(*, person: Person, by: Person, at: datetime, reason: str) -> Person:
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


@recorded
def reactivate(*, person: Person, by: Person, at: datetime, reason: str = "") -> Person:
    """Opens a closed account again. Appointments that ended stay ended."""
    person = holding(Person.objects).get(pk=person.pk)
    ensure(refuse_reactivate(by, person, at))
    person.is_active = True
    person.save(update_fields=["is_active"])
    record("person.reactivate", person, by=by, at=at, reason=reason)
    return person


@recorded
def issue_password_link(*, person: Person, by: Person, at: datetime, reason: str) -> str:
    """The path of a page where the person sets a new password: for who has no e-mail. It works once, for a
    day.

    Refused without a reason, for oneself, for a closed account, and outside the operator's place. It does not
    lift the second step of signing in.
    """
    ensure(refuse_password_link(by, person, at))
    if not reason.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi lý do cấp liên kết."), todo=_("Ghi lý do rồi gửi lại."))
        )
    key = default_token_generator.make_token(person)
    record("person.issue_password_link", person, by=by, at=at, reason=reason)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key}
    )


@recorded
def end_other_sessions(*, person: Person, keep: str | None, at: datetime) -> int:
    """Signs the person out everywhere but here (`keep`); how many sessions that ended."""
    ended, _rows = Session.objects.filter(person=person).exclude(session_key=keep).delete()
    record("person.end_sessions", person, by=person, at=at, data={"sessions_ended": ended})
    return ended
