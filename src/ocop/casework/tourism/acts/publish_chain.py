"""Cho mọi người xem: what is written of a chain is frozen and stands on the public site at once."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.rules import ActivityState
from ocop.casework.tourism.about import CHAIN_MATTER
from ocop.casework.tourism.models import Chain
from ocop.casework.tourism.permissions import refuse_keep
from ocop.casework.tourism.rules import FEWEST_ROLES
from ocop.casework.tourism.states import CHAIN
from ocop.casework.tourism.writes import show
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded


def refuse_publish_chain(who: Who, chain: Chain) -> Refusal | None:
    """Officers; of a link that was signed and has two roles or more."""
    if (refusal := refuse_keep(who, chain)) is not None:
        return refusal
    if chain.link.state != ActivityState.FINISHED:
        return Refusal(
            "link_unfinished", gettext("Liên kết này chưa có kết quả."),
            gettext("Chỉ hợp đồng đã ký mới là chuỗi giá trị để giới thiệu."),
            gettext("Ghi kết quả ở trang hỗ trợ của liên kết trước."),
        )  # fmt: skip
    if len(set(chain.link.parties.values_list("role", flat=True))) >= FEWEST_ROLES:
        return None
    return Refusal(
        "too_few_roles", gettext("Chuỗi mới có một loại bên tham gia."), "",
        gettext("Thêm bên liên kết ở trang hỗ trợ của liên kết này trước."),
    )  # fmt: skip


@recorded
def publish_chain(chain: Chain, *, by: Person, at: datetime) -> None:
    """The same of a chain. Refused to strangers, before the link is signed, with one role alone."""
    ensure(refuse_publish_chain(who_is(by, at), held(chain)))
    show(chain, by=by, at=at)


CHAIN_PUBLISH = Act(
    about=CHAIN_MATTER, name="chain_publish", path="cho-xem/", move=CHAIN.move("publish"),
    refuse=refuse_publish_chain, do=publish_chain, weight="main", icon="eye",
    lead=_("Ai cũng xem được ngay những gì đang soạn. Không ai duyệt trước; gỡ được bất cứ lúc nào."),
    said=_("Chuỗi đã hiện với mọi người."),
)  # fmt: skip
