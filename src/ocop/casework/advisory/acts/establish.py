"""Ghi tổ tư vấn: the advisory team is put on record with the decision that set it up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import TEAM
from ocop.casework.advisory.models import Team
from ocop.casework.advisory.permissions import refuse_set_up
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.models import Programme


class AsksTeam(Asks):
    """The decision and the term."""

    number = TextField(label=_("Số quyết định thành lập tổ tư vấn"), max_length=60)
    issued_on = DateField(label=_("Ngày quyết định"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    starts_on = DateField(label=_("Hoạt động từ ngày"))
    ends_on = DateField(label=_("Đến hết ngày"), required=False)
    beside = {"term_": "ends_on"}

    def known(self) -> Mapping[str, Any]:
        """Who usually issues such decisions."""
        return {"issuer": self.thing.authority_name}


@recorded
def establish_team(
    programme: Programme,
    *,
    number: str,
    issued_on: date,
    issuer: str,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
) -> Team:
    """Puts the team on record with its decision (article 7(3)(b); R26-26).

    Refused: other offices; a term that ends before it begins, or begins before the decision.
    """
    ensure(refuse_set_up(who_is(by, at), programme))
    ensure(_refuse_term(issued_on, starts_on, ends_on))
    paper = paper_numbered(number, issuer=issuer, year=issued_on.year) or file_paper(
        kind=PaperKind.DECISION, number=number, issued_on=issued_on, issuer=issuer,
        subject="thành lập tổ tư vấn giúp việc hội đồng", by=by, at=at,
    )  # fmt: skip
    fields = {"starts_on": starts_on, "ends_on": ends_on, "created_at": at, "created_by": by}
    team = Team.objects.create(programme=programme, established_by=paper, **fields)
    record("advisory.establish", team, by=by, at=at, data={"paper": paper.number})
    return team


def _refuse_term(issued_on: date, starts_on: date, ends_on: date | None) -> Refusal | None:
    if ends_on is not None and ends_on < starts_on:
        return Refusal("term_ends_before_start", _("Thời hạn tổ tư vấn kết thúc trước khi bắt đầu."))
    if starts_on < issued_on:
        return Refusal(
            "term_before_paper", _("Tổ tư vấn không hoạt động trước ngày của quyết định thành lập.")
        )
    return None


ESTABLISH = Act(
    about=TEAM,
    name="establish",
    path="lap/",
    refuse=refuse_set_up,
    form=AsksTeam,
    do=establish_team,
    button=_("Ghi tổ tư vấn"),
    confirm=_("Lưu"),
    said=_("Đã ghi tổ tư vấn. Tiếp theo: ghi thành viên."),
    weight="main",
    icon="users",
)
