"""Mở cuộc kiểm tra: products of one producer, by the plan, or by surprise with a reason (article 9(2)(a))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.states import VisitState
from ocop.casework.inspections.about import INSPECTIONS
from ocop.casework.inspections.forms import AsksProducts, AsksTeam
from ocop.casework.inspections.models import Inspection, InspectionItem, InspectionPlan, PlanLine
from ocop.casework.inspections.permissions import refuse_office
from ocop.casework.inspections.states import InspectionState, PlanState
from ocop.casework.inspections.writes.office import open_rows, tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, recorded, words
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import TextField
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme

RESTS_WITHIN = timedelta(days=365)
"""How old a field visit may be that is offered to rest an inspection on."""


class AsksInspection(AsksTeam, AsksProducts):
    """Which products, when, by whom; outside the plan also why."""

    because = TextField(
        label=_("Lý do kiểm tra đột xuất"),
        lines=3,
        max_length=2000,
        required=False,
        help_text=_("Chỉ cần khi sản phẩm không có trong kế hoạch năm hoặc đã được kiểm tra theo kế hoạch."),
    )
    visit = forms.ModelChoiceField(
        label=_("Dựa trên chuyến thực địa"),
        queryset=Visit.objects.none(),
        required=False,
        empty_label=_("Không dựa trên chuyến nào"),
        help_text=_(
            "Chuyến kiểm tra sau công nhận đã kết thúc của chính chủ thể này, nếu cuộc kiểm tra dựa vào đó."
        ),
    )
    field_order = ("codes", "starts_on", "team", "guests", "visit", "because")
    beside = AsksProducts.beside | {
        "surprise_": "because", "day_": "starts_on", "team_": "team", "visit_": "visit",
    }  # fmt: skip
    gives = frozenset({"recognitions", "starts_on", "team", "guests", "visit", "because"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Visit.objects.visible_to(self.who.person, self.who.at).filter(
            kind=VisitKind.POST_CHECK, state=VisitState.ENDED,
            day__gte=timezone.localdate(self.who.at) - RESTS_WITHIN,
        )  # fmt: skip
        visit: Any = self.fields["visit"]
        visit.queryset = rows.order_by("-day", "pk")
        visit.label_from_instance = lambda one: f"{one.product_name}, {one.day:%d/%m/%Y}"

    def known(self) -> Mapping[str, Any]:
        """The products from whose line one comes, and today."""
        return {**AsksProducts.known(self), "starts_on": timezone.localdate(self.who.at)}


@recorded
def open_inspection(
    programme: Programme,
    *,
    recognitions: Sequence[Recognition],
    starts_on: date,
    team: Sequence[Person] | QuerySet[Person],
    by: Person,
    at: datetime,
    guests: str = "",
    because: str = "",
    visit: Visit | None = None,
) -> Inspection:
    """Opens it. Producer and commune are told of one by the plan, never of a surprise.

    Refused to all but officers of the province, for products of several producers, for a team without
    officers, for one that goes on already, outside the plan without a reason, on a visit that has not ended
    or was to none of these products.
    """
    ensure(refuse_office(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two at once about one producer wait for each other
    ensure(refuse_products(recognitions))
    ensure(refuse_team(programme, list(team), at))
    ensure(_refuse_visit(visit, recognitions))
    plan, because = plan_for(programme, recognitions, starts_on), because.strip()
    if plan is None:
        ensure(_refuse_surprise(because))
    producer = recognitions[0].product.producer
    inspection = open_rows(
        programme, producer, recognitions,
        starts_on=starts_on, team=team, plan=plan, because="" if plan else because, guests=guests,
        visit=visit, by=by, at=at,
    )  # fmt: skip
    if plan is not None:
        tell_concerned(
            producer,
            kind="inspections.opened",
            subject=words(_("Kiểm tra sản phẩm OCOP ngày %(day)s"), day=f"{starts_on:%d/%m/%Y}"),
            body=words(
                _("Đoàn của tỉnh đến %(producer)s theo kế hoạch năm. Chuẩn bị nhãn, bao bì, giấy tờ."),
                producer=producer.name,
            ),
            url=inspection.get_absolute_url(),
            at=at,
        )  # fmt: skip
    return inspection


def plan_for(programme: Programme, recognitions: Sequence[Recognition], on: date) -> InspectionPlan | None:
    """The issued plan of that year in which all of them stand and by which none was inspected yet."""
    plan = InspectionPlan.objects.filter(programme=programme, year=on.year, state=PlanState.ISSUED).first()
    if plan is None:
        return None
    keys = {one.pk for one in recognitions}
    lines = PlanLine.objects.filter(plan=plan, removed_because="", recognition__in=keys).count()
    done = InspectionItem.objects.filter(inspection__plan=plan, recognition__in=keys)
    done = done.exclude(inspection__state=InspectionState.DROPPED)
    return plan if lines == len(keys) and not done.exists() else None


def refuse_products(recognitions: Sequence[Recognition]) -> Refusal | None:
    """Why these products cannot be inspected together now."""
    if len({one.product.producer_id for one in recognitions}) != 1:
        return Refusal(
            "code_several",
            _("Một cuộc kiểm tra dành cho sản phẩm của một chủ thể."),
            "",
            _("Mở riêng cho từng chủ thể."),
        )
    running = InspectionItem.objects.filter(
        recognition__in=[one.pk for one in recognitions], inspection__state=InspectionState.OPEN
    ).first()
    if running is None:
        return None
    return Refusal(
        "code_runs",
        _("Có sản phẩm đang nằm trong một cuộc kiểm tra chưa kết luận."),
        running.product_name,
        _("Mở cuộc kiểm tra đó để làm tiếp."),
    )


def refuse_team(programme: Programme, team: Sequence[Person], at: datetime) -> Refusal | None:
    """Why these people are no team."""
    officers = people_holding(Role.PROVINCE_OFFICER, at, place=programme.province)
    known = set(officers.filter(pk__in=[one.pk for one in team]).values_list("pk", flat=True))
    if team and {one.pk for one in team} == known:
        return None
    return Refusal("team_empty", _("Đoàn kiểm tra phải gồm cán bộ của cơ quan OCOP cấp tỉnh."))


def _refuse_visit(visit: Visit | None, recognitions: Sequence[Recognition]) -> Refusal | None:
    """Why an inspection of these cannot rest on this visit."""
    products = {one.product_id for one in recognitions}
    if visit is None or (
        visit.kind == VisitKind.POST_CHECK
        and visit.state == VisitState.ENDED
        and visit.product_id in products
    ):
        return None
    return Refusal(
        "visit_other",
        _("Chuyến thực địa này không phải của chủ thể, sản phẩm này."),
        _("Chuyến kiểm tra sau công nhận phải đã kết thúc và có sản phẩm này."),
    )


def _refuse_surprise(because: str) -> Refusal | None:
    if because:
        return None
    return Refusal(
        "surprise_without_reason",
        _("Sản phẩm không nằm trong kế hoạch năm đã ban hành, hoặc đã được kiểm tra theo kế hoạch."),
        _("Kiểm tra đột xuất chỉ khi cần thiết (điểm a khoản 2 Điều 9)."),
        _("Ghi lý do kiểm tra đột xuất."),
    )


OPEN = Act(
    about=INSPECTIONS,
    name="open",
    path="mo/",
    refuse=refuse_office,
    form=AsksInspection,
    do=open_inspection,
    button=_("Mở cuộc kiểm tra"),
    said=_("Đã mở. Mỗi thành viên khai xung đột lợi ích rồi ghi phiếu."),
    then=lambda _programme, inspection: inspection.get_absolute_url(),
    begins=True,
)
