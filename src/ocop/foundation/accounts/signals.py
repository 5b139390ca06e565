"""Around signing in: what the session remembers, what the record keeps, and which sessions end."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from ocop.foundation.accounts.devices import device_name
from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.accounts.sessions import DEVICE_KEY, SIGNED_IN_AT_KEY
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recording
from ocop.foundation.audit.vouching import vouch


@receiver(user_logged_in)
def remember_device(sender: type, request: HttpRequest, **_: Any) -> None:
    """Writes device and moment into the new session, from where they reach its row."""
    request.session[DEVICE_KEY] = device_name(request.headers.get("User-Agent", ""))
    request.session[SIGNED_IN_AT_KEY] = timezone.now().isoformat()


@receiver(account.user_signed_up)
def record_sign_up(sender: type, request: HttpRequest, user: Person, **_: Any) -> None:
    """An account that a person opened for themselves."""
    with recording():
        vouch(user)
        record("person.sign_up", user, by=user, at=timezone.now(), data={"username": user.username})


@receiver([account.password_changed, account.password_set, account.password_reset])
def end_sessions_after_new_password(sender: type, request: HttpRequest, user: Person, **_: Any) -> None:
    """Whoever knew the old password is signed out everywhere; the one who changed it stays."""
    ended, _rows = (
        Session.objects.filter(person=user).exclude(session_key=request.session.session_key).delete()
    )
    record("person.change_password", user, by=user, at=timezone.now(), data={"sessions_ended": ended})


@receiver([mfa.authenticator_added, mfa.authenticator_removed, mfa.authenticator_reset])
def record_second_factor(
    sender: type, request: HttpRequest, user: Person, authenticator: Any, **_: Any
) -> None:
    """The second step of signing in was switched on, off or renewed; its secrets stay out of the record."""
    record("person.change_second_factor", user, by=user, at=timezone.now(), data={"kind": authenticator.type})
