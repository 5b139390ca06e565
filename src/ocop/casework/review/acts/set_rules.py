"""Ghi quy chế: a version of the council's working rules is put on record, from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCIL
from ocop.casework.review.labels import (
    VETO,
    members_shown_choices,
    minimum_rule_choices,
    rounding_choices,
    self_score_choices,
)
from ocop.casework.review.models import Council, WorkingRules
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.rules import MembersShown, MinimumRule, Rounding, SelfScore
from ocop.casework.review.writes.holding import hold_council
from ocop.casework.review.writes.papers import paper_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import DateField, NumberField, RadioCards, TextField


class AsksRules(Asks):
    """One version of the working rules, as the paper says."""

    paper_no = TextField(label=_("Số văn bản ban hành quy chế"), max_length=60)
    issued_on = DateField(label=_("Ngày ban hành"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    effective_on = DateField(label=_("Có hiệu lực từ ngày"))
    quorum_numerator = forms.IntegerField(
        label=_("Số thành viên phải có mặt: tử số"),
        min_value=1,
        max_value=99,
        help_text=_("Ví dụ 3 trong “3/4”."),
    )
    quorum_denominator = forms.IntegerField(
        label=_("Số thành viên phải có mặt: mẫu số"),
        min_value=1,
        max_value=99,
        help_text=_("Ví dụ 4 trong “3/4”."),
    )
    quorum_least = forms.IntegerField(label=_("Và không dưới bao nhiêu người"), min_value=1, max_value=99)
    chair_must_attend = forms.BooleanField(label=_("Chủ tịch hội đồng phải dự"), required=False, initial=True)
    spread_limit = NumberField(
        label=_("Chênh lệch điểm tối đa giữa các phiếu"), min_value=0, max_value=100, max_digits=5,
        decimal_places=2,
        initial="10", help_text=_("Đúng bằng mức này chưa phải chấm lại."),
    )  # fmt: skip
    minimum = forms.ChoiceField(
        label=_("Tiêu chí có yêu cầu tối thiểu theo sao: tính theo"), choices=minimum_rule_choices,
        help_text=VETO,
        widget=RadioCards,
        initial=MinimumRule.MEAN.value,
    )  # fmt: skip
    rounding = forms.ChoiceField(
        label=_("Làm tròn"), choices=rounding_choices, widget=RadioCards, initial=Rounding.NONE.value
    )
    decimals = forms.IntegerField(label=_("Số chữ số thập phân khi in"), min_value=0, max_value=4, initial=2)
    self_score_shown = forms.ChoiceField(
        label=_("Điểm tự chấm của chủ thể khi thành viên chấm"), choices=self_score_choices,
        widget=RadioCards,
        initial=SelfScore.COLLAPSED.value,
    )  # fmt: skip
    members_shown = forms.ChoiceField(
        label=_("Tên thành viên trong bảng điểm của biên bản"), choices=members_shown_choices,
        widget=RadioCards, required=False, initial=MembersShown.NOT_STATED.value,
    )  # fmt: skip
    extra_rounds = forms.BooleanField(label=_("Quy chế cho phép tổ chức đợt bổ sung"), required=False)

    def known(self) -> Mapping[str, Any]:
        """Who set up the council."""
        return {"issuer": self.thing.established_by.issuer}


@recorded
def set_rules(
    council: Council,
    *,
    issued_by: Paper,
    effective_on: date,
    quorum_numerator: int,
    quorum_denominator: int,
    quorum_least: int,
    by: Person,
    at: datetime,
    chair_must_attend: bool = True,
    minimum: MinimumRule | str = MinimumRule.MEAN,
    rounding: Rounding | str = Rounding.NONE,
    decimals: int = 2,
    spread_limit: Decimal | int = 10,
    self_score_shown: SelfScore | str = SelfScore.COLLAPSED,
    members_shown: MembersShown | str = MembersShown.NOT_STATED,
    extra_rounds: bool = False,
) -> WorkingRules:
    """Records a version of the working rules from a day on; older versions stay as they are.

    Quorum has no default: it comes from the paper. Refused: other offices; numbers that cannot be; a day that
    has a version already or on which a meeting was opened under another version.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    hold_council(council)
    ensure(_refuse_numbers(quorum_numerator, quorum_denominator, quorum_least, decimals, spread_limit))
    ensure(_refuse_day(council, effective_on))
    rules = WorkingRules.objects.create(
        council=council,
        issued_by=issued_by,
        effective_on=effective_on,
        quorum_numerator=quorum_numerator,
        quorum_denominator=quorum_denominator,
        quorum_least=quorum_least,
        chair_must_attend=chair_must_attend,
        minimum=MinimumRule(minimum).value,
        rounding=Rounding(rounding).value,
        decimals=decimals,
        spread_limit=Decimal(spread_limit),
        self_score_shown=SelfScore(self_score_shown).value,
        members_shown=MembersShown(members_shown).value,
        extra_rounds=extra_rounds,
        created_at=at,
        created_by=by,
    )
    record("council.set_rules", council, by=by, at=at, data={"rules": rules.pk, "paper": issued_by.number})
    return rules


