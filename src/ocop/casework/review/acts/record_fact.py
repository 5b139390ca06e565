"""Ghi nhận: a finding that changes points goes on record, such as that the product need not be tested."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.about import PRODUCT
from ocop.casework.review.checks import refuse_fact, refuse_move, refuse_no_reason
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.rules.facts import findings, may_be_recorded
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.words import said


class AsksFact(Asks):
    """One finding of the set's sheet, with its ground."""

    name = forms.ChoiceField(label=_("Điều hội đồng ghi nhận"), widget=RadioCards)
    reason = TextField(label=_("Căn cứ"), lines=3, max_length=2000)
    excludes: ClassVar[bool] = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [one for one in findings(set_of(self.thing.dossier)) if one.excludes == self.excludes]
        self.fields["name"].choices = [(one.name, Card(said(one.label))) for one in known]  # type: ignore[attr-defined]


class AsksFinding(AsksFact):
    """One that changes points, and is found so."""

    gives = frozenset({"name", "value", "reason"})

    def given(self) -> Mapping[str, Any]:
        """What is recorded by a person has been found."""
        return self.cleaned_data | {"value": True}


def refuse_record_fact(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, before the tally, where the sheet of the set knows something to record."""
    if refusal := refuse_run(who, item):
        return refusal
    if item.state not in {ItemState.WAITING, ItemState.SCORING}:
        return refuse_move(item, "open")
    return None if may_be_recorded(set_of(item.dossier)) else _NOTHING


_NOTHING = Refusal(
    "nothing_to_record",
    _("Phiếu của bộ sản phẩm này không có điều kiện nào đổi điểm để ghi nhận."),
    "",
    _("Điều kiện bị loại thì ghi ở “Loại sản phẩm”."),
)


@recorded
def record_fact(
    item: AgendaItem, *, name: str, value: bool, reason: str, by: Person, at: datetime
) -> AgendaItem:
    """Records a finding that changes points, such as that the product need not be tested.

    Refused: after the tally; a fact that the set's sheet does not know, or one that excludes
    (`exclude_item`).
    """
    ensure(refuse_record_fact(who_is(by, at), held_item(item)))
    ensure(refuse_fact(item, name, excludes=False) or refuse_no_reason(reason))
    entry = {"value": value, "reason": reason.strip(), "by": str(by), "at": at.isoformat()}
    item.facts = {**item.facts, name: entry}
    item.save(update_fields=["facts"])
    record("agenda_item.fact", item, by=by, at=at, reason=reason, data={"name": name, "value": value})
    return item


RECORD_FACT = Act(
    about=PRODUCT,
    name="fact",
    path="ghi-nhan/",
    when=frozenset({ItemState.WAITING, ItemState.SCORING}),
    refuse=refuse_record_fact,
    form=AsksFinding,
    do=record_fact,
    button=_("Ghi nhận"),
    heading=lambda item: gettext("Ghi nhận về “%(product)s”") % {"product": item},
    lead=_("Điều được ghi nhận sẽ vào biên bản và đổi cách tính điểm."),
    said=_("Đã ghi nhận."),
)
