"""Ghi đã xem gian hàng: an officer says how a listing stands today."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import LINK
from ocop.casework.sites.labels import SEEN
from ocop.casework.sites.models import BuyLink
from ocop.casework.sites.permissions import refuse_look
from ocop.casework.sites.rules import Seen
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded
from ocop.foundation.ui.forms import RadioCards
from ocop.foundation.ui.parts import Card


class AsksSeen(Asks):
    """What was there."""

    seen = forms.ChoiceField(
        label=_("Hôm nay thấy gì?"),
        widget=RadioCards,
        choices=[(one.value, Card(word)) for one, word in SEEN.items()],
    )


@recorded
def look_at_link(link: BuyLink, *, seen: Seen | str, by: Person, at: datetime) -> None:
    """Keeps what was found and the day; what is gone or sells something else is no longer offered to
    shoppers at once.

    Refused to all but officers of the producer's commune and of the province.
    """
    ensure(refuse_look(who_is(by, at), held(link)))
    link.seen, link.seen_on, link.seen_by = Seen(seen).value, timezone.localdate(at), by
    link.save(update_fields=["seen", "seen_on", "seen_by"])
    record("site.look_at_link", link, by=by, at=at, data={"seen": link.seen})


LOOK_AT = Act(
    about=LINK,
    name="look_at_link",
    path="da-xem/",
    refuse=refuse_look,
    form=AsksSeen,
    do=look_at_link,
    button=_("Ghi đã xem gian hàng"),
    said=_("Đã ghi kết quả xem gian hàng."),
)
