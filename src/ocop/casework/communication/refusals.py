"""The sentences with which a page or a line of the press plan is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.templatetags.ui import ngay


def words_missing() -> Refusal:
    """A page without title or text."""
    return Refusal(
        "words_missing", _("Bài chưa có tiêu đề hoặc nội dung."), "", _("Điền cả hai rồi lưu lại.")
    )


def too_long(field: str, most: int) -> Refusal:
    """A text longer than its column."""
    return Refusal(
        "too_long",
        _("%(field)s dài quá %(most)s ký tự.") % {"field": field, "most": most},
        "",
        _("Rút ngắn rồi lưu lại."),
    )


def english_half() -> Refusal:
    """English that has a title or a text only, or a summary alone."""
    return Refusal(
        "english_half",
        _("Phần tiếng Anh chưa đủ."),
        _("Có tiếng Anh thì phải có cả tiêu đề và nội dung."),
        _("Điền đủ, hoặc để trống cả phần tiếng Anh."),
    )


def unsafe_link(addresses: Iterable[str]) -> Refusal:
    """A link that leads to no page, mailbox or telephone."""
    return Refusal(
        "unsafe_link",
        _("Đường dẫn không dùng được: %(links)s.")
        % {"links": ", ".join(one[:60] or "( )" for one in addresses)},
        _("Chỉ nhận địa chỉ bắt đầu bằng http://, https://, mailto:, tel: hoặc / của trang này."),
        _("Sửa đường dẫn rồi lưu lại."),
    )


def changed_meanwhile(page: str) -> Refusal:
    """Somebody else saved the page since it was opened."""
    return Refusal(
        "conflict_version",
        _("“%(page)s” vừa được người khác sửa.") % {"page": page},
        _("Lưu bây giờ sẽ mất phần họ vừa viết."),
        _("Chép lại phần bạn viết, mở bản mới rồi sửa tiếp."),
    )


def pictures_missing(numbers: Iterable[int]) -> Refusal:
    """A text that names pictures which the page does not have."""
    return Refusal(
        "pictures_missing",
        _("Bài nhắc đến ảnh chưa có: %(numbers)s.")
        % {"numbers": ", ".join(f"[ảnh {one}]" for one in numbers)},
        "",
        _("Thêm ảnh, hoặc bỏ dòng đó trong nội dung."),
    )


def picture_named(number: int) -> Refusal:
    """Removing a picture that the text still shows."""
    return Refusal(
        "picture_named",
        _("Nội dung còn nhắc đến ảnh %(number)s.") % {"number": number},
        "",
        _("Bỏ dòng [ảnh %(number)s] trong nội dung trước.") % {"number": number},
    )


def caption_missing() -> Refusal:
    """A picture without a caption: those who do not see it read that."""
    return Refusal(
        "caption_missing",
        _("Ảnh chưa có chú thích."),
        _("Người không nhìn được ảnh nghe chú thích."),
        _("Ghi ảnh chụp gì, ở đâu."),
    )


def too_far(day: date) -> Refusal:
    """A day of publication more than a year ahead."""
    return Refusal(
        "publish_too_far",
        _("Ngày đăng %(day)s còn hơn một năm nữa.") % {"day": ngay(day)},
        "",
        _("Kiểm tra lại năm."),
    )


def not_published(page: str) -> Refusal:
    """Setting the day of a page that nobody has approved."""
    return Refusal(
        "conflict_not_published",
        _("“%(page)s” chưa được duyệt đăng.") % {"page": page},
        "",
        _("Duyệt đăng trước."),
    )


def title_missing() -> Refusal:
    """A line of the press plan that says nothing."""
    return Refusal("title_missing", _("Đầu việc chưa ghi nội dung."), "", _("Ghi truyền thông về việc gì."))


def plan_closed(plan: str) -> Refusal:
    """A line for a plan whose year is over."""
    return Refusal(
        "plan_closed",
        _("Kế hoạch %(plan)s đã kết thúc.") % {"plan": plan},
        "",
        _("Chọn kế hoạch đang thực hiện."),
    )


def outside_year(day: date, year: int) -> Refusal:
    """A day that is not in the year of the plan."""
    return Refusal(
        "outside_year",
        _("Ngày %(day)s không thuộc năm %(year)s của kế hoạch.") % {"day": ngay(day), "year": year},
        "",
        _("Sửa ngày, hoặc chọn kế hoạch khác."),
    )


def outside_place(place: str, plan_place: str) -> Refusal:
    """A place that the plan does not speak of."""
    return Refusal(
        "outside_place",
        _("%(place)s không thuộc %(plan)s.") % {"place": place, "plan": plan_place},
        _("Việc của tỉnh khác không đếm vào kế hoạch này."),
        _("Chọn địa bàn của kế hoạch."),
    )


def task_of_another_plan(task: str) -> Refusal:
    """A task that the plan does not have."""
    return Refusal(
        "task_of_another_plan",
        _("Nhiệm vụ “%(task)s” không thuộc kế hoạch này.") % {"task": task},
        "",
        _("Chọn nhiệm vụ của kế hoạch, hoặc để trống."),
    )


def already_planned(item: str, day: date) -> Refusal:
    """The same words on the same channel, place and day: it would be counted twice."""
    return Refusal(
        "already_planned",
        _("“%(item)s” ngày %(day)s đã có trong kế hoạch.") % {"item": item, "day": ngay(day)},
        _("Cùng nội dung, kênh, địa bàn và ngày sẽ bị đếm hai lần."),
        _("Mở đầu việc đã có, hoặc đổi ngày."),
    )


def from_the_future(day: date) -> Refusal:
    """Something recorded as done that has not been."""
    return Refusal(
        "from_the_future",
        _("Ngày thực hiện %(day)s chưa đến.") % {"day": ngay(day)},
        "",
        _("Chỉ ghi việc đã làm xong."),
    )


def ends_before_start() -> Refusal:
    """The last day before the first."""
    return Refusal("ends_before_start", _("Ngày cuối trước ngày đầu."), "", _("Sửa một trong hai ngày."))


def times_missing() -> Refusal:
    """Done, but not once."""
    return Refusal("times_missing", _("Chưa ghi số lần thực hiện."), "", _("Ghi ít nhất 1 lần."))


def evidence_missing() -> Refusal:
    """Done, and nothing shows it."""
    return Refusal(
        "evidence_missing",
        _("Chưa có minh chứng."),
        _("Số liệu của kế hoạch chỉ đếm việc có đường dẫn, bản chụp hoặc sổ phát thanh."),
        _("Dán đường dẫn, hoặc tải lên bản chụp."),
    )


def unsafe_evidence(link: str) -> Refusal:
    """A link as evidence that leads to no web page."""
    return Refusal(
        "unsafe_link",
        _("Đường dẫn không dùng được: %(links)s.") % {"links": link[:60]},
        _("Minh chứng trên mạng phải là địa chỉ http:// hoặc https://."),
        _("Sửa đường dẫn, hoặc tải lên bản chụp."),
    )


def not_done(item: str) -> Refusal:
    """More evidence for what is not recorded as done."""
    return Refusal(
        "conflict_not_done",
        _("“%(item)s” chưa ghi đã thực hiện.") % {"item": item},
        "",
        _("Ghi kết quả trước."),
    )
