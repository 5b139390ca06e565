"""Quyết định phiếu lượt trước: whether the sheet of a member who is away from the rescoring counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT
from ocop.casework.review.checks import refuse_incomplete, refuse_no_reason
from ocop.casework.review.models import AgendaItem, Ruling, Seat
from ocop.casework.review.permissions import refuse_preside
from ocop.casework.review.selectors import bench
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.tallies import write_tally
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import RadioCards
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.words import words

COUNTS, DROPS = "co", "khong"
WORDS = {
    COUNTS: Card(_("Phiếu lượt trước được tính"), text=_("Thành viên vẫn thuộc số người chấm sản phẩm này.")),
    DROPS: Card(_("Phiếu lượt trước không được tính"), text=_("Thành viên là người vắng mặt.")),
}


class AsksRuling(AsksReason):
    """Whose sheet, and whether it counts."""

    seat = forms.ModelChoiceField(label=_("Thành viên vắng mặt"), queryset=Seat.objects.none())
    counts = forms.ChoiceField(
        label=_("Phiếu lượt trước có được tính không"), widget=RadioCards, choices=list(WORDS.items())
    )
    field_order = ("seat", "counts", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = [sheet.seat_id for sheet in _undecided(self.thing, self.who.at)]
        seats = Seat.objects.filter(pk__in=waiting).select_related("person")
        self.fields["seat"].queryset = seats  # type: ignore[attr-defined]
        if len(waiting) == 1:
            self.fields["seat"].initial = waiting[0]

    def given(self) -> Mapping[str, Any]:
        """With yes or no."""
        return self.cleaned_data | {"counts": self.cleaned_data["counts"] == COUNTS}


def _undecided(item: AgendaItem, at: datetime) -> Any:
    return bench(item, at).undecided if item.meeting.rules_id else ()


def refuse_rule(who: Who, item: AgendaItem) -> Refusal | None:
    """The chair, while the product is being scored again; whose sheet it may be is asked by the act."""
    if refusal := refuse_preside(who, item):
        return refusal
    return None if _undecided(item, who.at) else _nothing_undecided()


def _nothing_undecided() -> Refusal:
    return Refusal(
        "nothing_undecided",
        _("Không có phiếu lượt trước nào chờ quyết định."),
        _("Chỉ quyết định về phiếu của người đã chốt ở lượt trước và vắng mặt ở lượt chấm lại."),
    )


@recorded
def rule_on_earlier(
    item: AgendaItem, *, seat: Seat, counts: bool, reason: str, by: Person, at: datetime
) -> Ruling:
    """The chair says whether a sheet of the pass before counts, whose member was marked absent since.

    Where nobody else is waited for, the product is tallied. Refused: others than a chair who attends; a
    member who is not away, has no sheet, or was decided on before; no reason.
    """
    ensure(refuse_rule(who_is(by, at), held_item(item)))
    ensure(refuse_no_reason(reason))
    sheets = {sheet.seat_id: sheet for sheet in _undecided(item, at)}
    if seat.pk not in sheets:
        raise Refused(_nothing_undecided())
    ruling = Ruling.objects.create(
        item=item, seat=seat, pass_no=item.pass_no, counts=counts, reason=reason.strip(), at=at, by=by
    )
    data = {"seat": seat.pk, "pass": item.pass_no, "counts": counts, "sheet": sheets[seat.pk].sha256}
    record("agenda_item.ruling", item, by=by, at=at, reason=reason, data=data)
    tell(
        [seat.person],
        kind="review.ruling",
        subject=words(_("Phiếu lượt trước của bạn: %(product)s"), product=item.dossier.product.name),
        body=words(
            _("Chủ trì quyết định phiếu được tính. Lý do: %(reason)s")
            if counts
            else _("Chủ trì quyết định phiếu không được tính. Lý do: %(reason)s"),
            reason=reason,
        ),
        url=item.meeting.get_absolute_url(),
        at=at,
    )
    found = bench(item, at)
    if refuse_incomplete(found) is None:
        write_tally(item, found, by=by, at=at)
    return ruling


RULE_ON_EARLIER = Act(
    about=PRODUCT,
    name="rule_on_earlier",
    path="phieu-luot-truoc/",
    when=frozenset({ItemState.SCORING}),
    refuse=refuse_rule,
    form=AsksRuling,
    do=rule_on_earlier,
    button=_("Quyết định phiếu lượt trước"),
    heading=lambda item: gettext("Phiếu lượt trước của người vắng mặt: %(product)s") % {"product": item},
    lead=_(
        "Người này đã chốt phiếu ở lượt trước và vắng mặt ở lượt chấm lại. Biên bản ghi quyết định và lý do."
    ),
    confirm=_("Ghi vào biên bản"),
    said=_("Đã ghi quyết định của chủ trì."),
    weight="main",
    icon="gavel",
)
