"""Mở đợt bổ sung: opens a round beyond those of the law; both papers are put on record with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme.models import Programme
from ocop.registers.rounds.about import BEYOND
from ocop.registers.rounds.acts.open_ import open_round
from ocop.registers.rounds.models import Round
from ocop.registers.rounds.permissions import refuse_manage


class AsksExtra(Asks):
    """The dates of the round, and the two papers that allow it."""

    year = forms.TypedChoiceField(label=_("Năm"), coerce=int)
    number = forms.TypedChoiceField(
        label=_("Đợt"),
        coerce=int,
        choices=[(n, str(n)) for n in range(3, 10)],
        help_text=_("Đợt 1 và 2 là của luật."),
    )
    proposed_before = DateField(label=_("Xã đề nghị trước ngày"))
    held_before = DateField(label=_("Hội đồng đánh giá trước ngày"))
    rules_number = TextField(
        label=_("Quy chế hội đồng: số, ký hiệu"),
        max_length=60,
        help_text=_("Quy chế phải có quy định về đợt bổ sung."),
    )
    rules_on = DateField(label=_("Quy chế hội đồng: ngày ban hành"))
    plan_number = TextField(label=_("Kế hoạch: số, ký hiệu"), max_length=60)
    plan_on = DateField(label=_("Kế hoạch: ngày ban hành"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)

    beside = {"conflict_round": "number"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this_year = timezone.localdate().year
        year: Any = self.fields["year"]
        year.choices = [(one, str(one)) for one in (this_year, this_year + 1)]

    def known(self) -> Mapping[str, Any]:
        """Who issues the papers of this programme."""
        return {"issuer": self.thing.agency_parent or self.thing.agency_name}


@recorded
def open_extra_round(
    programme: Programme,
    *,
    year: int,
    number: int,
    proposed_before: date,
    held_before: date,
    rules_number: str,
    rules_on: date,
    plan_number: str,
    plan_on: date,
    issuer: str,
    by: Person,
    at: datetime,
) -> Round:
    """Opens a round on the council's working rules and a plan, which go on record where they are not yet.

    Refused as `open_round` is; nothing is kept then.
    """
    ensure(refuse_manage(who_is(by, at)))
    regulation = regulation_on(timezone.localdate(at))
    given: dict[str, Any] = {"issuer": issuer, "by": by, "at": at}
    rules = _paper(
        PaperKind.WORKING_RULES, rules_number, rules_on, gettext("Quy chế hoạt động của hội đồng"), **given
    )
    plan = _paper(
        PaperKind.PLAN, plan_number, plan_on, gettext("Kế hoạch đánh giá, phân hạng đợt bổ sung"), **given
    )
    return open_round(
        programme, regulation_code=regulation.code if regulation else "", year=year, number=number,
        proposed_before=proposed_before, held_before=held_before, rules=rules, plan=plan, by=by, at=at,
    )  # fmt: skip


def _paper(
    kind: PaperKind, number: str, issued_on: date, subject: str, *, issuer: str, by: Person, at: datetime
) -> Paper:
    """The paper on record with this number, or a new record of it."""
    found = paper_numbered(number, issuer=issuer, year=issued_on.year)
    return found or file_paper(
        kind=kind, number=number, issued_on=issued_on, issuer=issuer, subject=subject, by=by, at=at
    )


OPEN_EXTRA = Act(
    about=BEYOND,
    name="open_extra",
    refuse=refuse_manage,
    form=AsksExtra,
    do=open_extra_round,
    button=_("Mở đợt bổ sung"),
    lead=_("Chỉ khi quy chế của hội đồng có quy định và đã có kế hoạch (khoản 1 Điều 5)."),
    said=_("Đã mở đợt bổ sung."),
    then=lambda _programme, _round: reverse("rounds:list"),
)
