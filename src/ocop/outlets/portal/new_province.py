"""The way of a new province, from its programme to the first open round: what is done, what is next, and
whose it is. It begins the home of operators and of officers of the province.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, Func, IntegerField, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.review.models import Council, WorkingRules
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import SCORING_FUNCTIONS, Function
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.selectors import communes_without_office, in_force_at
from ocop.foundation.places.models import Place
from ocop.foundation.ui.parts import Todo
from ocop.registers.programme.models import Plan, Programme
from ocop.registers.programme.rules import PlanState

HERE = {"officer": Role.PROVINCE_OFFICER, "secretary": Role.SECRETARY, "signer": Role.SIGNER}
"""Who is appointed at the province, by the name of the fact."""


@dataclass(frozen=True)
class Step:
    """One step of the way, who takes it, and whether the round can be opened without it."""

    label: str
    role: Role
    is_done: bool
    url: str
    note: str
    is_needed: bool = True


def province_steps(programme: Programme, roles: Collection[Role], at: datetime) -> list[Todo]:
    """Every step, as one sees it who has these roles; empty once all that is needed is done. One query."""
    known = _facts(programme, at)
    steps = [*_of_the_operator(known), *_of_the_officer(known)]
    if all(step.is_done for step in steps if step.is_needed):
        return []
    return list(_shown(steps, roles))


def _facts(programme: Programme, at: datetime) -> Mapping[str, Any]:
    """What the province has, from the offices to the rounds."""
    province = programme.province
    rows = Programme.objects.filter(pk=programme.pk).annotate(
        **_people(province, at), **_council(programme, at),
        plan=Exists(
            Plan.objects.filter(place=province, year__gte=timezone.localdate(at).year)
            .exclude(state=PlanState.DRAFT)
        ),
        has_round=Exists(programme.rounds.all()),
    )  # fmt: skip
    return rows.values(
        "offices", "left", "communes", *HERE, "council", "quorum", "scoring", "chairs", "plan", "has_round"
    ).get()


def _people(province: Place, at: datetime) -> dict[str, Any]:
    """Offices and appointments."""
    appointed = in_force_at(at)
    here = appointed.filter(office__place=province)
    attended = appointed.filter(office__place__parent=province, role=Role.COMMUNE_OFFICER)
    return {
        "offices": Exists(Office.objects.filter(level=Level.COMMUNE, place__parent=province)),
        "left": _number(communes_without_office(province, at), "pk"),
        "communes": _number(attended, "office__place"),
        **{name: Exists(here.filter(role=role)) for name, role in HERE.items()},
    }


def _council(programme: Programme, at: datetime) -> dict[str, Any]:
    """The first council, how many its rules want to be present, who scores on it and who chairs it."""
    first = Council.objects.filter(programme=programme).order_by("pk").values("pk")[:1]
    rules = WorkingRules.objects.filter(council=first, effective_on__lte=timezone.localdate(at))
    seats = seats_held(at).filter(council=first)
    return {
        "council": Subquery(first),
        "quorum": Subquery(rules.order_by("-effective_on").values("quorum_least")[:1]),
        "scoring": _number(seats.filter(function__in=SCORING_FUNCTIONS), "pk"),
        "chairs": Exists(seats.filter(function=Function.CHAIR)),
    }


def _number(rows: QuerySet[Any], column: str) -> Subquery:
    """How many values of a column there are, as a part of another question."""
    count = Func(F(column), function="COUNT", template="%(function)s(DISTINCT %(expressions)s)")
    return Subquery(rows.order_by().values(n=count), output_field=IntegerField())


def _of_the_operator(known: Mapping[str, Any]) -> list[Step]:
    """Offices and people."""
    left, communes = known["left"] if known["offices"] else 0, known["communes"]
    people = reverse("accounts:people")
    return [
        Step(
            _("Thêm cơ quan cấp xã"), Role.OPERATOR, known["offices"],
            reverse("accounts:add_commune_offices"),
            _("Còn %(count)s xã, phường chưa có cơ quan") % {"count": left} if left
            else _("Cả tỉnh trong một lần"),
        ),
        Step(
            _("Phân công cán bộ tỉnh"), Role.OPERATOR, known["officer"],
            people,
            _("Mở tài khoản, rồi giao vai trò ở trang của người đó"),
        ),
        Step(
            _("Phân công cán bộ xã"), Role.OPERATOR, communes > 0, people,
            _("Đã có ở %(count)s xã, phường; mỗi xã cần ít nhất một người") % {"count": communes} if communes
            else _("Mỗi xã ít nhất một người, để tiếp nhận hồ sơ"),
        ),
        Step(
            _("Phân công thư ký hội đồng"), Role.OPERATOR, known["secretary"], people,
            _("Lên lịch họp, lập biên bản"),
        ),
        Step(
            _("Phân công người ký quyết định"), Role.OPERATOR, known["signer"], people,
            _("Ở Ủy ban nhân dân tỉnh; chưa có cơ quan này thì thêm ở trang Cơ quan"),
        ),
    ]  # fmt: skip


def _of_the_officer(known: Mapping[str, Any]) -> list[Step]:
    """The plan, the council and the round."""
    scoring, quorum = known["scoring"], known["quorum"]
    are_enough = quorum is not None and scoring >= quorum and known["chairs"]
    officer, council = Role.PROVINCE_OFFICER, known["council"]
    council_url = Council(pk=council).get_absolute_url() if council else ""
    return [
        Step(
            _("Ghi kế hoạch năm"), officer, known["plan"],
            reverse("programme:plans"), _("Chỉ tiêu và nhiệm vụ; nhập được từ tệp Excel"), is_needed=False,
        ),
        Step(
            _("Lập hội đồng"), officer, council is not None, reverse("review:establish"),
            _("Số, ngày quyết định thành lập hội đồng và tổ tư vấn"),
        ),
        Step(
            _("Ghi quy chế của hội đồng"), officer, quorum is not None, council_url,
            _("Số người phải có mặt, mức chênh lệch điểm, cách làm tròn"),
        ),
        Step(
            _("Ghi thành viên hội đồng"), officer, are_enough, council_url,
            _("Đã có %(count)s người chấm; cần chủ tịch và đủ số người theo quy chế") % {"count": scoring}
            if scoring else _("Chủ tịch và các ủy viên"),
        ),
        Step(
            _("Mở đợt đầu tiên"), officer, known["has_round"], reverse("rounds:choose"),
            _("Mốc ngày theo luật; từ đây chủ thể nộp hồ sơ"),
        ),
    ]  # fmt: skip


def _shown(steps: Iterable[Step], roles: Collection[Role]) -> Iterable[Todo]:
    """The first open step of one's own that is needed comes now; those of others say whose they are."""
    others = {
        Role.OPERATOR: _("Việc của quản trị hệ thống"), Role.PROVINCE_OFFICER: _("Việc của cán bộ tỉnh"),
    }  # fmt: skip
    is_next = True
    for step in steps:
        if step.is_done:
            yield Todo(step.label, "done", note=step.note)
        elif step.role not in roles or not step.url:
            yield Todo(step.label, "locked", note=step.note if step.role in roles else others[step.role])
        elif not step.is_needed:
            yield Todo(step.label, "optional", step.url, step.note)
        else:
            yield Todo(step.label, "now" if is_next else "todo", step.url, step.note)
            is_next = False
