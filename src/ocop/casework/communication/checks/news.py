"""What a page may not say, and from when it may not show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication.labels import FIELDS
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import CONTENT
from ocop.casework.communication.rules import pictures_named, unsafe_links
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.templatetags.ui import ngay

LONGEST = {
    "title": 200,
    "summary": 300,
    "body": 30_000,
    "title_en": 200,
    "summary_en": 300,
    "body_en": 30_000,
}
FARTHEST = timedelta(days=366)


def refuse_content(said: Mapping[str, str]) -> Refusal | None:
    """A page without title or text, too long, with half of the English, with a link that leads to no page,
    mailbox or telephone.
    """
    if not said["title"] or not said["body"]:
        return Refusal(
            "words_missing", _("Bài chưa có tiêu đề hoặc nội dung."), "", _("Điền cả hai rồi lưu lại.")
        )
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            return too_long(str(FIELDS[name]), most)
    if any(said[name] for name in CONTENT[3:]) and not (said["title_en"] and said["body_en"]):
        return Refusal(
            "english_half",
            _("Phần tiếng Anh chưa đủ."),
            _("Có tiếng Anh thì phải có cả tiêu đề và nội dung."),
            _("Điền đủ, hoặc để trống cả phần tiếng Anh."),
        )
    unsafe = [*unsafe_links(said["body"]), *unsafe_links(said["body_en"])]
    if not unsafe:
        return None
    return Refusal(
        "unsafe_link",
        _("Đường dẫn không dùng được: %(links)s.")
        % {"links": ", ".join(one[:60] or "( )" for one in unsafe)},
        _("Chỉ nhận địa chỉ bắt đầu bằng http://, https://, mailto:, tel: hoặc / của trang này."),
        _("Sửa đường dẫn rồi lưu lại."),
    )


def too_long(field: str, most: int) -> Refusal:
    """A text longer than its column."""
    return Refusal(
        "too_long",
        _("%(field)s dài quá %(most)s ký tự.") % {"field": field, "most": most},
        "",
        _("Rút ngắn rồi lưu lại."),
    )


def refuse_pictures(page: NewsPage) -> Refusal | None:
    """A text that names pictures which the page does not have."""
    there = set(page.pictures.filter(is_removed=False).values_list("number", flat=True))
    missing = sorted((pictures_named(page.body) | pictures_named(page.body_en)) - there)
    if not missing:
        return None
    return Refusal(
        "pictures_missing",
        _("Bài nhắc đến ảnh chưa có: %(numbers)s.")
        % {"numbers": ", ".join(f"[ảnh {one}]" for one in missing)},
        "",
        _("Thêm ảnh, hoặc bỏ dòng đó trong nội dung."),
    )


def refuse_day(day: date, at: datetime) -> Refusal | None:
    """A day of publication more than a year ahead."""
    if day <= timezone.localdate(at) + FARTHEST:
        return None
    return Refusal(
        "publish_too_far",
        _("Ngày đăng %(day)s còn hơn một năm nữa.") % {"day": ngay(day)},
        "",
        _("Kiểm tra lại năm."),
    )
