"""What an error page says: what happened, whether anything was lost, what to do, and a code to quote."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext_lazy as _

from ocop.foundation.refusals import Refusal, Text

logger = logging.getLogger("ocop.errors")
# no letter that sounds or looks like another when read over the telephone
_ALPHABET = "23456789ABCDEFGHKLMNPQRSTUVXY"


@dataclass(frozen=True)
class ErrorPage:
    """The words of one error page."""

    key: int  # the HTTP status, except 419: the form's token is missing or old
    title: Text
    what: Text
    lost: Text
    todo: Text


PAGES = {
    page.key: page
    for page in (
        ErrorPage(
            400,
            _("Yêu cầu chưa đúng"),
            _("Máy chủ không hiểu nội dung vừa gửi."),
            _("Chưa có gì được ghi lại hay thay đổi."),
            _("Hãy quay lại trang trước, tải lại trang rồi làm lại."),
        ),
        ErrorPage(
            403,
            _("Chưa được phép"),
            _("Trang này dành cho người có nhiệm vụ khác."),
            _("Chưa có gì bị thay đổi."),
            _("Nếu đây là việc của bạn, hãy nhờ người quản trị phân công."),
        ),
        ErrorPage(
            404,
            _("Không thấy trang này"),
            _("Địa chỉ có thể đã gõ nhầm, hoặc nội dung không mở cho bạn."),
            _("Hồ sơ của bạn không bị ảnh hưởng."),
            _("Hãy kiểm tra lại địa chỉ hoặc bắt đầu từ trang chủ."),
        ),
        ErrorPage(
            413,
            _("Nội dung gửi quá lớn"),
            _("Tệp hoặc biểu mẫu vừa gửi vượt quá mức cho phép."),
            _("Lần gửi này chưa được lưu. Những gì đã lưu trước đó vẫn còn."),
            _("Hãy chia nhỏ hoặc giảm dung lượng tệp rồi gửi lại."),
        ),
        ErrorPage(
            419,
            _("Trang đã mở quá lâu"),
            _("Vì an toàn, biểu mẫu này cần được mở lại trước khi gửi."),
            _("Lần gửi này chưa được lưu. Những gì đã lưu trước đó vẫn còn."),
            _("Hãy quay lại trang trước, tải lại trang rồi gửi lần nữa. Trình duyệt cần cho phép cookie."),
        ),
        ErrorPage(
            500,
            _("Hệ thống gặp lỗi"),
            _("Việc vừa làm chưa xong vì một lỗi của hệ thống, không phải do bạn."),
            _("Lần gửi này có thể chưa được lưu. Những gì đã lưu trước đó vẫn còn."),
            _("Hãy đợi một phút rồi thử lại. Nếu vẫn lỗi, hãy gọi số hỗ trợ và đọc mã dưới đây."),
        ),
    )
}


def quote_code(status: int, method: str, path: str, why: str = "") -> str:
    """A short code that the person can read out; the log carries the same code, and `why`."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(6))
    level = logging.ERROR if status >= 500 else logging.INFO
    logger.log(level, "code %s: status %s for %s %s%s", code, status, method, path, why and f" ({why})")
    return code


def error_page(
    request: HttpRequest, page: ErrorPage, status: int | None = None, why: str = ""
) -> HttpResponse:
    """Rendered without context processors: it must work when they do not."""
    code = quote_code(page.key, request.method or "GET", request.path, why)
    html = loader.render_to_string("ui/errors/error.html", {"error": page, "code": code, "home": "/"})
    return HttpResponse(html, status=status or page.key)


def unavailable_page(request: HttpRequest, refusal: Refusal, error: BaseException | None) -> HttpResponse:
    """503: what the machine lacks for the moment, said without asking the database anything. The log says
    what the database said.
    """
    page = ErrorPage(503, _("Tạm thời chưa làm được"), refusal.what, refusal.why, refusal.todo)
    return error_page(request, page, why=f"{refusal.code}: {error}")


def refused_page(request: HttpRequest, refusal: Refusal, *, status: int, back: str = "/") -> HttpResponse:
    """The page of a refusal, with a code that can be read out; the log knows the refusal's own name by it."""
    code = quote_code(status, request.method or "", request.path, refusal.code)
    return render(request, "ui/refused.html", {"refusal": refusal, "back": back, "code": code}, status=status)
