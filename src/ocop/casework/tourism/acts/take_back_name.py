"""Rút đồng ý nêu tên: the name leaves the page of the chain, and the number stands there again."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import CONSENT
from ocop.casework.tourism.models import NameConsent
from ocop.casework.tourism.permissions import refuse_keep_chain
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_take_back_name(who: Who, consent: NameConsent) -> Refusal | None:
    """Officers who look after the chain."""
    return refuse_keep_chain(who, consent.party.activity.chain)


@recorded
def take_back_name(consent: NameConsent, *, by: Person, at: datetime) -> None:
    """Nobody sees the name any more, within a minute. Refused to strangers; a second time changes nothing."""
    ensure(refuse_take_back_name(who_is(by, at), held(consent)))
    if consent.withdrawn_at is not None:
        return
    consent.withdrawn_at = at
    consent.save(update_fields=["withdrawn_at"])
    record("chain.take_back_name", consent, by=by, at=at)


TAKE_BACK_NAME = Act(
    about=CONSENT, name="take_back_name", path="rut/", refuse=refuse_take_back_name, do=take_back_name,
    button=_("Rút đồng ý nêu tên"), said=_("Đã rút. Tên không còn hiện."), template="ui/confirm.html",
    lead=_("Tên không còn hiện trên trang công khai, chậm nhất sau 60 giây."), danger=True,
)  # fmt: skip
