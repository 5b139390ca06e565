"""Ghi quy chế: a version of the council's working rules is put on record, from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NotRequired, Required, TypedDict, Unpack

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCIL
from ocop.casework.review.labels import (
    VETO,
    casting_vote_choices,
    extremes_choices,
    members_shown_choices,
    minimum_rule_choices,
    rounding_choices,
    scorers_choices,
    self_score_choices,
    spread_boundary_choices,
    vote_majority_choices,
)
from ocop.casework.review.models import Council, WorkingRules
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.rules import (
    CastingVote,
    Extremes,
    MembersShown,
    MinimumRule,
    Rounding,
    Scorers,
    SelfScore,
    SpreadBoundary,
    VoteMajority,
)
from ocop.casework.review.rules.presets import PRESETS
from ocop.casework.review.writes.holding import hold_council
from ocop.casework.review.writes.papers import paper_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import DateField, NumberField, RadioCards, TextField
from ocop.foundation.ui.words import said


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
        initial="10",
    )  # fmt: skip
    spread_boundary = forms.ChoiceField(
        label=_("Chênh lệch đúng bằng mức tối đa"), choices=spread_boundary_choices,
        widget=RadioCards, initial=SpreadBoundary.OVER.value,
    )  # fmt: skip
    passes_most = forms.IntegerField(
        label=_("Chấm lại nhiều nhất bao nhiêu lượt"), min_value=0, max_value=99, required=False,
        help_text=_("Để trống nếu quy chế không giới hạn. Hết lượt thì hội đồng ghi ý kiến thống nhất."),
    )  # fmt: skip
    scorers = forms.ChoiceField(
        label=_("Người chấm điểm"), choices=scorers_choices, widget=RadioCards, initial=Scorers.ALL.value
    )
    extremes = forms.ChoiceField(
        label=_("Phiếu cao nhất và thấp nhất"), choices=extremes_choices, widget=RadioCards,
        initial=Extremes.KEPT.value,
    )  # fmt: skip
    minimum = forms.ChoiceField(
        label=_("Tiêu chí có yêu cầu tối thiểu theo sao: tính theo"), choices=minimum_rule_choices,
        help_text=VETO,
        widget=RadioCards,
        initial=MinimumRule.MEAN.value,
    )  # fmt: skip
    vote_majority = forms.ChoiceField(
        label=_("Biểu quyết mức của tiêu chí có yêu cầu tối thiểu"), choices=vote_majority_choices,
        widget=RadioCards, required=False, initial=VoteMajority.NOT_STATED.value,
    )  # fmt: skip
    casting_vote = forms.ChoiceField(
        label=_("Khi biểu quyết ngang nhau"), choices=casting_vote_choices,
        widget=RadioCards, required=False, initial=CastingVote.NOT_STATED.value,
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
    pack_days = forms.IntegerField(
        label=_("Gửi hồ sơ cho thành viên trước phiên họp bao nhiêu ngày làm việc"), min_value=0,
        max_value=60, required=False, help_text=_("Để trống nếu quy chế không quy định."),
    )  # fmt: skip
    objection_days = forms.IntegerField(
        label=_("Chủ thể kiến nghị về kết quả trong bao nhiêu ngày từ ngày được thông báo"), min_value=1,
        max_value=365, required=False, help_text=_("Để trống nếu quy chế không quy định."),
    )  # fmt: skip
    sensory_blind = forms.BooleanField(
        label=_("Chấm tiêu chí cảm quan theo số mẫu, không ghi tên sản phẩm và chủ thể"), required=False,
        help_text=_("Không đánh dấu: phiếu ghi tên như các tiêu chí khác."),
    )  # fmt: skip
    advisory_needed = forms.BooleanField(
        label=_("Chỉ mở chấm khi tổ tư vấn đã nộp báo cáo về sản phẩm"), required=False,
        help_text=_("Không đánh dấu: số báo cáo ghi khi đưa sản phẩm vào phiên họp là đủ."),
    )  # fmt: skip
    advisory_scores = forms.BooleanField(
        label=_("Tổ tư vấn chấm điểm trước, mỗi thành viên một phiếu"), required=False,
        help_text=_("Không đánh dấu: tổ tư vấn chỉ báo cáo. Điểm của tổ không tính vào điểm hội đồng."),
    )  # fmt: skip
    laboratory_points = forms.IntegerField(
        label=_("Lấy mẫu kiểm nghiệm sản phẩm từ bao nhiêu điểm"), min_value=0, max_value=100, required=False,
        help_text=_("Để trống: theo quy định của bộ tiêu chí, hoặc khi hội đồng, tỉnh yêu cầu."),
    )  # fmt: skip
    extra_rounds = forms.BooleanField(label=_("Quy chế cho phép tổ chức đợt bổ sung"), required=False)

    def known(self) -> Mapping[str, Any]:
        """Who set up the council; the numbers of the example whose link was followed."""
        example = PRESETS.get(self.query.get("mau", ""))
        return {"issuer": self.thing.established_by.issuer} | (dict(example.values) if example else {})


class RuleValues(TypedDict):
    """What a version of the rules says, by the columns of `WorkingRules`; the rest has its default."""

    quorum_numerator: Required[int]
    quorum_denominator: Required[int]
    quorum_least: Required[int]
    chair_must_attend: NotRequired[bool]
    spread_limit: NotRequired[Decimal | int]
    spread_boundary: NotRequired[SpreadBoundary | str]
    passes_most: NotRequired[int | None]
    scorers: NotRequired[Scorers | str]
    extremes: NotRequired[Extremes | str]
    minimum: NotRequired[MinimumRule | str]
    rounding: NotRequired[Rounding | str]
    decimals: NotRequired[int]
    self_score_shown: NotRequired[SelfScore | str]
    members_shown: NotRequired[MembersShown | str]
    pack_days: NotRequired[int | None]
    vote_majority: NotRequired[VoteMajority | str]
    casting_vote: NotRequired[CastingVote | str]
    objection_days: NotRequired[int | None]
    sensory_blind: NotRequired[bool]
    advisory_needed: NotRequired[bool]
    advisory_scores: NotRequired[bool]
    laboratory_points: NotRequired[int | None]
    extra_rounds: NotRequired[bool]


WORDS = {
    "spread_boundary": SpreadBoundary,
    "scorers": Scorers,
    "extremes": Extremes,
    "minimum": MinimumRule,
    "rounding": Rounding,
    "self_score_shown": SelfScore,
    "members_shown": MembersShown,
    "vote_majority": VoteMajority,
    "casting_vote": CastingVote,
}


@recorded
def set_rules(
    council: Council,
    *,
    issued_by: Paper,
    effective_on: date,
    by: Person,
    at: datetime,
    **values: Unpack[RuleValues],
) -> WorkingRules:
    """Records a version of the working rules from a day on; older versions stay as they are.

    Quorum has no default: it comes from the paper. Refused: other offices; numbers that cannot be; a day that
    has a version already or on which a meeting was opened under another version.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    hold_council(council)
    ensure(_refuse_numbers(values))
    ensure(_refuse_day(council, effective_on))
    told: dict[str, Any] = {**values}
    told |= {name: words(told[name]).value for name, words in WORDS.items() if name in told}
    told["spread_limit"] = Decimal(told.get("spread_limit", 10))
    rules = WorkingRules.objects.create(
        council=council, issued_by=issued_by, effective_on=effective_on, created_at=at, created_by=by, **told
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
    effective_on: date,
    by: Person,
    at: datetime,
    **values: Unpack[RuleValues],
) -> WorkingRules:
    """The same with a paper that may not be on record yet."""
    ensure(refuse_set_up(who_is(by, at), council))
    subject = "ban hành quy chế hoạt động của hội đồng"
    paper = paper_of(PaperKind.DECISION, paper_no, issued_on, issuer=issuer, subject=subject, by=by, at=at)
    return set_rules(council, issued_by=paper, effective_on=effective_on, by=by, at=at, **values)


def _refuse_numbers(values: RuleValues) -> Refusal | None:
    share = 1 <= values["quorum_numerator"] <= values["quorum_denominator"] and values["quorum_least"] >= 1
    optional = (
        values.get("passes_most"), values.get("pack_days"), values.get("objection_days"),
        values.get("laboratory_points"),
    )  # fmt: skip
    counts = min(one or 0 for one in optional) >= 0
    if share and counts and 0 <= values.get("decimals", 2) <= 4 and values.get("spread_limit", 10) >= 0:
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


def _examples(form: AsksRules) -> Mapping[str, Any]:
    """Published rules to begin from, and what the chosen one says."""
    chosen = PRESETS.get(form.query.get("mau", ""))
    return {
        "presets": [(key, said(preset.label)) for key, preset in PRESETS.items()],
        "chosen": None if chosen is None else {"says": said(chosen.says), "source": chosen.source},
    }


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
    show=_examples,
    template="review/set_rules.html",
    confirm=_("Lưu"),
    said=_("Đã ghi quy chế."),
    weight="quiet",
    icon="scale",
)
