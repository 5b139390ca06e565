"""A public form without account and cookie, and what keeps floods from it.

In place of the token of a cookie the form holds a signed mark, bound to what it is about and to a few hours;
besides, the browser says from where it sends. Floods are slowed by work that the device does
(`rules/taking`) and by counters; nobody solves pictures. Without scripts what is sent waits behind others.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.inspections.rules.taking import FORM_LASTS, bits_now, is_worked
from ocop.casework.inspections.writes.counting import count_report, recent
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.forms import Form, TextField

SALT = "ocop.inspections.report"


class ContactForm(Form):
    """How to reach who writes, if they agree; it stands last."""

    contact = TextField(
        label=gettext_lazy("Điện thoại hoặc thư điện tử của bạn"), max_length=120, required=False
    )
    consent = forms.BooleanField(required=False)
    without_name: Any
    """What is said where a contact is written without consent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in {"contact", "consent"}])

    def clean(self) -> dict[str, Any]:
        """A contact only with consent."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("contact") and not told.get("consent"):
            self.add_error("consent", ValidationError(self.without_name, code="consent_missing"))
        return told

    @property
    def agreed_contact(self) -> str:
        """The contact, where its use was agreed to."""
        return str(self.cleaned_data["contact"]) if self.cleaned_data["consent"] else ""


@dataclass(frozen=True)
class Guarded:
    """One public form: what its mark is bound to, how it is shown with a mark and a status, where one reads
    what was sent with a mark before, what is made of a form that is in order; what is said otherwise.
    """

    bound: str
    show: Callable[[Any, dict[str, Any], int], HttpResponse]
    sent_before: Callable[[str], HttpResponse | None]
    make: Callable[[Any, str, bool], HttpResponse]
    too_old: str
    too_many: str


def answer(request: HttpRequest, form: Any, desk: Guarded) -> HttpResponse:
    """The form, or what becomes of what was sent with it. Nothing typed is lost."""
    if request.method != "POST":
        return desk.show(form, _mark(request, desk.bound, new_token(desk.bound)), 200)
    ensure(refuse_origin(request))
    token = request.POST.get("token", "")
    told = read_token(token, desk.bound)
    if told is None:
        _fail(form, desk.too_old, "token_old")
        return desk.show(form, _mark(request, desk.bound, new_token(desk.bound)), 422)
    if (known := desk.sent_before(told["n"])) is not None:
        return known
    is_proven = says_origin(request) and is_worked(token, request.POST.get("work", ""), told["b"])
    if not count_report(get_adapter().get_client_ip(request), timezone.now(), is_proven=is_proven):
        _fail(form, desk.too_many, "too_many")
        return desk.show(form, _mark(request, desk.bound, token), 429)
    if not form.is_valid():
        return desk.show(form, _mark(request, desk.bound, token), 422)
    return desk.make(form, told["n"], is_proven)


def _fail(form: Any, said: str, code: str) -> None:
    form.full_clean()
    form.add_error(None, ValidationError(said, code=code))


def _mark(request: HttpRequest, bound: str, token: str) -> dict[str, Any]:
    """What the template of the form needs: the mark, its work, and the work that was done for it already."""
    told = read_token(token, bound)
    assert told is not None  # noqa: S101 - made or read a moment ago
    work = request.POST.get("work", "") if token == request.POST.get("token") else ""
    return {"token": token, "bits": told["b"], "work": work}


def new_token(bound: str) -> str:
    """A form's own mark: bound to what it is about, with the work that is asked for now."""
    bits = bits_now(recent(timezone.now()), settings.REPORT_WORK_BITS)
    return signing.dumps({"c": bound, "b": bits, "n": secrets.token_hex(16)}, salt=SALT)


def read_token(token: str, bound: str) -> dict[str, Any] | None:
    """What the mark says; None where it is not ours, too old, or of something else."""
    try:
        told = signing.loads(token[:500], salt=SALT, max_age=FORM_LASTS)
    except signing.BadSignature:
        return None
    return told if told["c"] == bound else None


def says_origin(request: HttpRequest) -> bool:
    """Whether the browser says from where it sends."""
    return "Sec-Fetch-Site" in request.headers or "Origin" in request.headers


def refuse_origin(request: HttpRequest) -> Refusal | None:
    """Refuses what another site sends through somebody's browser."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    own = {
        f"{request.scheme}://{request.get_host()}", settings.SITE_ADDRESS, *settings.CSRF_TRUSTED_ORIGINS
    }  # fmt: skip
    if site in {None, "same-origin"} and (origin is None or origin in own):
        return None
    return Refusal(
        "foreign_origin",
        _("Phản ánh này không được gửi từ trang của hệ thống."),
        "",
        _("Mở trang kiểm tra mã rồi gửi từ đó."),
    )
