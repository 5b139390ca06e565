"""The list of councils, and the page of one: its members, rules and meetings."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.review import permissions
from ocop.casework.review.about import find_council, see_council
from ocop.casework.review.acts import ABOUT_A_COUNCIL
from ocop.casework.review.acts.establish import refuse_establish
from ocop.casework.review.labels import (
    AGENCIES,
    CASTING_VOTES,
    EXTREMES,
    MEMBERS_SHOWN,
    MINIMUM_RULES,
    ROUNDINGS,
    SCORERS,
    SELF_SCORES,
    SPREAD_BOUNDARIES,
    VETO,
    VOTE_MAJORITIES,
)
from ocop.casework.review.lists import CouncilTable
from ocop.casework.review.models import Council
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
from ocop.casework.review.selectors import (
    agencies_missing,
    councils_visible_to,
    former_members,
    members_of,
    rules_in_force,
)
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListFilter, ListView
from ocop.foundation.ui.templatetags.ui import so
from ocop.registers.programme.selectors import current


class CouncilFilter(ListFilter):
    """Councils are few: no search."""

    search_field = ""


class CouncilList(ListView):
    """Every council that this person may see."""

    table_class = CouncilTable
    filterset_class = CouncilFilter
    heading = _("Hội đồng đánh giá")
    lead = _("Hội đồng, tổ tư vấn và quy chế do Chủ tịch UBND tỉnh quyết định (điểm b khoản 3 Điều 7).")
    empty_title = _("Chưa có hội đồng nào")
    empty_text = _("Khi có quyết định thành lập, ghi hội đồng và quy chế vào đây.")
    exporter = as_xlsx
    export_name = "hoi-dong"

    def get_queryset(self) -> QuerySet[Council]:
        """With the number of seats held now."""
        at = self.request.who.at
        held = Q(seats__starts_at__lte=at) & (Q(seats__ends_at__isnull=True) | Q(seats__ends_at__gt=at))
        return councils_visible_to(self.request.user, at).annotate(
            people=Count("seats", filter=held, distinct=True)
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button for those who may set up a council."""
        programme = current()
        if programme and refuse_establish(self.request.who, programme) is None:
            self.add_url, self.add_label = reverse("review:establish"), __("Lập hội đồng")
        return super().get_context_data(**kwargs)


def council(request: PersonRequest, pk: int) -> HttpResponse:
    """One council: members, who is missing, rules in force, meetings."""
    who, at = request.who, request.who.at
    found = find_council(who, pk)
    see_council(who, found)
    rules = rules_in_force(found, at)
    context = {
        "council": found,
        "members": members_of(found, at),
        "former": former_members(found, at),
        "missing": [AGENCIES[agency] for agency in agencies_missing(found, at)],
        "rules": rules,
        "rules_facts": _facts(rules),
        "veto": VETO if rules is not None and rules.minimum == MinimumRule.MEAN else "",
        "versions": found.working_rules.select_related("issued_by"),
        "meetings": found.meetings.annotate(products=Count("items"))[:20],
        "may_set_up": permissions.refuse_set_up(who, found) is None,
        "buttons": [one for one in buttons(ABOUT_A_COUNCIL, who, found) if one.refusal is None],
        "in_office": found.is_in_office(timezone.localdate(at)),
    }
    return render(request, "review/council.html", context)


def _facts(rules: Any) -> list[tuple[Any, Any]]:
    """The working rules in words."""
    if rules is None:
        return []
    yes, no, most = __("Có"), __("Không"), rules.passes_most
    share = f"{rules.quorum_numerator}/{rules.quorum_denominator}"
    return [
        (__("Văn bản"), rules.issued_by),
        (
            __("Số thành viên phải có mặt"),
            __("%(share)s, ít nhất %(least)s người") % {"share": share, "least": rules.quorum_least},
        ),
        (__("Chủ tịch phải dự"), yes if rules.chair_must_attend else no),
        (__("Người chấm điểm"), SCORERS[Scorers(rules.scorers)]),
        (__("Chênh lệch điểm tối đa"), _spread(rules)),
        (__("Số lượt chấm lại nhiều nhất"), __("Không giới hạn") if most is None else most),
        (__("Phiếu cao nhất và thấp nhất"), EXTREMES[Extremes(rules.extremes)]),
        (__("Yêu cầu tối thiểu theo sao"), MINIMUM_RULES[MinimumRule(rules.minimum)]),
        (__("Làm tròn"), ROUNDINGS[Rounding(rules.rounding)]),
        (__("Chữ số thập phân khi in"), rules.decimals),
        (__("Điểm tự chấm của chủ thể"), SELF_SCORES[SelfScore(rules.self_score_shown)]),
        (__("Bảng điểm trong biên bản"), MEMBERS_SHOWN[MembersShown(rules.members_shown)]),
        (__("Gửi hồ sơ trước phiên họp"), _pack(rules)),
        (__("Biểu quyết mức của tiêu chí"), VOTE_MAJORITIES[VoteMajority(rules.vote_majority)]),
        (__("Khi biểu quyết ngang nhau"), CASTING_VOTES[CastingVote(rules.casting_vote)]),
        (__("Thời hạn kiến nghị về kết quả"), _objection(rules)),
        (
            __("Tiêu chí cảm quan"),
            __("Theo số mẫu, không ghi tên") if rules.sensory_blind else __("Có ghi tên"),
        ),
        (__("Phải có báo cáo của tổ tư vấn mới mở chấm"), yes if rules.advisory_needed else no),
        (__("Tổ tư vấn chấm điểm trước"), yes if rules.advisory_scores else no),
        (__("Lấy mẫu kiểm nghiệm"), _laboratory(rules)),
        (__("Đợt bổ sung"), yes if rules.extra_rounds else no),
    ]


def _spread(rules: Any) -> str:
    boundary = str(SPREAD_BOUNDARIES[SpreadBoundary(rules.spread_boundary)])
    return f"{so(rules.spread_limit)} ({boundary[:1].lower()}{boundary[1:]})"


def _objection(rules: Any) -> str:
    if rules.objection_days is None:
        return __("Quy chế không quy định")
    return __("%(n)s ngày từ ngày thông báo") % {"n": rules.objection_days}


def _pack(rules: Any) -> str:
    if rules.pack_days is None:
        return __("Quy chế không quy định")
    return __("%(n)s ngày làm việc") % {"n": rules.pack_days}


def _laboratory(rules: Any) -> str:
    if rules.laboratory_points is None:
        return __("Theo bộ tiêu chí, hoặc khi có yêu cầu")
    return __("Từ %(n)s điểm") % {"n": rules.laboratory_points}
