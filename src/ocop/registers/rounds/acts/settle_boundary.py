"""Ghi quyết định: decides into which round the proposals of a limit day go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import TextField
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme.about import programme_here
from ocop.registers.programme.models import Programme
from ocop.registers.rounds.about import LIMIT_DAY
from ocop.registers.rounds.labels import round_words
from ocop.registers.rounds.models import BoundaryDecision
from ocop.registers.rounds.permissions import refuse_manage
from ocop.registers.rounds.rules import ProposalRound, RoundName, round_of
from ocop.registers.rounds.selectors import Boundary


class AsksRound(Asks):
    """Which of two rounds, by which paper."""

    round = forms.ChoiceField(label=_("Vào đợt"), widget=forms.RadioSelect)
    reference = TextField(
        label=_("Căn cứ"),
        max_length=200,
        help_text=_("Số, ngày, cơ quan của văn bản. Ví dụ: Công văn 12/SNNMT-PTNT, 3/8/2026."),
    )
    beside = {"conflict_decided": "round"}
    gives = frozenset({"to", "reference"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["round"]
        choice.choices = [(key, round_words(one.number, one.year)) for key, one in self.names.items()]

    @property
    def names(self) -> dict[str, RoundName]:
        """The two rounds that the day may mean."""
        day = self.thing
        return {f"{one.number}-{one.year}": one for one in (day.this, day.later)}

    def given(self) -> Mapping[str, Any]:
        """The round by year and number."""
        data = self.cleaned_data
        return {"to": self.names[data["round"]], "reference": data["reference"]}


@recorded
def settle_boundary(
    programme: Programme, *, proposed_on: date, to: RoundName, reference: str, by: Person, at: datetime
) -> BoundaryDecision:
    """Records into which round all proposals dated exactly 30 April or 30 October of a year go (R26-13).

    The law says "before" that day. Refused: other offices; any other day; a round that is neither the one nor
    the next; no reference; decided already.
    """
    ensure(refuse_manage(who_is(by, at)))
    regulation = regulation_on(proposed_on)
    found = round_of(regulation, proposed_on) if regulation else None
    if regulation is None or found is None or not _may_mean(found, to):
        raise Refused(_no_limit())
    ensure(_refuse_without(reference))
    held = holding(Programme.objects).get(pk=programme.pk)
    ensure(_refuse_decided(held, proposed_on))
    decision = BoundaryDecision.objects.create(
        programme=programme, regulation_code=regulation.code, proposed_on=proposed_on, year=to.year,
        number=to.number,
        reference=reference.strip(), by=by, at=at,
    )  # fmt: skip
    record("round.settle_boundary", decision, by=by, at=at)
    return decision


def _may_mean(found: ProposalRound, to: RoundName) -> bool:
    return found.is_boundary and to in (found.round, found.or_later)


def _no_limit() -> Refusal:
    return Refusal(
        "no_boundary",
        gettext("Ngày này không nằm đúng mốc giữa hai đợt."),
        gettext("Chỉ đề nghị ghi đúng ngày 30/4 hoặc 30/10 mới cần quyết định."),
        gettext("Chọn lại ngày và đợt."),
    )


def _refuse_without(reference: str) -> Refusal | None:
    if reference.strip():
        return None
    return Refusal(
        "reference_missing",
        gettext("Chưa ghi căn cứ."),
        gettext("Quyết định này áp dụng cho mọi hồ sơ đề nghị trong ngày."),
        gettext("Ghi số, ngày và cơ quan của văn bản."),
    )


def _refuse_decided(programme: Programme, proposed_on: date) -> Refusal | None:
    if not programme.boundary_decisions.filter(proposed_on=proposed_on).exists():
        return None
    return Refusal(
        "conflict_decided", gettext("Ngày này đã được quyết định."), "", gettext("Tải lại trang để xem.")
    )


@recorded
def settle_limit_day(
    day: Boundary, *, to: RoundName, reference: str, by: Person, at: datetime
) -> BoundaryDecision:
    """The same of a limit day that stands on the page; refused as `settle_boundary` is."""
    return settle_boundary(programme_here(), proposed_on=day.on, to=to, reference=reference, by=by, at=at)


def _heading(day: Boundary) -> str:
    return gettext("Đề nghị ghi đúng ngày %(day)s vào đợt nào?") % {"day": ngay(day.on)}


SETTLE_BOUNDARY = Act(
    about=LIMIT_DAY,
    name="settle_boundary",
    refuse=refuse_manage,
    form=AsksRound,
    do=settle_limit_day,
    button=_("Ghi quyết định"),
    heading=_heading,
    lead=_("Luật viết “trước ngày”. Quyết định này áp dụng cho mọi hồ sơ đề nghị đúng ngày đó."),
    said=_("Đã ghi quyết định."),
)
