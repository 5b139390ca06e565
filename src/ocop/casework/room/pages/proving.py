"""The meeting PIN is given: what was made ready without network may then be sealed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.fields import PasswordField
from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ocop.casework.review.forms import check_counted
from ocop.casework.review.models import Meeting
from ocop.casework.room.acts.note_wrong_pin import note_wrong_pin
from ocop.casework.room.models import MeetingPin
from ocop.casework.room.pages.packs import the_meeting
from ocop.casework.room.selectors.proof import is_right, note_pin, pin_of
from ocop.foundation.accounts.requests import PersonRequest


class PinForm(forms.Form):
    """The PIN of the meeting."""

    pin = PasswordField(label=gettext_lazy("Mã PIN của phiên họp"), autocomplete="off")

    def __init__(self, request: PersonRequest, known: MeetingPin) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.request, self.known = request, known
        self.fields["pin"].widget.attrs["inputmode"] = "numeric"

    def clean_pin(self) -> str:
        """The right one; too many wrong ones and nobody is let try for a while. A wrong one is on record."""
        given, at = str(self.cleaned_data["pin"]), self.request.who.at

        def look() -> bool:
            if found := is_right(self.known, given):
                return found
            note_wrong_pin(self.known, by=self.request.user, at=at)
            return False

        wrong = _("Mã PIN chưa đúng. Nhập lại, hoặc dùng mật khẩu.")
        check_counted(self.request.user, is_right=look, wrong=wrong, at=at)
        return given


def again_url(person: Any, meeting: Meeting) -> str:
    """Where a member shows to be it: by PIN where one is set, otherwise by password or passkey."""
    if pin_of(person, meeting) is not None:
        return reverse("room:prove", args=[meeting.key])
    return by_password(meeting)


def by_password(meeting: Meeting) -> str:
    """The page of the accounts, which leads back to the room."""
    return f"{reverse('account_reauthenticate')}?next={reverse('room:room', args=[meeting.key])}"


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: PersonRequest, key: UUID) -> HttpResponse:
    """Asks for the PIN; a right one leads back to the room, which then seals."""
    meeting = the_meeting(request.who, key)
    known = pin_of(request.user, meeting)
    if known is None:
        return redirect(by_password(meeting))
    form = PinForm(request, known)
    if request.method == "POST" and form.is_valid():
        note_pin(request.session, known, request.who.at)
        return redirect("room:room", key=key)
    context = {
        "form": form,
        "name": meeting.title,
        "heading": _("Xác nhận đúng là bạn"),
        "submit": _("Xác nhận"),
        "back": reverse("room:room", args=[key]),
        "other": by_password(meeting),
    }
    return render(request, "room/prove.html", context)
