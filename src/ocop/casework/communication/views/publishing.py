"""From the draft to the public and back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import actions, permissions
from ocop.casework.communication.forms import PublishForm
from ocop.casework.communication.views.loading import ask_about, page_or_404
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.forms import ReasonForm


def propose(request: PersonRequest, key: UUID) -> HttpResponse:
    """Sends the draft to the province."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_write(request.user, at, page.place))
    context = {
        "heading": _("Gửi tỉnh duyệt?"),
        "lead": _("Bài gửi rồi thì không sửa được cho đến khi tỉnh trả lại."),
        "submit": _("Gửi tỉnh"),
    }
    done = _("Đã gửi. Cán bộ tỉnh nhận được thông báo.")
    return ask_about(
        request, page, None, lambda _data: actions.propose_page(page, by=request.user, at=at), done, context
    )


def return_draft(request: PersonRequest, key: UUID) -> HttpResponse:
    """The province sends it back."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_publish(request.user, page, at))
    context = {"heading": _("Trả lại bài"), "submit": _("Trả lại")}
    return ask_about(
        request, page, ReasonForm(request.POST or None),
        lambda data: actions.return_page(page, reason=data["reason"], by=request.user, at=at),
        _("Đã trả lại. Người viết nhận được lý do."), context,
    )  # fmt: skip


def publish(request: PersonRequest, key: UUID) -> HttpResponse:
    """Approves it, from a day on."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_publish(request.user, page, at))
    form = PublishForm(
        request.POST or None, initial={"publish_on": page.publish_on or timezone.localdate(at)}
    )
    context = {"heading": _("Đăng bài"), "lead": _("Mọi người đọc được từ ngày đăng."), "submit": _("Đăng")}
    return ask_about(
        request, page, form,
        lambda data: actions.publish_page(page, publish_on=data["publish_on"], by=request.user, at=at),
        _("Đã duyệt đăng."), context,
    )  # fmt: skip


def day(request: PersonRequest, key: UUID) -> HttpResponse:
    """Another day for an approved page."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_publish(request.user, page, at))
    form = PublishForm(request.POST or None, initial={"publish_on": page.publish_on})
    return ask_about(
        request, page, form,
        lambda data: actions.set_day(page, publish_on=data["publish_on"], by=request.user, at=at),
        _("Đã đổi ngày đăng."), {"heading": _("Đổi ngày đăng"), "submit": _("Đổi ngày")},
    )  # fmt: skip


def withdraw(request: PersonRequest, key: UUID) -> HttpResponse:
    """Takes it away from the public."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_withdraw(request.user, page, at))
    context = {
        "heading": _("Gỡ bài"),
        "lead": _("Bài và ảnh không còn trên trang công khai; nội dung vẫn lưu để tra cứu."),
        "submit": _("Gỡ bài"),
        "danger": True,
    }
    return ask_about(
        request, page, ReasonForm(request.POST or None),
        lambda data: actions.withdraw_page(page, reason=data["reason"], by=request.user, at=at),
        _("Đã gỡ bài."), context,
    )  # fmt: skip


def reopen(request: PersonRequest, key: UUID) -> HttpResponse:
    """Makes a withdrawn page a draft again."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_withdraw(request.user, page, at))
    context = {
        "heading": _("Soạn lại bài đã gỡ?"),
        "lead": _("Bài trở lại là bản đang soạn; đăng lại thì vẫn ở địa chỉ cũ."),
        "submit": _("Soạn lại"),
    }
    done = _("Bài đã trở lại bản đang soạn.")
    return ask_about(
        request, page, None, lambda _data: actions.reopen_page(page, by=request.user, at=at), done, context
    )
