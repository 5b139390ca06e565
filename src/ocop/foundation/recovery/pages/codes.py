"""The page that hands out a code, shown once and never again, and the page where it is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import Act, Refused, ensure
from ocop.foundation.acts.page import carry_out, context_of, refuse_now
from ocop.foundation.documents.engines import qr
from ocop.foundation.recovery.acts import use_code
from ocop.foundation.recovery.forms import UseCodeForm
from ocop.foundation.recovery.rules import LASTS, written


def page_with_code(act: Act, person_of: Callable[[Any], Person]) -> Callable[..., HttpResponse]:
    """The page of an act that makes a code. The code stands in the answer and nowhere else: no address leads
    back to it.
    """

    def page(request: PersonRequest, **address: Any) -> HttpResponse:
        who, is_sent = request.who, request.method == "POST"
        thing = act.about.find(who, **address)
        form = act.form(request.POST if is_sent else None, who=who, thing=thing)
        try:
            done, code = carry_out(act, form) if is_sent and form.is_valid() else (False, "")
        except Refused:
            act.about.see(who, thing)
            raise
        if done:
            return render(request, "recovery/code.html", _shown(act, thing, person_of(thing), code))
        act.about.see(who, thing)
        ensure(refuse_now(act, who, thing))
        return render(request, act.template, context_of(act, form), status=422 if is_sent else 200)

    page.__doc__ = act.do.__doc__
    page.act = act  # type: ignore[attr-defined]  # `ocop addresses` names its file
    return page


def _shown(act: Act, thing: Any, person: Person, code: str) -> dict[str, Any]:
    with translation.override(person.language):
        address = f"{settings.SITE_ADDRESS}{reverse('recovery:use_code')}"
    link = f"{address}?{urlencode({'ten': person.username, 'ma': code})}"
    return {
        "person": person,
        "code": written(code),
        "until": timezone.now() + LASTS,
        "address": address,
        "qr": mark_safe(qr.svg(link)),  # noqa: S308 - drawn by our own engine
        "back": act.about.back(thing),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: HttpRequest) -> HttpResponse:
    """Account, code, new password; from the QR the first two are filled in."""
    if request.method != "POST":
        known = {"login": request.GET.get("ten", ""), "code": request.GET.get("ma", "")}
        return render(request, "recovery/use.html", {"form": UseCodeForm(initial=known)})
    form = UseCodeForm(request.POST)
    if form.is_valid() and _use(request, form):
        messages.success(request, _("Đã đặt mật khẩu mới. Mời đăng nhập."))
        return redirect("account_login")
    return render(request, "recovery/use.html", {"form": form}, status=422)


def _use(request: HttpRequest, form: UseCodeForm) -> bool:
    """Whether the password is new; if not, the form says why. Guesses count as wrong passwords do."""
    given, at = form.cleaned_data, timezone.now()
    address = get_adapter().get_client_ip(request)
    if not tries.count(given["login"], address, at):
        form.add_error(None, _("Sai quá nhiều lần. Chờ 5 phút rồi thử lại, hoặc xin xã cấp mã mới."))
        return False
    try:
        person = use_code(login=given["login"], code=given["code"], password=given["password1"], at=at)
    except ValidationError as fault:
        tries.take_back(given["login"], address, at)
        form.add_error("password1", fault)
        return False
    if person is None:
        form.add_error(
            None,
            _(
                "Tên đăng nhập và mã không khớp, hoặc mã đã dùng rồi, đã quá 30 phút, đã có mã mới hơn. "
                "Xem lại từng chữ số; nếu vẫn không được, xin xã cấp mã mới."
            ),
        )
        return False
    tries.take_back(given["login"], address, at)
    return True
