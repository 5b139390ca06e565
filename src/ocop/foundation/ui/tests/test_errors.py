"""Error pages: what happened, whether anything was lost, what to do, and a code that the log knows too."""

import logging
import re

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.http import HttpResponse
from django.test import RequestFactory

from ocop.foundation.ui import views
from ocop.foundation.ui.errors import PAGES

REQUEST = RequestFactory().get("/ho-so/9/")


@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        (lambda: views.bad_request(REQUEST, SuspiciousOperation()), 400, 400),
        (lambda: views.bad_request(REQUEST, RequestDataTooBig()), 413, 413),
        (lambda: views.bad_request(REQUEST, TooManyFilesSent()), 413, 413),
        (lambda: views.forbidden(REQUEST), 403, 403),
        (lambda: views.not_found(REQUEST), 404, 404),
        (lambda: views.csrf_failure(REQUEST, "no cookie"), 419, 403),
        (lambda: views.server_error(REQUEST), 500, 500),
    ],
)
def test_each_page_answers_the_four_questions(
    answer, key: int, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ocop.errors")
    page: HttpResponse = answer()
    html, words = page.content.decode(), PAGES[key]
    assert page.status_code == status
    assert [html.count(f">{part}<") for part in (words.title, words.what, words.lost, words.todo)] == [1] * 4
    code = re.search(r"<code>([2-9A-HK-NP-VXY]{6})</code>", html)
    assert code is not None
    assert caplog.messages == [f"code {code[1]}: status {key} for GET /ho-so/9/"]


def test_a_failure_of_the_templates_still_answers(settings) -> None:
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "nowhere.Storage"}}
    settings.TEMPLATES = []
    page = views.server_error(REQUEST)
    assert (page.status_code, page["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert page.content.decode().startswith("Hệ thống gặp lỗi. Việc vừa làm chưa xong")


def test_wrong_addresses_reach_our_page(client) -> None:
    page = client.get("/khong-co-trang-nay/")
    assert (page.status_code, "Không thấy trang này" in page.content.decode()) == (404, True)
    assert page.cookies == {}


def test_errors_speak_english_too(client) -> None:
    assert "<h1>Page not found</h1>" in client.get("/en/khong-co-trang-nay/").content.decode()
