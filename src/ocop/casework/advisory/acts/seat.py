"""Thêm thành viên tổ: a person joins the advisory team for a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import TEAM
from ocop.casework.advisory.forms import PersonField
from ocop.casework.advisory.labels import function_choices
from ocop.casework.advisory.models import TeamSeat
from ocop.casework.advisory.permissions import refuse_set_up
from ocop.casework.advisory.rules import Function
from ocop.casework.advisory.selectors import team_on
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.registers.programme.models import Programme


class AsksSeat(Asks):
    """Who, as what, from which agency, how long."""

    person = PersonField(label=_("Người"), help_text=_("Tên đăng nhập, hoặc họ và tên nếu không trùng ai."))
    function = forms.ChoiceField(
        label=_("Chức danh trong tổ"), choices=function_choices, widget=RadioCards,
        initial=Function.MEMBER.value,
    )  # fmt: skip
    agency = TextField(label=_("Cơ quan, chức vụ"), max_length=200)
    starts_on = DateField(label=_("Tham gia từ ngày"))
    ends_on = DateField(label=_("Tham gia đến hết ngày"), required=False)
    beside = {"conflict_adviser": "person", "no_team": "person", "period_": "ends_on"}

    def known(self) -> Mapping[str, Any]:
        """From the first day of the team."""
        team = team_on(self.thing, self.who.at)
        return {} if team is None else {"starts_on": team.starts_on, "ends_on": team.ends_on}


@recorded
def seat_adviser(
    programme: Programme,
    *,
    person: Person,
    function: Function | str,
    agency: str,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
) -> TeamSeat:
    """Adds a person to the team that works now.

    Refused: other offices; no team; somebody who is on it already; a period that ends before it begins.
    """
    ensure(refuse_set_up(who_is(by, at), programme))
    team = team_on(programme, at)
    if team is None:
        raise Refused(
            Refusal("no_team", _("Chưa ghi tổ tư vấn đang hoạt động."), "", _("Ghi quyết định trước."))
        )
    if team.seats.filter(person=person).exists():
        raise Refused(
            Refusal("conflict_adviser", gettext("%(person)s đã ở trong tổ tư vấn.") % {"person": person})
        )
    if ends_on is not None and ends_on < starts_on:
        raise Refused(
            Refusal("period_ends_before_start", _("Thời gian tham gia kết thúc trước khi bắt đầu."))
        )
    seat = TeamSeat.objects.create(
        team=team, person=person, function=Function(function).value, agency=agency.strip(),
        starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip
    forget(person)
    record("advisory.seat", team, by=by, at=at, data={"seat": seat.pk, "function": seat.function})
    return seat


SEAT = Act(
    about=TEAM,
    name="seat",
    path="thanh-vien/",
    refuse=refuse_set_up,
    form=AsksSeat,
    do=seat_adviser,
    button=_("Thêm thành viên tổ"),
    confirm=_("Lưu"),
    said=_("Đã ghi thành viên tổ tư vấn."),
    weight="quiet",
    icon="user-plus",
)
