"""Chọn phương án: from 90 points without every 5-star minimum the chair chooses the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT
from ocop.casework.review.checks import refuse_move, refuse_no_reason
from ocop.casework.review.labels import RECOMMENDATIONS
from ocop.casework.review.models import AgendaItem, Resolution
from ocop.casework.review.permissions import refuse_preside
from ocop.casework.review.rules import Recommendation, ResolutionKind
from ocop.casework.review.selectors import tally_of
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded
from ocop.foundation.ui.forms import RadioCards
from ocop.foundation.ui.parts import Card


class AsksWay(AsksReason):
    """Which way, and why."""

    recommendation = forms.ChoiceField(label=_("Phương án"), widget=RadioCards)
    field_order = ("recommendation", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = tally_of(self.thing).options if self.thing.meeting.rules_id else ()
        self.fields["recommendation"].choices = [(kind.value, _card(kind, stars)) for kind, stars in ways]  # type: ignore[attr-defined]

    def given(self) -> Mapping[str, Any]:
        """The way as the rules name it."""
        return self.cleaned_data | {"recommendation": Recommendation(self.cleaned_data["recommendation"])}


def _card(kind: Recommendation, stars: int | None) -> Card:
    if kind == Recommendation.RECOGNISE:
        return Card(
            RECOMMENDATIONS[kind], text=gettext("Hạng %(stars)s sao, do tỉnh quyết định.") % {"stars": stars}
        )
    if kind == Recommendation.SEND_ON:
        return Card(RECOMMENDATIONS[kind], text=_("Hội đồng cấp tỉnh đánh giá tiếp."))
    return Card(RECOMMENDATIONS[kind], text=_("Tỉnh trình hồ sơ; chưa cấp giấy chứng nhận."))


def refuse_recommend(who: Who, item: AgendaItem) -> Refusal | None:
    """The chair, once there is a result."""
    if refusal := refuse_preside(who, item):
        return refusal
    return None if item.state == ItemState.TALLIED else refuse_move(item, "close")


@recorded
def recommend(
    item: AgendaItem, *, recommendation: Recommendation, reason: str, by: Person, at: datetime
) -> AgendaItem:
    """From 90 points with an unmet 5-star minimum the chair chooses: the ministry, or the 3 or 4 stars
    reached.

    Refused: others than the chair; a product without that choice; no reason.
    """
    ensure(refuse_recommend(who_is(by, at), held_item(item)))
    choices = dict(tally_of(item).options)
    if len(choices) < 2 or recommendation not in choices:
        raise Refused(_no_choice())
    ensure(refuse_no_reason(reason))
    item.recommendation = recommendation.value
    item.recommended_stars = choices[recommendation]
    item.recommendation_reason = reason.strip()
    item.save(update_fields=["recommendation", "recommended_stars", "recommendation_reason"])
    Resolution.objects.create(
        item=item,
        pass_no=item.pass_no,
        kind=ResolutionKind.STARS.value,
        text=reason.strip(),
        at=at,
        by=by,
    )
    data = {"recommendation": recommendation.value, "stars": item.recommended_stars}
    record("agenda_item.recommend", item, by=by, at=at, reason=reason, data=data)
    return item


def _no_choice() -> Refusal:
    return Refusal(
        "no_choice",
        _("Sản phẩm này không có phương án đó."),
        _("Chỉ sản phẩm từ 90 điểm mà thiếu yêu cầu tối thiểu 5 sao mới có hai phương án."),
    )


RECOMMEND = Act(
    about=PRODUCT,
    name="recommend",
    path="phuong-an/",
    when=frozenset({ItemState.TALLIED}),
    refuse=refuse_recommend,
    form=AsksWay,
    do=recommend,
    button=_("Chọn phương án"),
    heading=lambda item: gettext("Phương án cho “%(product)s”") % {"product": item},
    lead=_("Từ 90 điểm nhưng thiếu yêu cầu tối thiểu 5 sao: chủ tịch chọn và ghi lý do."),
    confirm=_("Ghi phương án"),
    said=_("Đã ghi phương án."),
    weight="main",
    icon="gavel",
)
