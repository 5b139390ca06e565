"""Gỡ xuống: nobody sees a chain any more, within a minute also where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import CHAIN_MATTER
from ocop.casework.tourism.models import Chain
from ocop.casework.tourism.permissions import refuse_keep_chain
from ocop.casework.tourism.states import CHAIN
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def withdraw_chain(chain: Chain, *, by: Person, at: datetime) -> None:
    """The public address answers that there is nothing; what was written stays. Refused to strangers."""
    ensure(refuse_keep_chain(who_is(by, at), held(chain)))
    transition(chain, "withdraw", by=by, at=at)


CHAIN_WITHDRAW = Act(
    about=CHAIN_MATTER, name="chain_withdraw", path="go/", move=CHAIN.move("withdraw"),
    refuse=refuse_keep_chain, do=withdraw_chain, said=_("Đã gỡ chuỗi."), danger=True,
    lead=_(
        "Không còn ai thấy, chậm nhất sau 60 giây. "
        "Những gì đã viết vẫn giữ, cho xem lại lúc nào cũng được."
    ),
)  # fmt: skip
