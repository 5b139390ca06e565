"""Lập lịch kiểm tra: which products, on which day, who goes; the checklist is frozen now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISITS
from ocop.casework.fieldwork.labels import KINDS
from ocop.casework.fieldwork.models import Inspector, Visit
from ocop.casework.fieldwork.permissions import refuse_plan
from ocop.casework.fieldwork.rules import MOST_VISITS, VisitKind, route
from ocop.casework.fieldwork.selectors.checklists import checklist_of
from ocop.casework.fieldwork.selectors.targets import Goal, named, open_visits
from ocop.casework.fieldwork.writes import team_of, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, vouch
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, RadioCards, SeveralField, TextField, TickList
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import searchable
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.programme.models import Programme

_TELLS = {
    VisitKind.VERIFICATION: _("Hồ sơ xã đã đề nghị: mã biên nhận, số phiếu đăng ký hoặc mã sản phẩm"),
    VisitKind.POST_CHECK: _("Sản phẩm đã công nhận: mã sản phẩm hoặc mã giấy chứng nhận"),
}


class AsksVisits(Asks):
    """Kind, day, codes, people, why."""

    kind = forms.ChoiceField(
        label=_("Loại kiểm tra"),
        widget=RadioCards,
        choices=[(kind.value, Card(word, _TELLS[kind])) for kind, word in KINDS.items()],
    )
    day = DateField(label=_("Ngày kiểm tra"))
    codes = TextField(
        label=_("Mã của các sản phẩm cần đến"),
        lines=5,
        max_length=5_000,
        help_text=_(
            "Mỗi dòng một mã. Thứ tự đi được xếp theo vị trí các xã; dời ngày từng nơi sau cũng được."
        ),
    )
    inspectors = SeveralField(label=_("Người đi kiểm tra"), queryset=Person.objects.none(), widget=TickList)
    reason = TextField(
        label=_("Lý do, căn cứ kiểm tra"),
        lines=3,
        max_length=1000,
        help_text=_("In trong kế hoạch: kế hoạch năm, minh chứng chưa rõ, có phản ánh…"),
    )
    beside = {
        "code_": "codes", "nothing_": "codes", "conflict_": "codes", "day_": "day", "own_": "inspectors",
    }  # fmt: skip
    gives = frozenset({"kind", "day", "goals", "inspectors", "reason"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["inspectors"]
        assert isinstance(field, SeveralField)  # noqa: S101 - as declared above
        field.queryset = may_go(self.thing, self.who.at)

    def known(self) -> Mapping[str, Any]:
        """The kind and the code of the product from whose page one comes."""
        kind = self.query.get("loai", "")
        return {"codes": self.query.get("ma", "")[:100], "kind": kind if kind in list(VisitKind) else ""}

    def clean(self) -> dict[str, Any]:
        """Every line must name a product of the own ground."""
        given = super().clean() or self.cleaned_data
        if not {"codes", "kind"} <= given.keys():
            return given
        self.named = named(VisitKind(given["kind"]), given["codes"], person=self.who.person, at=self.who.at)
        if self.named.unknown:
            shown = "; ".join(self.named.unknown[:5])
            told = gettext("Không có sản phẩm nào để kiểm tra mang mã: %(codes)s. Xem lại từng mã.")
            self.add_error("codes", forms.ValidationError(told % {"codes": shown}, code="code_unknown"))
        return given

    def given(self) -> Mapping[str, Any]:
        """The products that the codes name."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "codes"}
        return told | {"goals": self.named.found, "inspectors": list(told["inspectors"])}


def may_go(programme: Programme, at: datetime) -> Any:
    """Whom the province sends: its officers and secretaries, and officers of its communes."""
    held = [people_holding(role, at, place=programme.province) for role in _GO]
    communes = Person.objects.filter(
        is_active=True, appointments__role=Role.COMMUNE_OFFICER, appointments__starts_at__lte=at
    ).exclude(appointments__ends_at__lte=at)
    keys = {person.pk for people in held for person in people} | set(communes.values_list("pk", flat=True))
    return Person.objects.filter(pk__in=keys).order_by("full_name", "pk")


_GO = (Role.PROVINCE_OFFICER, Role.SECRETARY)


