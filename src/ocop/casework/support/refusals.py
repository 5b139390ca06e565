"""Why an act on a piece of help is refused, each as a sentence for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.templatetags.ui import ngay


def money(amount: int) -> str:
    """An amount in đồng, thousands apart."""
    return _("%(amount)s đồng") % {"amount": f"{amount:,}".replace(",", ".")}


def facts_wrong(sentences: Sequence[str]) -> Refusal:
    """Fields of the kind that are not taken."""
    return Refusal(
        "facts_wrong", " ".join(sentences), _("Chưa có gì được lưu."), _("Sửa các mục này rồi gửi lại.")
    )


def unknown_kind() -> Refusal:
    """A kind that the table does not have."""
    return Refusal("unknown_kind", _("Không có loại hỗ trợ này."), "", _("Chọn một loại trong danh sách."))


def incomplete(parts: Sequence[str]) -> Refusal:
    """A name or an agency is missing."""
    return Refusal(
        "incomplete",
        _("Hoạt động còn thiếu: %(parts)s.") % {"parts": ", ".join(parts)},
        "",
        _("Ghi đủ rồi gửi lại."),
    )


def dates_upside_down(first: date, last: date) -> Refusal:
    """It ends before it begins."""
    return Refusal(
        "dates_upside_down",
        _("Ngày kết thúc %(last)s sớm hơn ngày bắt đầu %(first)s.")
        % {"first": ngay(first), "last": ngay(last)},
        "",
        _("Sửa một trong hai ngày."),
    )


def place_outside_plan(place: Any, plan: Any) -> Refusal:
    """A course of another province in this plan."""
    return Refusal(
        "place_outside_plan",
        _("%(place)s không thuộc địa bàn của kế hoạch năm %(year)s, %(province)s.")
        % {"place": str(place)[:1].upper() + str(place)[1:], "year": plan.year, "province": plan.place},
        _("Kế hoạch chỉ tính hoạt động trong tỉnh của nó."),
        _("Chọn địa bàn khác hoặc kế hoạch khác."),
    )


def outside_plan_year(plan: Any) -> Refusal:
    """An activity none of whose days lies in the year of its plan."""
    return Refusal(
        "outside_plan_year",
        _("Thời gian của hoạt động không có ngày nào trong năm %(year)s của kế hoạch.") % {"year": plan.year},
        "",
        _("Sửa ngày hoặc chọn kế hoạch khác."),
    )


def task_of_other_plan() -> Refusal:
    """A task that this plan does not have."""
    return Refusal(
        "task_of_other_plan",
        _("Nhiệm vụ này không thuộc kế hoạch đã chọn."),
        "",
        _("Chọn nhiệm vụ của kế hoạch đó."),
    )


def plan_has_costs() -> Refusal:
    """The plan changes although money of its budget was spent."""
    return Refusal(
        "plan_has_costs",
        _("Không đổi kế hoạch được vì đã ghi khoản chi từ kinh phí của kế hoạch này."),
        "",
        _("Rút các khoản chi trước."),
    )


def not_open(name: str) -> Refusal:
    """It was finished or cancelled."""
    return Refusal(
        "conflict_ended",
        _("“%(name)s” đã kết thúc hoặc đã huỷ, không sửa được nữa.") % {"name": name},
        "",
        _("Tải lại trang để xem tình trạng hiện tại."),
    )


def not_finished_yet(missing: Sequence[str]) -> Refusal:
    """What the kind asks for is not there."""
    return Refusal(
        "not_complete",
        _("Chưa ghi kết quả được: còn thiếu %(missing)s.") % {"missing": "; ".join(missing)},
        _("Loại hỗ trợ này chỉ được tính khi có đủ."),
        _("Bổ sung ở trang của hoạt động rồi ghi kết quả."),
    )


def result_missing() -> Refusal:
    """Finishing without a word about what came out."""
    return Refusal("result_missing", _("Chưa ghi kết quả."), "", _("Viết ngắn gọn hoạt động đã đạt được gì."))


def day_before_start(start: date) -> Refusal:
    """A day before the activity began."""
    return Refusal(
        "day_before_start",
        _("Ngày này sớm hơn ngày bắt đầu %(day)s.") % {"day": ngay(start)},
        "",
        _("Sửa lại ngày."),
    )


def day_in_future() -> Refusal:
    """A day that has not come."""
    return Refusal("day_in_future", _("Ngày này chưa tới."), "", _("Ghi ngày đã diễn ra."))


def twice(name: str) -> Refusal:
    """The same producer, product or party again."""
    return Refusal(
        "twice", _("“%(name)s” đã có trong hoạt động này.") % {"name": name}, "", _("Không cần thêm lần nữa.")
    )


def not_seen(name: str) -> Refusal:
    """A producer outside the activity's province."""
    return Refusal(
        "producer_elsewhere",
        _("“%(name)s” không thuộc tỉnh của hoạt động này.") % {"name": name},
        "",
        _("Chọn chủ thể trong tỉnh."),
    )


def no_steps() -> Refusal:
    """The kind has no such step."""
    return Refusal("unknown_step", _("Loại hỗ trợ này không có bước đó."), "", _("Tải lại trang."))


