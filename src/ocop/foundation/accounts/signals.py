"""Around signing in: the session remembers on which device and since when."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from ocop.foundation.accounts.devices import device_name
from ocop.foundation.accounts.sessions import DEVICE_KEY, SIGNED_IN_AT_KEY


@receiver(user_logged_in)
def remember_device(sender: type, request: HttpRequest, **_: Any) -> None:
    """Writes device and moment into the new session, from where they reach its row."""
    request.session[DEVICE_KEY] = device_name(request.headers.get("User-Agent", ""))
    request.session[SIGNED_IN_AT_KEY] = timezone.now().isoformat()
