"""Đặt PIN cho phiên họp: a member's own PIN to seal at one meeting what was made ready without network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.account.fields import PasswordField
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.forms import AsksPassword
from ocop.casework.review.models import Meeting
from ocop.casework.room.about import OWN_ROOM
from ocop.casework.room.models import MeetingPin
from ocop.casework.room.permissions import refuse_set_pin
from ocop.casework.room.rules import PIN, is_weak
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


class AsksPin(AsksPassword):
    """The password, then the PIN."""

    gives = frozenset({"pin"})
    pin = PasswordField(
        label=_("Mã PIN"),
        autocomplete="off",
        help_text=_("Từ 4 đến 8 chữ số. Chỉ dùng để chốt phiếu của phiên họp này, hết hiệu lực khi bế mạc."),
    )
    beside = {"pin_": "pin"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pin"].widget.attrs["inputmode"] = "numeric"

    def given(self) -> Mapping[str, Any]:
        """The PIN alone."""
        return {"pin": self.cleaned_data["pin"]}


@recorded
def set_pin(meeting: Meeting, *, pin: str, by: Person, at: datetime) -> MeetingPin:
    """Sets the member's PIN for this meeting, in the place of an earlier one; the record does not say which.

    Refused to all but a member who scores there, at a meeting that is over, for anything but four to eight
    digits, and for digits that everybody tries first.
    """
    ensure(refuse_set_pin(who_is(by, at), held(meeting)) or _refuse_pin(pin))
    facts = {"pin": make_password(pin), "at": at}
    made, _is_new = MeetingPin.objects.update_or_create(meeting=meeting, person=by, defaults=facts)
    record("room.set_pin", made, by=by, at=at, data={"meeting": str(meeting.key)})
    return made


def _refuse_pin(pin: str) -> Refusal | None:
    if PIN.fullmatch(pin) is None:
        return Refusal("pin_malformed", _("Mã PIN có từ 4 đến 8 chữ số."))
    if is_weak(pin):
        return Refusal(
            "pin_weak", _("Mã PIN này dễ đoán."), "", _("Chọn các chữ số không giống nhau, không liền nhau.")
        )
    return None


SET_PIN = Act(
    about=OWN_ROOM,
    name="set_pin",
    path="dat-pin/",
    refuse=refuse_set_pin,
    form=AsksPin,
    do=set_pin,
    button=_("Đặt PIN cho phiên họp"),
    lead=_("Phiếu chấm khi mất mạng được chốt bằng mật khẩu, khoá truy cập hoặc mã PIN này."),
    confirm=_("Lưu mã PIN"),
    said=_("Đã đặt mã PIN."),
    icon="key-round",
)