@recorded
def plan_visits(
    programme: Programme,
    *,
    kind: VisitKind | str,
    day: date,
    goals: Sequence[Goal],
    inspectors: Sequence[Person],
    reason: str,
    by: Person,
    at: datetime,
) -> list[Visit]:
    """Plans the visits of a team for one day, in the order of the way, each with its frozen checklist.

    Refused to all but officers of the province, for a day that is over, without products or with more than
    MOST_VISITS, for a product that another open visit is about, for somebody who acts for a producer.
    """
    kind = VisitKind(kind)
    ensure(refuse_plan(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two plans about one product wait for each other
    ensure(_refuse_plan(list(goals), list(inspectors), day, at))
    start = Visit.objects.filter(programme=programme, day=day).count()
    order = route([goal.point for goal in goals])
    made = [
        _made(programme, kind, goals[place], day, start + number, reason.strip(), by=by, at=at)
        for number, place in enumerate(order, start=1)
    ]
    sent = Inspector.objects.bulk_create(
        Inspector(visit=visit, person=person, position=number)
        for visit in made
        for number, person in enumerate(inspectors, start=1)
    )
    for visit in made:
        vouch([one for one in sent if one.visit_id == visit.pk])
        data = {"kind": kind.value, "day": day.isoformat(), "inspectors": [one.pk for one in inspectors]}
        record("visit.plan", visit, by=by, at=at, reason=reason, data=data)
        tell_of(
            visit, team_of(visit) - {by}, kind="planned", subject=_("Bạn được cử đi kiểm tra: %(product)s"),
            body=_("Ngày %(day)s, tại %(producer)s. Khai quan hệ với chủ thể trước khi đi."), at=at,
        )  # fmt: skip
    return made


def _made(
    programme: Programme, kind: VisitKind, goal: Goal, day: date, position: int, reason: str, *, by: Person,
    at: datetime,
) -> Visit:  # fmt: skip
    product, place = goal.product, goal.commune
    return Visit.objects.create(
        programme=programme,
        kind=kind.value,
        product=product,
        dossier=goal.dossier,
        recognition=goal.recognition if kind == VisitKind.POST_CHECK else None,
        commune=place,
        product_name=product.name,
        producer_name=product.producer.name,
        reason=reason,
        day=day,
        position=position,
        checklist=checklist_of(kind, goal),
        planned_by=by,
        planned_at=at,
        search_text=searchable(product.name, product.producer.name, str(place or "")),
    )


def _refuse_plan(goals: list[Goal], inspectors: list[Person], day: date, at: datetime) -> Refusal | None:
    if not goals or len(goals) > MOST_VISITS:
        return Refusal(
            "nothing_chosen" if not goals else "code_too_many",
            gettext("Một ngày đi từ 1 đến %(most)s nơi.") % {"most": MOST_VISITS},
            "",
            _("Xem lại danh sách mã."),
        )
    if day < timezone.localdate(at):
        return Refusal("day_over", _("Ngày kiểm tra đã qua."), "", _("Chọn từ hôm nay trở đi."))
    if other := next(open_visits(goals), None):
        return Refusal(
            "conflict_planned",
            gettext("“%(product)s” đã có lịch kiểm tra chưa xong.") % {"product": other.product_name},
            "",
            _("Dời ngày hoặc huỷ lịch đó, hoặc bỏ mã này khỏi danh sách."),
        )
    for person in inspectors:
        own = producers_acted_for(who_is(person, at))
        goal = next((one for one in goals if one.product.producer_id in own), None)
        if goal is not None:
            names = {"person": person, "producer": goal.product.producer}
            return Refusal(
                "own_producer_sent",
                gettext("%(person)s đang là người của %(producer)s.") % names,
                _("Người kiểm tra và chủ thể phải là hai bên khác nhau."),
                _("Cử người khác."),
            )
    return None


PLAN = Act(
    about=VISITS,
    name="plan",
    path="lap/",
    refuse=refuse_plan,
    form=AsksVisits,
    do=plan_visits,
    button=_("Lập lịch kiểm tra"),
    lead=_(
        "Phiếu kiểm tra của từng sản phẩm được chốt khi lập lịch: tiêu chí của bộ và điều chủ thể đã khai."
    ),
    confirm=_("Lập lịch"),
    said=_("Đã lập lịch. Thông báo cho chủ thể khi kế hoạch được duyệt."),
    then=lambda _programme, made: made[0].day_url,
    begins=True,
    template="fieldwork/plan.html",
)
