"""The way of a new province, from its programme to the first open round: what is done, what is next, and
whose it is. It begins the home of operators and of officers of the province.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.review.models import Council
from ocop.casework.review.rules import SCORING_FUNCTIONS, Function
from ocop.casework.review.selectors import members_of, rules_in_force
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.selectors import communes_without_office, in_force_at
from ocop.foundation.places.models import Place
from ocop.foundation.ui.parts import Todo
from ocop.registers.programme.models import Plan, Programme
from ocop.registers.programme.rules import PlanState


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
    """Every step, as one sees it who has these roles; empty once all that is needed is done. At most 13
    queries.
    """
    steps = [*_of_the_operator(programme.province, at), *_of_the_officer(programme, at)]
    if all(step.is_done for step in steps if step.is_needed):
        return []
    return list(_shown(steps, roles))


def _of_the_operator(province: Place, at: datetime) -> list[Step]:
    """Offices and people."""
    appointed = in_force_at(at)
    here, in_communes = (
        appointed.filter(office__place=province),
        appointed.filter(office__place__parent=province),
    )
    offices = Office.objects.filter(level=Level.COMMUNE, place__parent=province).exists()
    left = communes_without_office(province, at).count() if offices else 0
    attended = in_communes.filter(role=Role.COMMUNE_OFFICER)
    communes = attended.values("office__place").distinct().count()
    people = reverse("accounts:people")
    return [
        Step(
            _("Thêm cơ quan cấp xã"), Role.OPERATOR, offices, reverse("accounts:add_commune_offices"),
            _("Còn %(count)s xã, phường chưa có cơ quan") % {"count": left} if left
            else _("Cả tỉnh trong một lần"),
        ),
        Step(
            _("Phân công cán bộ tỉnh"), Role.OPERATOR, here.filter(role=Role.PROVINCE_OFFICER).exists(),
            people,
            _("Mở tài khoản, rồi giao vai trò ở trang của người đó"),
        ),
        Step(
            _("Phân công cán bộ xã"), Role.OPERATOR, communes > 0, people,
            _("Đã có ở %(count)s xã, phường; mỗi xã cần ít nhất một người") % {"count": communes} if communes
            else _("Mỗi xã ít nhất một người, để tiếp nhận hồ sơ"),
        ),
        Step(
            _("Phân công thư ký hội đồng"), Role.OPERATOR, here.filter(role=Role.SECRETARY).exists(), people,
            _("Lên lịch họp, lập biên bản"),
        ),
        Step(
            _("Phân công người ký quyết định"), Role.OPERATOR, here.filter(role=Role.SIGNER).exists(), people,
            _("Ở Ủy ban nhân dân tỉnh; chưa có cơ quan này thì thêm ở trang Cơ quan"),
        ),
    ]  # fmt: skip


def _of_the_officer(programme: Programme, at: datetime) -> list[Step]:
    """The plan, the council and the round."""
    plan = Plan.objects.filter(place=programme.province, year__gte=timezone.localdate(at).year)
    council = Council.objects.filter(programme=programme).order_by("pk").first()
    rules = rules_in_force(council, at) if council else None
    functions = [seat.function for seat in members_of(council, at)] if council else []
    scoring = sum(1 for function in functions if function in SCORING_FUNCTIONS)
    are_enough = rules is not None and scoring >= rules.quorum_least and Function.CHAIR in functions
    officer, council_url = Role.PROVINCE_OFFICER, council.get_absolute_url() if council else ""
    return [
        Step(
            _("Ghi kế hoạch năm"), officer, plan.exclude(state=PlanState.DRAFT).exists(),
            reverse("programme:plans"), _("Chỉ tiêu và nhiệm vụ; nhập được từ tệp Excel"), is_needed=False,
        ),
        Step(
            _("Lập hội đồng"), officer, council is not None, reverse("review:establish"),
            _("Số, ngày quyết định thành lập hội đồng và tổ tư vấn"),
        ),
        Step(
            _("Ghi quy chế của hội đồng"), officer, rules is not None, council_url,
            _("Số người phải có mặt, mức chênh lệch điểm, cách làm tròn"),
        ),
        Step(
            _("Ghi thành viên hội đồng"), officer, are_enough, council_url,
            _("Đã có %(count)s người chấm; cần chủ tịch và đủ số người theo quy chế") % {"count": scoring}
            if scoring else _("Chủ tịch và các ủy viên"),
        ),
        Step(
            _("Mở đợt đầu tiên"), officer, programme.rounds.exists(), reverse("programme:choose_round"),
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
