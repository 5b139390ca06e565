"""The words of this package on the screen."""

from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.templatetags.ui import so
from ocop.kernel.calendar import Certainty
from ocop.kernel.law.model import Anomaly
from ocop.registers.programme.rules import (
    PLAN_STATES,
    TASK_STATES,
    Bound,
    BudgetSource,
    PlanState,
    ScopeField,
    StepKind,
    TaskState,
    Thing,
    count_rules,
)

DEEDS = {
    "programme.set_up": _("Lập chương trình"),
    "round.open": _("Mở đợt đánh giá"),
    "round.settle_boundary": _("Quyết định đợt cho ngày giáp mốc"),
    "programme.settle_anomaly": _("Quyết định điểm chưa rõ của văn bản"),
    "plan.write": _("Lập kế hoạch"),
    "plan.copy": _("Sao chép từ kế hoạch khác"),
    "plan.edit": _("Sửa phần đầu kế hoạch"),
    "plan.import_targets": _("Nhập chỉ tiêu từ bảng"),
    "plan.issue": _("Ban hành"),
    "plan.amend": _("Điều chỉnh"),
    "plan.close": _("Kết thúc kế hoạch"),
    "plan.drop": _("Bỏ dự thảo"),
    "plan.attach": _("Đính kèm văn bản"),
    "plan.set_cycle": _("Đặt lịch chu trình"),
    "task.finish": _("Báo xong"),
    "task.drop": _("Thôi thực hiện"),
    "task.reopen": _("Mở lại"),
    "task.attach": _("Đính kèm văn bản"),
    "task.add": _("Thêm nhiệm vụ"),
    "task.edit": _("Sửa nhiệm vụ"),
}


def suggested(anomaly: Anomaly) -> str:
    """The value that an office may settle on, in words."""
    if anomaly.suggested_points is not None:
        return __("%(points)s điểm") % {"points": anomaly.suggested_points}
    return __("có dấu tối thiểu %(stars)s sao") % {"stars": anomaly.suggested_min_for_stars}


def printed(value: str) -> str:
    """A printed value in words: a dash stands for an option without a mark."""
    return __("không có dấu") if value == "–" else value


BOUNDS = {
    Bound.AT_LEAST: _("Từ … trở lên"),
    Bound.EXACTLY: _("Đúng số này"),
    Bound.ALL_DUE: _("Tất cả trường hợp đến hạn"),
    Bound.UNSET: _("Kế hoạch không nêu số"),
}

SOURCES = {
    BudgetSource.CENTRAL: _("Ngân sách trung ương"),
    BudgetSource.PROVINCE: _("Ngân sách tỉnh"),
    BudgetSource.DISTRICT: _("Ngân sách huyện"),
    BudgetSource.COMMUNE: _("Ngân sách xã"),
    BudgetSource.PRODUCER: _("Chủ thể đối ứng"),
    BudgetSource.CREDIT: _("Vốn tín dụng"),
    BudgetSource.OTHER: _("Nguồn khác"),
}

STEPS = {
    StepKind.COMMUNICATION: _("Tuyên truyền"),
    StepKind.IDEAS: _("Đăng ký ý tưởng"),
    StepKind.IDEA_APPROVAL: _("Duyệt ý tưởng"),
    StepKind.DOSSIERS: _("Lập hồ sơ"),
    StepKind.EVALUATION: _("Đánh giá, phân hạng"),
    StepKind.RESULTS: _("Công bố kết quả"),
    StepKind.POST_CHECKS: _("Kiểm tra sau công nhận"),
}

THINGS = {Thing.TARGET: _("Chỉ tiêu"), Thing.TASK: _("Nhiệm vụ"), Thing.BUDGET_LINE: _("Dòng kinh phí")}

PLAN_STATE_KINDS = {
    PlanState.DRAFT: "wait",
    PlanState.ISSUED: "ok",
    PlanState.CLOSED: "info",
    PlanState.DROPPED: "info",
}
TASK_STATE_KINDS = {TaskState.OPEN: "wait", TaskState.DONE: "ok", TaskState.DROPPED: "info"}


def plan_state(state: str) -> str:
    """A state of a plan in words."""
    return PLAN_STATES[PlanState(state)].text(get_language() or "vi")


