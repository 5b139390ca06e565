"""My account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ocop.foundation.accounts import acts
from ocop.foundation.accounts.forms.own import MyDetailsForm
from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.selectors import appointments_on


@require_safe
def me(request: PersonRequest) -> HttpResponse:
    """Who I am here, how I sign in, what I am appointed to, where I am signed in."""
    now = timezone.now()
    context = {
        "person": request.user,
        "appointments": appointments_on(request.user, now),
        "pending_email": EmailAddress.objects.get_new(request.user),
        "factors": set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True)),
        "sessions": Session.objects.filter(person=request.user, expire_date__gt=now).order_by(
            "-signed_in_at"
        ),
        "here": request.session.session_key,
    }
    return render(request, "accounts/me.html", context)


def details(request: PersonRequest) -> HttpResponse:
    """Corrects my name, phone and language."""
    form = MyDetailsForm(request.POST or None, instance=Person.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        acts.change_details(person=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Đã lưu thông tin của bạn."))
        return redirect("accounts:me")
    context = {"form": form, "heading": _("Sửa thông tin của tôi"), "cancel_url": reverse("accounts:me")}
    return render(
        request, "ui/form.html", context, status=200 if form.is_valid() or not form.is_bound else 422
    )


@require_POST
def end_other_sessions(request: PersonRequest) -> HttpResponse:
    """Signs me out on every other device."""
    ended = acts.end_other_sessions(person=request.user, keep=request.session.session_key, at=timezone.now())
    messages.success(request, _("Đã đăng xuất khỏi %(count)s nơi khác.") % {"count": ended})
    return redirect("accounts:me")
