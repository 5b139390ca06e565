"""Pages: the province writes and publishes, a commune drafts for its own place, leaders read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.rules import NewsState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal


def refuse_write(who: Who, place: Place | None = None) -> Refusal | None:
    """Beginning a page for a place (any place where none is named):
    its province's or its commune's officers.
    """
    if who.holds_any(Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER, place=place):
        return None
    return Refusal(
        "not_writer",
        _("Bạn không viết được bài ở đây."),
        _("Cán bộ OCOP cấp tỉnh viết và đăng; cán bộ xã soạn bài của xã mình."),
        _("Gửi nội dung cho cán bộ OCOP của xã hoặc tỉnh."),
    )


def refuse_revise(who: Who, page: NewsPage) -> Refusal | None:
    """Changing words and pictures: the province until it is withdrawn;
    the commune while it is its own draft.
    """
    if page.state == NewsState.WITHDRAWN:
        return Refusal(
            "conflict_withdrawn",
            _("“%(page)s” đã gỡ.") % {"page": page},
            _("Bài đã gỡ giữ nguyên để tra cứu."),
            _("Chọn “Soạn lại” trước khi sửa."),
        )
    if who.holds(Role.PROVINCE_OFFICER, page.place):
        return None
    if (refusal := refuse_write(who, page.place)) is not None:
        return refusal
    if page.state == NewsState.DRAFT:
        return None
    return Refusal(
        "not_own_draft",
        _("Xã chỉ sửa được bài đang soạn."),
        _("Bài này đã gửi tỉnh hoặc đã đăng."),
        _("Báo cán bộ OCOP cấp tỉnh sửa hoặc trả lại bài."),
    )


def refuse_publish(who: Who, page: NewsPage) -> Refusal | None:
    """Approving, returning, setting the day: officers of the province."""
    if who.holds(Role.PROVINCE_OFFICER, page.place):
        return None
    return Refusal(
        "not_publisher",
        _("Bạn không đăng được bài này."),
        _("Cơ quan quản lý OCOP cấp tỉnh chịu trách nhiệm về trang công khai."),
        _("Gửi bài để tỉnh duyệt đăng."),
    )


def refuse_withdraw(who: Who, page: NewsPage) -> Refusal | None:
    """Withdrawing and drafting again: the province; the commune gives up its own draft."""
    if page.state == NewsState.DRAFT:
        return refuse_revise(who, page)
    return refuse_publish(who, page)


def refuse_read(who: Who, page: NewsPage) -> Refusal | None:
    """Reading a page at the desk: whoever it is visible to."""
    if NewsPage.objects.visible_to(who.person, who.at).filter(pk=page.pk).exists():
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được bài này."), _("Bài chưa đăng chỉ dành cho cơ quan viết bài.")
    )
