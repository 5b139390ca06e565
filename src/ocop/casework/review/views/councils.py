"""Councils: the list, one council, its rules, members and meetings."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.review import actions, permissions
from ocop.casework.review.forms.councils import EstablishForm, MeetingForm, RulesForm, SeatForm
from ocop.casework.review.forms.meetings import ReasonForm
from ocop.casework.review.labels import AGENCIES, MINIMUM_RULES, ROUNDINGS, SELF_SCORES
from ocop.casework.review.lists import CouncilTable
from ocop.casework.review.models import Council, Seat
from ocop.casework.review.rules import MeetingKind, MinimumRule, Rounding, SelfScore
from ocop.casework.review.selectors import agencies_missing, councils_visible_to, members_of, rules_in_force
from ocop.casework.review.views.loading import council_for, paper_of
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import Form
from ocop.foundation.ui.lists import ListFilter, ListView
from ocop.foundation.ui.refusals import Refused, ensure
from ocop.registers.programme.selectors import current


class CouncilFilter(ListFilter):
    """Councils are few: no search."""

    search_fields = ()


class CouncilList(ListView):
    """Every council that this person may see."""

    table_class = CouncilTable
    filterset_class = CouncilFilter
    heading = _("Hội đồng đánh giá")
    lead = _("Hội đồng, tổ tư vấn và quy chế do Chủ tịch UBND tỉnh quyết định (điều 8).")
    empty_title = _("Chưa có hội đồng nào")
    empty_text = _("Khi có quyết định thành lập, ghi hội đồng và quy chế vào đây.")
    exporter = as_xlsx
    export_name = "hoi-dong"

    def get_queryset(self) -> QuerySet[Council]:
        """With the number of seats held now."""
        at = timezone.now()
        held = Q(seats__starts_at__lte=at) & (Q(seats__ends_at__isnull=True) | Q(seats__ends_at__gt=at))
        return councils_visible_to(self.request.user, at).annotate(
            people=Count("seats", filter=held, distinct=True)
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button for those who may set up a council."""
        programme = current()
        if programme and permissions.refuse_establish(self.request.user, programme, timezone.now()) is None:
            self.add_url, self.add_label = reverse("review:establish"), __("Lập hội đồng")
        return super().get_context_data(**kwargs)


def _refused(form: Form, refused: Refused) -> None:
    form.add_error(None, str(refused.refusal))


def _form_page(request: HttpRequest, form: Form, **more: Any) -> HttpResponse:
    return render(request, "ui/form.html", {"form": form, **more}, status=422 if form.errors else 200)


def establish(request: HttpRequest) -> HttpResponse:
    """A new council with its two decisions."""
    at, programme = timezone.now(), current()
    if programme is None:
        raise Http404(__("Chưa khai báo chương trình của tỉnh."))
    ensure(permissions.refuse_establish(request.user, programme, at))
    form = EstablishForm(request.POST or None, initial={"issuer": programme.authority_name})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        filed = {"issuer": data["issuer"], "by": request.user, "at": at}
        try:
            with transaction.atomic():
                council = actions.establish_council(
                    programme,
                    name=data["name"],
                    established_by=paper_of(
                        PaperKind.DECISION, data["established_no"], data["established_on"], **filed,
                        subject="thành lập hội đồng đánh giá, phân hạng sản phẩm OCOP",
                    ),
                    team_by=paper_of(
                        PaperKind.DECISION, data["team_no"], data["team_on"], **filed,
                        subject="thành lập tổ tư vấn giúp việc hội đồng",
                    ),
                    starts_on=data["starts_on"], ends_on=data["ends_on"], by=request.user, at=at,
                )  # fmt: skip
            messages.success(request, __("Đã lập hội đồng. Tiếp theo: ghi quy chế và thành viên."))
            return redirect(council)
        except Refused as refused:
            _refused(form, refused)
    return _form_page(request, form, heading=__("Lập hội đồng"), cancel_url=reverse("review:councils"))


def council(request: HttpRequest, pk: int) -> HttpResponse:
    """One council: members, who is missing, rules in force, meetings."""
    at = timezone.now()
    found = council_for(request, pk, at)
    rules = rules_in_force(found, at)
    context = {
        "council": found,
        "members": members_of(found, at),
        "missing": [AGENCIES[agency] for agency in agencies_missing(found, at)],
        "rules": rules,
        "rules_facts": _facts(rules),
        "versions": found.working_rules.select_related("issued_by"),
        "meetings": found.meetings.annotate(products=Count("items"))[:20],
        "may_set_up": permissions.refuse_set_up(request.user, found, at) is None,
        "in_office": found.is_in_office(timezone.localdate(at)),
    }
    return render(request, "review/council.html", context)


