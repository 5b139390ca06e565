"""The words of this package on the screen."""

from django.utils.translation import get_language
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.kernel.law.model import Anomaly
from ocop.registers.programme.rules import (
    PLAN_STATES,
    TASK_STATES,
    Bound,
    BudgetSource,
    CountRule,
    PlanState,
    ScopeField,
    StepKind,
    TaskState,
    Thing,
)

ACTS = {
    "programme.set_up": _("Lập chương trình"),
    "round.open": _("Mở đợt đánh giá"),
    "programme.settle_anomaly": _("Quyết định điểm chưa rõ của văn bản"),
}


def suggested(anomaly: Anomaly) -> str:
    """The value that an office may settle on, in words."""
    if anomaly.suggested_points is not None:
        return __("%(points)s điểm") % {"points": anomaly.suggested_points}
    return __("có dấu tối thiểu %(stars)s sao") % {"stars": anomaly.suggested_min_for_stars}


def printed(value: str) -> str:
    """A printed value in words: a dash stands for an option without a mark."""
    return __("không có dấu") if value == "–" else value


COUNT_RULES = {
    CountRule.NEW_PRODUCTS: _("Sản phẩm công nhận lần đầu trong năm"),
    CountRule.RENEWALS: _("Sản phẩm đánh giá lại trong năm"),
    CountRule.ORGANISATIONS_STRENGTHENED: _("Hỗ trợ tổ chức kinh tế đã có kết quả"),
    CountRule.ORGANISATIONS_NEW: _("Chủ thể có sản phẩm đầu tiên trong năm"),
    CountRule.TOURISM: _("Làng, điểm du lịch đã có kết quả hỗ trợ"),
    CountRule.TRADEMARKS: _("Nhãn hiệu, chỉ dẫn địa lý đã hoàn thành"),
    CountRule.LOGO: _("Bộ nhãn, lô gô đã giao"),
    CountRule.ADVANCED_STANDARDS: _("Tiêu chuẩn tiên tiến đã được cấp"),
    CountRule.SIGNBOARDS: _("Biển vùng nguyên liệu đã dựng"),
    CountRule.ECOMMERCE: _("Gian hàng, hỗ trợ chuyển đổi số đã xong"),
    CountRule.WEBSITES: _("Website đã chạy"),
    CountRule.TRAINING_PRODUCERS: _("Lượt người của chủ thể dự lớp"),
    CountRule.TRAINING_OFFICIALS: _("Lượt cán bộ dự lớp"),
    CountRule.VALUE_CHAIN_LINKS: _("Liên kết chuỗi giá trị đã ký"),
    CountRule.FAIRS: _("Hội chợ, kết nối đã tổ chức"),
    CountRule.IDEAS: _("Ý tưởng đã duyệt"),
    CountRule.COMMUNICATION: _("Hoạt động tuyên truyền đã làm"),
    CountRule.POST_CHECKS: _("Cơ sở đã kiểm tra sau công nhận"),
}

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

PLAN_STATE_KINDS = {PlanState.DRAFT: "wait", PlanState.ISSUED: "ok", PlanState.CLOSED: "info"}
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
    return [(rule.value, str(COUNT_RULES[rule])) for rule in CountRule]


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