@recorded
def file_and_set_rules(
    council: Council,
    *,
    paper_no: str,
    issued_on: date,
    issuer: str,
    by: Person,
    at: datetime,
    effective_on: date,
    quorum_numerator: int,
    quorum_denominator: int,
    quorum_least: int,
    chair_must_attend: bool,
    spread_limit: Decimal,
    minimum: str,
    rounding: str,
    decimals: int,
    self_score_shown: str,
    members_shown: str,
    extra_rounds: bool,
) -> WorkingRules:
    """The same with a paper that may not be on record yet."""
    ensure(refuse_set_up(who_is(by, at), council))
    subject = "ban hành quy chế hoạt động của hội đồng"
    return set_rules(
        council,
        issued_by=paper_of(
            PaperKind.DECISION, paper_no, issued_on, issuer=issuer, subject=subject, by=by, at=at
        ),
        effective_on=effective_on,
        quorum_numerator=quorum_numerator,
        quorum_denominator=quorum_denominator,
        quorum_least=quorum_least,
        chair_must_attend=chair_must_attend,
        minimum=minimum,
        rounding=rounding,
        decimals=decimals,
        spread_limit=spread_limit,
        self_score_shown=self_score_shown,
        members_shown=members_shown,
        extra_rounds=extra_rounds,
        by=by,
        at=at,
    )


def _refuse_numbers(
    numerator: int, denominator: int, least: int, decimals: int, spread_limit: Decimal | int
) -> Refusal | None:
    if 1 <= numerator <= denominator and least >= 1 and 0 <= decimals <= 4 and spread_limit >= 0:
        return None
    return Refusal(
        "rules_numbers",
        _("Số trong quy chế chưa đúng."),
        _(
            "Tỷ lệ có mặt từ trên 0 đến 1, ít nhất 1 thành viên, tối đa 4 chữ số thập phân, chênh lệch không "
            "âm."
        ),
        _("Ghi lại đúng như văn bản quy chế."),
    )


def _refuse_day(council: Council, effective_on: date) -> Refusal | None:
    if council.working_rules.filter(effective_on=effective_on).exists():
        return Refusal(
            "conflict_rules_day",
            gettext("Ngày %(day)s đã có một bản quy chế.") % {"day": effective_on.strftime("%d/%m/%Y")},
            _("Quy chế đã ghi không sửa được; bản mới có hiệu lực từ ngày khác."),
        )
    if council.meetings.filter(opened_at__date__gte=effective_on).exists():
        return Refusal(
            "rules_backdated",
            _("Không ghi quy chế có hiệu lực lùi."),
            _("Đã có phiên họp khai mạc từ ngày đó theo quy chế trước."),
        )
    return None


SET_RULES = Act(
    about=COUNCIL,
    name="set_rules",
    path="quy-che/",
    refuse=refuse_set_up,
    form=AsksRules,
    do=file_and_set_rules,
    button=_("Ghi quy chế"),
    heading=_("Quy chế hoạt động"),
    lead=_("Ghi đúng như văn bản. Bản đã ghi không sửa được; khi quy chế đổi, ghi một bản mới."),
    confirm=_("Lưu"),
    said=_("Đã ghi quy chế."),
    weight="quiet",
    icon="scale",
)
