"""Loại sản phẩm: the chair ends the evaluation on a ground of the set's sheet (R26-07)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT
from ocop.casework.review.acts.record_fact import AsksFact
from ocop.casework.review.checks import refuse_fact, refuse_move, refuse_no_reason
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_preside
from ocop.casework.review.states import ITEM_WORKFLOW
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.recounts import lapse_corrections
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, recorded, transition


class AsksGround(AsksFact):
    """One ground of the sheet."""

    excludes = True
    gives = frozenset({"fact", "reason"})

    def given(self) -> Mapping[str, Any]:
        """The ground by its name."""
        return {"fact": self.cleaned_data["name"], "reason": self.cleaned_data["reason"]}


def refuse_exclude(who: Who, item: AgendaItem) -> Refusal | None:
    """The chair, until the result is final."""
    return refuse_preside(who, item) or refuse_move(item, "exclude")


@recorded
def exclude_item(item: AgendaItem, *, fact: str, reason: str, by: Person, at: datetime) -> AgendaItem:
    """The chair ends the evaluation on a ground of the set's sheet. Nothing can be scored afterwards.

    Refused: others than the chair; a ground that the sheet does not know; no reason.
    """
    ensure(refuse_exclude(who_is(by, at), held_item(item)))
    ensure(refuse_fact(item, fact, excludes=True) or refuse_no_reason(reason))
    entry = {"value": True, "reason": reason.strip(), "by": str(by), "at": at.isoformat()}
    changes = {
        "facts": {**item.facts, fact: entry},
        "stars": None,
        "recommendation": "",
        "recommended_stars": None,
    }
    lapse_corrections(item, reason=reason, by=by, at=at)
    transition(item, "exclude", by=by, at=at, reason=reason, changes=changes, data={"fact": fact})
    return item


EXCLUDE = Act(
    about=PRODUCT,
    name="exclude",
    path="loai/",
    move=ITEM_WORKFLOW.move("exclude"),
    refuse=refuse_exclude,
    form=AsksGround,
    do=exclude_item,
    heading=lambda item: gettext("Loại “%(product)s”") % {"product": item},
    lead=_("Đánh giá dừng ngay và không chấm lại được trong phiên này. Phiếu đã có được giữ nguyên."),
    said=_("Đã loại sản phẩm khỏi đánh giá."),
    danger=True,
    icon="ban",
)