def step_out_of_turn(name: str) -> Refusal:
    """An earlier step is not done."""
    return Refusal(
        "step_out_of_turn",
        _("Bước “%(name)s” ở trước chưa xong.") % {"name": name},
        _("Các bước làm lần lượt."),
        _("Ghi xong bước trước rồi ghi bước này."),
    )


def step_day_upside_down() -> Refusal:
    """A day before the step before, or after the step after."""
    return Refusal(
        "step_day_upside_down",
        _("Ngày xong không khớp với các bước trước và sau."),
        _("Bước sau không thể xong trước bước trước."),
        _("Sửa lại ngày."),
    )


def no_budget_line() -> Refusal:
    """Money without a source."""
    return Refusal(
        "no_budget_line",
        _("Khoản chi chưa có nguồn."),
        _("Mỗi khoản chi phải lấy từ một dòng kinh phí của kế hoạch."),
        _("Gắn hoạt động với kế hoạch, rồi chọn dòng kinh phí."),
    )


def line_of_other_plan() -> Refusal:
    """A budget line that the activity's plan does not have."""
    return Refusal(
        "line_of_other_plan",
        _("Dòng kinh phí này không thuộc kế hoạch của hoạt động."),
        "",
        _("Chọn dòng kinh phí của đúng kế hoạch."),
    )


def amount_wrong() -> Refusal:
    """Nothing, or less than nothing, or more than could be."""
    return Refusal("amount_wrong", _("Số tiền phải lớn hơn 0 và hợp lý."), "", _("Ghi số tiền bằng đồng."))


def over_line(left: int) -> Refusal:
    """More than the line still has."""
    words = money(left) if left > 0 else money(0)
    return Refusal(
        "over_line",
        _("Dòng kinh phí chỉ còn %(left)s.") % {"left": words},
        _("Khoản chi này vượt quá số còn lại."),
        _("Sửa số tiền, chọn dòng khác, hoặc đánh dấu “Vẫn ghi” nếu đã được đồng ý."),
    )


def already_withdrawn() -> Refusal:
    """A payment that counts no more."""
    return Refusal("conflict_withdrawn", _("Khoản chi này đã được rút rồi."), "", _("Tải lại trang."))


def reason_missing() -> Refusal:
    """No word why."""
    return Refusal("reason_missing", _("Chưa ghi lý do."), "", _("Ghi lý do rồi gửi lại."))


def no_looks() -> Refusal:
    """The kind has nothing to look at again, or not in such a state."""
    return Refusal(
        "unknown_look", _("Loại hỗ trợ này không có tình trạng đó."), "", _("Chọn một mục trong danh sách.")
    )


def no_sales() -> Refusal:
    """The kind reports no sales, or the amount cannot be."""
    return Refusal(
        "sales_wrong", _("Không ghi doanh thu như vậy được."), "", _("Ghi số tiền bằng đồng hoặc để trống.")
    )


def no_parties(needs_count: bool = False) -> Refusal:
    """The kind binds nobody, or not in such a role, or the number of households is missing."""
    if needs_count:
        return Refusal(
            "households_missing", _("Chưa ghi số hộ."), _("Bên này gồm nhiều hộ."), _("Ghi số hộ, từ 1.")
        )
    return Refusal(
        "unknown_role", _("Loại hỗ trợ này không có vai trò đó."), "", _("Chọn một mục trong danh sách.")
    )


def party_is_kept(name: str) -> Refusal:
    """A party about whom something is on record that must stay."""
    return Refusal(
        "party_is_kept",
        _("Không bỏ được %(name)s.") % {"name": name},
        _("Bên này đã đồng ý nêu tên trên trang công khai; việc đó còn trong nhật ký."),
        _("Rút đồng ý nêu tên ở trang chuỗi giá trị; bên này vẫn còn trong liên kết."),
    )


def no_kits() -> Refusal:
    """The kind gives no artwork."""
    return Refusal(
        "no_kits", _("Loại hỗ trợ này không giao mẫu nhãn."), "", _("Dùng loại “Logo OCOP, mẫu nhãn”.")
    )


def kit_not_for_product(name: str) -> Refusal:
    """The product is not among those that the activity helps."""
    return Refusal(
        "kit_not_for_product",
        _("“%(name)s” chưa có trong danh sách được hỗ trợ của hoạt động này.") % {"name": name},
        "",
        _("Thêm sản phẩm vào danh sách trước."),
    )


def kit_without_recognition(name: str) -> Refusal:
    """The recognition does not hold on the day."""
    return Refusal(
        "recognition_ended",
        _("Không giao mẫu nhãn cho “%(name)s” được.") % {"name": name},
        _("Chỉ dùng logo có sao khi sản phẩm còn được công nhận từ 3 sao trở lên."),
        _("Đánh giá lại sản phẩm trước, rồi giao mẫu nhãn."),
    )


def title_missing() -> Refusal:
    """A paper without a title."""
    return Refusal("title_missing", _("Giấy tờ chưa có tên."), "", _("Ghi tên giấy tờ."))
