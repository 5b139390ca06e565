"""Đưa ra phiên họp: opinions in writing lie too far apart, so the product comes before a meeting (R26-38)."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.checks import refuse_by_opinion, refuse_move, refuse_no_reason
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.rules import Cause
from ocop.casework.review.states import ITEM_WORKFLOW
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.recounts import CLEARED, lapse_corrections, put_aside
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded, transition
from ocop.kernel.text import number_vi


def refuse_refer(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, over a product about which the written opinions differ."""
    return refuse_run(who, item) or refuse_by_opinion(item.meeting) or refuse_move(item, "refer")


@recorded
def refer_to_meeting(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> AgendaItem:
    """The product leaves the collection of opinions and waits for a meeting (article 7(6)(d)); its sheets and
    what they gave stay on record.

    Refused: others than secretary and chair; a meeting of another kind; opinions that do not differ by the
    working rules; no reason.
    """
    ensure(refuse_refer(who_is(by, at), held_item(item)) or refuse_no_reason(reason))
    dossiers.hold_dossiers([item.dossier_id])
    spread = "" if item.spread is None else number_vi(Fraction(item.spread))
    put_aside(item, Cause.REFERRED, reason, by=by, at=at)
    lapse_corrections(item, reason=reason, by=by, at=at)
    said = f"ý kiến khác nhau, chênh lệch {spread} điểm, đưa ra phiên họp. Lý do: {reason.strip()}"
    changes = {**CLEARED, "result": {"removed": said}}
    transition(item, "refer", by=by, at=at, reason=reason, changes=changes)
    dossiers.unschedule(item.dossier, reason=reason, by=by, at=at)
    return item


REFER = Act(
    about=PRODUCT,
    name="refer",
    path="dua-ra-hop/",
    move=ITEM_WORKFLOW.move("refer"),
    refuse=refuse_refer,
    form=AsksReason,
    do=refer_to_meeting,
    heading=lambda item: gettext("Đưa “%(product)s” ra phiên họp") % {"product": item},
    lead=_("Ý kiến khác nhau nhiều thì hội đồng họp (điểm d khoản 6 Điều 7). Phiếu đã gửi được giữ nguyên."),
    said=_("Hồ sơ chờ một phiên họp."),
    then=to_meeting,
    weight="main",
    icon="users",
)