def task_state(state: str) -> str:
    """A state of a task in words."""
    return TASK_STATES[TaskState(state)].text(get_language() or "vi")


def plan_state_choices() -> list[tuple[str, str]]:
    """Choices of the state of a plan."""
    return [(state.value, plan_state(state)) for state in PlanState]


def task_state_choices() -> list[tuple[str, str]]:
    """Choices of the state of a task."""
    return [(state.value, task_state(state)) for state in TaskState]


def count_rule_choices() -> list[tuple[str, str]]:
    """Choices of how a target is counted, those without records included."""
    return [(key, rule.label.text(get_language() or "vi")) for key, rule in count_rules().items()]


def bound_choices() -> list[tuple[str, str]]:
    """Choices of what the plan says of a number."""
    return [(bound.value, str(word)) for bound, word in BOUNDS.items()]


def source_choices() -> list[tuple[str, str]]:
    """Choices of the source of money."""
    return [(source.value, str(word)) for source, word in SOURCES.items()]


def step_choices() -> list[tuple[str, str]]:
    """Choices of the step of a cycle."""
    return [(step.value, str(word)) for step, word in STEPS.items()]


def thing_choices() -> list[tuple[str, str]]:
    """Choices of what an amendment changes."""
    return [(thing.value, str(word)) for thing, word in THINGS.items()]


SCOPE_WORDS = {
    ScopeField.PLACE: _("địa bàn"),
    ScopeField.SETS: _("bộ sản phẩm"),
    ScopeField.STARS: _("hạng sao"),
    ScopeField.LEGAL_FORMS: _("loại hình chủ thể"),
    ScopeField.YEARS: _("năm công nhận"),
}

FIELD_WORDS = {
    "name": _("Tên"),
    "unit": _("Đơn vị tính"),
    "bound": _("Mức"),
    "value": _("Số"),
    "count_rule": _("Cách đếm"),
    "place_id": _("Riêng địa bàn"),
    "set_numbers": _("Riêng bộ sản phẩm"),
    "stars_from": _("Từ hạng sao"),
    "legal_forms": _("Riêng loại hình chủ thể"),
    "year_from": _("Công nhận từ năm"),
    "year_to": _("Công nhận đến năm"),
    "note": _("Ghi chú"),
    "agency": _("Cơ quan chủ trì"),
    "office_id": _("Cơ quan trong hệ thống"),
    "partners": _("Cơ quan phối hợp"),
    "starts_on": _("Bắt đầu"),
    "due_on": _("Hạn xong"),
    "source": _("Nguồn"),
    "amount": _("Số tiền (đồng)"),
    "task_id": _("Cho nhiệm vụ"),
    "in_force": _("Trong kế hoạch"),
}


def number_words(bound: str, value: int | Decimal | None, unit: str) -> str:
    """What a target promises: "từ 30 sản phẩm trở lên", "85,5 %"."""
    words = {"value": so(value), "unit": unit}
    if bound == Bound.AT_LEAST:
        return __("từ %(value)s %(unit)s trở lên") % words
    if bound == Bound.EXACTLY:
        return __("%(value)s %(unit)s") % words
    return __("tất cả đến hạn") if bound == Bound.ALL_DUE else __("không nêu số")


def count_words(rule: str) -> str:
    """How a target is counted; the key itself where its rule is gone."""
    return dict(count_rule_choices()).get(rule, rule) if rule else __("Ghi kết quả bằng tay")


def year_words(first: int | None, last: int | None) -> str:
    """Years of recognition: 2019–2020, from 2019, until 2020, 2022; nothing where none is named."""
    if first and last:
        return str(first) if first == last else f"{first}–{last}"
    if first:
        return __("từ %(year)s") % {"year": first}
    return __("đến %(year)s") % {"year": last} if last else ""


CERTAINTIES = {
    Certainty.CONFIRMED: _("Đã có văn bản chính thức"),
    Certainty.TO_CHECK: _("Cần đối chiếu với văn bản chính thức"),
    Certainty.PROVISIONAL: _("Tạm tính, chưa có văn bản chính thức"),
}
CERTAINTY_KINDS = {Certainty.CONFIRMED: "ok", Certainty.TO_CHECK: "warn", Certainty.PROVISIONAL: "warn"}
