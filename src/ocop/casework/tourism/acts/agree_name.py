"""Ghi đồng ý nêu tên: a household agreed that its name stands on the page of the chain."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Party
from ocop.casework.tourism.about import CHAIN_MATTER
from ocop.casework.tourism.models import Chain, NameConsent
from ocop.casework.tourism.permissions import refuse_keep_chain
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, once, record, recorded
from ocop.foundation.ui.forms import DateField, TextField


class AsksName(Asks):
    """Who, on which day, said or signed how."""

    party = forms.ModelChoiceField(
        Party.objects.none(), label=_("Hộ, tổ đồng ý nêu tên"), empty_label=_("Chọn một bên của chuỗi")
    )
    agreed_on = DateField(label=_("Ngày đồng ý"))
    how = TextField(
        label=_("Đồng ý thế nào"),
        max_length=200,
        help_text=_("Ví dụ: ký giấy ở nhà văn hoá; nói qua điện thoại."),
    )
    beside = {"name_": "party", "day_": "agreed_on", "how_": "how"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        party: Any = self.fields["party"]
        party.queryset = self.thing.link.parties.order_by("pk")


@recorded
def agree_name(
    chain: Chain, *, party: Party, agreed_on: date, how: str, by: Person, at: datetime
) -> NameConsent:
    """From now on the name stands there instead of a number. Refused to all but officers, for a party of
    another chain, twice, before it was said, without saying how.
    """
    ensure(refuse_keep_chain(who_is(by, at), held(chain)))
    ensure(_refuse_consent(chain, party, agreed_on, how.strip(), at))
    made = NameConsent(party=party, agreed_on=agreed_on, how=how.strip())
    with once(lambda: _refuse_consent(chain, party, agreed_on, how.strip(), at)):
        made.save()
    record("chain.agree_name", made, by=by, at=at)
    return made


def _refuse_consent(chain: Chain, party: Party, agreed_on: date, how: str, at: datetime) -> Refusal | None:
    if party.activity_id != chain.link_id:
        return Refusal("name_other", gettext("Bên này không thuộc chuỗi."))
    if NameConsent.objects.filter(party=party, withdrawn_at=None).exists():
        return Refusal("name_agreed", gettext("Bên này đã đồng ý rồi."), "", gettext("Không phải ghi lại."))
    if agreed_on > timezone.localdate(at):
        return Refusal("day_to_come", gettext("Ngày đồng ý chưa tới."), "", gettext("Ghi ngày đã đồng ý."))
    if not how:
        return Refusal("how_missing", gettext("Chưa ghi đồng ý thế nào."), "", gettext("Ghi một câu ngắn."))
    return None


AGREE_NAME = Act(
    about=CHAIN_MATTER, name="agree_name", path="dong-y/", refuse=refuse_keep_chain, form=AsksName,
    do=agree_name, button=_("Ghi đồng ý nêu tên"), said=_("Đã ghi. Tên hiện trên trang công khai."),
    icon="check",
)  # fmt: skip
