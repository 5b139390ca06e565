"""A refusal speaks in sentences; uncaught it becomes a page, for htmx a notice."""

import json
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.foundation.ui.middleware import RefusalsAsPages

MISSING = Refusal(
    "dossier.incomplete", "Chưa nộp được", "Thiếu phiếu kiểm nghiệm", "Tải phiếu lên rồi nộp lại"
)
MOVED = Refusal("conflict.dossier", "Hồ sơ đã thay đổi")


@pytest.mark.parametrize(
    ("refusal", "sentences"),
    [
        (MISSING, "Chưa nộp được. Thiếu phiếu kiểm nghiệm. Tải phiếu lên rồi nộp lại."),
        (Refusal("a", "Đã chắc chưa?", todo="Xem lại."), "Đã chắc chưa? Xem lại."),
        (Refusal("a", "Không được", why="  "), "Không được."),
    ],
)
def test_a_refusal_reads_as_sentences(refusal: Refusal, sentences: str) -> None:
    assert str(refusal) == sentences
    assert str(Refused(refusal)) == sentences


def test_ensure_raises_the_refusal_and_is_silent_without_one() -> None:
    ensure(None)
    with pytest.raises(Refused) as caught:
        ensure(MISSING)
    assert caught.value.refusal == MISSING


def answer(refusal: Refusal, htmx: bool = False, **headers: str) -> HttpResponse:
    request = RequestFactory().get("/ho-so/1/", headers=headers)
    request.user = AnonymousUser()
    request.htmx = htmx  # type: ignore[attr-defined]
    response = RefusalsAsPages(lambda _request: HttpResponse()).process_exception(request, Refused(refusal))
    assert response is not None
    return response


@pytest.mark.django_db
@pytest.mark.parametrize(("refusal", "status"), [(MISSING, 403), (MOVED, 409)])
def test_uncaught_refusals_become_pages(refusal: Refusal, status: int) -> None:
    page = answer(refusal)
    text = page.content.decode()
    assert page.status_code == status
    assert [part in text for part in ("<!doctype html>", str(refusal.what), str(refusal.why), "<code>")] == [
        True
    ] * 4
    assert f"<code>{refusal.code}</code>" not in text


@pytest.mark.django_db
def test_the_code_to_quote_leads_to_the_refusal_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="ocop.errors"):
        text = answer(MOVED).content.decode()
    (code,) = re.findall(r"<code>(\w{6})</code>", text)
    assert f"code {code}: status 409 for GET /ho-so/1/ ({MOVED.code})" in caplog.messages


@pytest.mark.parametrize(("refusal", "status"), [(MISSING, 403), (MOVED, 409)])
def test_a_script_that_keeps_a_form_gets_the_sentence(refusal: Refusal, status: int) -> None:
    request = RequestFactory().post("/ho-so/1/", headers={"X-Requested-With": "keep"})
    response = RefusalsAsPages(lambda _request: HttpResponse()).process_exception(request, Refused(refusal))
    assert response is not None
    assert (response.status_code, json.loads(response.content)) == (status, {"error": str(refusal)})


def test_htmx_gets_a_notice_above_the_content() -> None:
    part = answer(MISSING, htmx=True)
    assert (part.status_code, part["HX-Retarget"]) == (403, "#notices")
    assert part.content.decode().startswith('<div class="notice notice-warn" role="alert">')


@pytest.mark.django_db
def test_the_page_leads_back_only_to_our_own_pages() -> None:
    ours = answer(MISSING, referer="http://testserver/ho-so/").content.decode()
    foreign = answer(MISSING, referer="https://elsewhere.example/").content.decode()
    assert ('href="http://testserver/ho-so/"' in ours, "elsewhere.example" in foreign) == (True, False)


@pytest.mark.parametrize("error", [ValueError(), OperationalError("disk I/O error")])
def test_other_exceptions_are_left_alone(error: Exception) -> None:
    middleware = RefusalsAsPages(lambda _request: HttpResponse())
    assert middleware.process_exception(HttpRequest(), error) is None


class Deadlock(Exception):
    sqlstate = "40P01"


def lost(error: OperationalError, cause: Exception | None = None) -> OperationalError:
    error.__cause__ = cause
    return error


@pytest.mark.django_db
@pytest.mark.parametrize(
    "error", [lost(OperationalError("deadlock detected"), Deadlock()), OperationalError("database is locked")]
)
def test_who_lost_a_race_in_the_database_is_told_to_try_again(error: OperationalError) -> None:
    request = RequestFactory().post("/ho-so/1/")
    request.user = AnonymousUser()
    page = RefusalsAsPages(lambda _request: HttpResponse()).process_exception(request, error)
    assert page is not None
    assert (page.status_code, "chưa được ghi" in page.content.decode()) == (503, True)


def test_other_requests_pass() -> None:
    assert RefusalsAsPages(lambda _request: HttpResponse("yes"))(HttpRequest()).content == b"yes"