def _facts(rules: Any) -> list[tuple[Any, Any]]:
    """The working rules in words."""
    if rules is None:
        return []
    yes, no = __("Có"), __("Không")
    share = f"{rules.quorum_numerator}/{rules.quorum_denominator}"
    return [
        (__("Văn bản"), rules.issued_by),
        (
            __("Số thành viên phải có mặt"),
            __("%(share)s, ít nhất %(least)s người") % {"share": share, "least": rules.quorum_least},
        ),
        (__("Chủ tịch phải dự"), yes if rules.chair_must_attend else no),
        (__("Chênh lệch điểm tối đa"), rules.spread_limit.normalize()),
        (__("Yêu cầu tối thiểu theo sao"), MINIMUM_RULES[MinimumRule(rules.minimum)]),
        (__("Làm tròn"), ROUNDINGS[Rounding(rules.rounding)]),
        (__("Chữ số thập phân khi in"), rules.decimals),
        (__("Điểm tự chấm của chủ thể"), SELF_SCORES[SelfScore(rules.self_score_shown)]),
        (__("Đợt bổ sung"), yes if rules.extra_rounds else no),
    ]


def set_rules(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version of the working rules."""
    at = timezone.now()
    found = council_for(request, pk, at, permissions.refuse_set_up)
    form = RulesForm(request.POST or None, initial={"issuer": found.established_by.issuer})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with transaction.atomic():
                paper = paper_of(
                    PaperKind.DECISION, data["paper_no"], data["issued_on"], issuer=data["issuer"],
                    subject="ban hành quy chế hoạt động của hội đồng", by=request.user, at=at,
                )  # fmt: skip
                actions.set_rules(found, issued_by=paper, by=request.user, at=at, **form.rules())
            messages.success(request, __("Đã ghi quy chế."))
            return redirect(found)
        except Refused as refused:
            _refused(form, refused)
    lead = __("Ghi đúng như văn bản. Bản đã ghi không sửa được; khi quy chế đổi, ghi một bản mới.")
    return _form_page(
        request, form, heading=__("Quy chế hoạt động"), lead=lead, cancel_url=found.get_absolute_url()
    )


def seat_member(request: HttpRequest, pk: int) -> HttpResponse:
    """A new member."""
    at = timezone.now()
    found = council_for(request, pk, at, permissions.refuse_set_up)
    form = SeatForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with transaction.atomic():
                paper = None
                if data["authorised_no"]:
                    paper = paper_of(
                        PaperKind.LETTER, data["authorised_no"], data["authorised_on"], by=request.user,
                        at=at,
                        issuer=found.established_by.issuer, subject="uỷ quyền chủ trì hội đồng",
                    )  # fmt: skip
                actions.seat_member(
                    found, data["person"], authorised_by=paper, by=request.user, at=at, **form.seat
                )
            messages.success(request, __("Đã thêm %(person)s.") % {"person": data["person"]})
            return redirect(found)
        except Refused as refused:
            _refused(form, refused)
    return _form_page(request, form, heading=__("Thêm thành viên"), cancel_url=found.get_absolute_url())


def end_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the reason, then ends a seat."""
    at = timezone.now()
    seat = Seat.objects.select_related("person").filter(pk=pk).first()
    if seat is None:
        raise Http404
    found = council_for(request, seat.council_id, at, permissions.refuse_set_up)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end_seat(seat, reason=form.cleaned_data["reason"], by=request.user, at=at)
        messages.success(request, __("Đã kết thúc nhiệm vụ của %(person)s.") % {"person": seat.person})
        return redirect(found)
    context = {
        "form": form,
        "heading": __("Kết thúc nhiệm vụ của %(person)s") % {"person": seat.person},
        "question": __("Từ lúc này người đó không xem và không chấm được trong hội đồng."),
        "submit": __("Kết thúc nhiệm vụ"),
        "cancel_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """A new meeting."""
    at = timezone.now()
    found = council_for(request, pk, at, permissions.refuse_set_up)
    form = MeetingForm(request.POST or None, rounds=found.programme.rounds.all())
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        meeting = actions.plan_meeting(
            found, title=data["title"], starts_at=form.starts_at, venue=data["venue"],
            kind=MeetingKind(data["kind"]),
            round=data["round"], by=request.user, at=at,
        )  # fmt: skip
        messages.success(request, __("Đã lên lịch và mời các thành viên."))
        return redirect(meeting)
    return _form_page(request, form, heading=__("Lên lịch phiên họp"), cancel_url=found.get_absolute_url())
