"""Sửa đầu việc: another day, place, channel or wording for what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINE
from ocop.casework.communication.checks import refuse_line
from ocop.casework.communication.forms import AsksLine, places_open_to
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_amend_item, refuse_note
from ocop.casework.communication.rules import Channel
from ocop.casework.communication.writes.press import content_of, words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, record, recorded
from ocop.foundation.places.models import Place
from ocop.kernel.text import one_line
from ocop.registers.programme.models import Plan

AMENDABLE = ("title", "channel", "outlet", "place", "planned_on", "note", "task")


class AsksAmended(AsksLine):
    """The line as it is to be; it stays in its plan."""

    gives = frozenset({"fields"})

    @property
    def plan(self) -> Plan | None:
        """The plan of the line."""
        return self.thing.plan

    @cached_property
    def places(self) -> list[Place]:
        """Where it may be; where it is, in any case."""
        places = places_open_to(self.who, self.plan)
        return places if self.thing.place in places else [self.thing.place, *places]

    def known(self) -> Mapping[str, Any]:
        """What is planned now."""
        item = self.thing
        texts = {name: getattr(item, name) for name in ("title", "channel", "outlet", "planned_on", "note")}
        return texts | {"place": item.place_id, "task": item.task_id}

    def given(self) -> Mapping[str, Any]:
        """The fields."""
        return {"fields": self.cleaned_data}


@recorded
def amend_item(item: PressItem, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Changes what is planned (AMENDABLE).
    Refused once it is done or cancelled, to other offices, as for noting.
    """
    who = who_is(by, at)
    ensure(refuse_amend_item(who, held(item)))
    before = content_of(item)
    for name in AMENDABLE:
        if name in fields:
            setattr(item, name, fields[name])
    item.title, item.outlet, item.note = (
        one_line(item.title),
        one_line(item.outlet),
        item.note.strip(),
    )
    item.channel = Channel(item.channel).value
    ensure(refuse_note(who, item.place))
    ensure(refuse_line(item))
    after = content_of(item)
    if after == before:
        return
    item.search_text = words_to_find(item)
    item.save(update_fields=[*AMENDABLE, "search_text"])
    record("pressitem.amend", item, by=by, at=at, data={"before": before, "after": after})


AMEND = Act(
    about=LINE,
    name="item_amend",
    path="sua/",
    refuse=refuse_amend_item,
    form=AsksAmended,
    do=amend_item,
    button=_("Sửa đầu việc"),
    confirm=_("Lưu"),
    said=_("Đã sửa đầu việc."),
    weight="quiet",
)
