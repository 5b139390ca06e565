"""A refusal speaks in sentences; uncaught it becomes a page, for htmx a notice."""

import errno
import json
import re
import sqlite3

import psycopg
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import Error, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.foundation.ui.middleware import RefusalsAsPages
from ocop.foundation.ui.unavailable import FULL, refusal_of
from ocop.foundation.ui.views import server_error

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


class Known(Exception):
    """As psycopg raises it."""

    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def known(code: int) -> sqlite3.OperationalError:
    """As SQLite raises it."""
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    return error


def caused(cause: Exception, kind: type[Error] = OperationalError) -> Error:
    error = kind()
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        OperationalError("database is locked"),
        OSError(errno.EACCES, "no"),
        caused(known(sqlite3.SQLITE_CORRUPT)),
        caused(Known("42P01")),
    ],
)
def test_other_exceptions_are_left_alone(error: Exception) -> None:
    middleware = RefusalsAsPages(lambda _request: HttpResponse())
    assert middleware.process_exception(HttpRequest(), error) is None


LACKS = [
    (caused(Known("40P01")), "database_busy"),
    (caused(Known("40001")), "database_busy"),
    (caused(Known("55P03")), "database_busy"),
    (caused(Known("53100")), "disk_full"),
    (caused(Known("25006"), InternalError), "database_read_only"),
    (caused(Known("57P03")), "database_away"),
    (caused(psycopg.OperationalError("connection failed")), "database_away"),
    (caused(known(sqlite3.SQLITE_BUSY)), "database_busy"),
    (caused(known(sqlite3.SQLITE_BUSY_SNAPSHOT)), "database_busy"),
    (caused(known(sqlite3.SQLITE_FULL)), "disk_full"),
    (caused(known(sqlite3.SQLITE_IOERR_WRITE)), "disk_full"),
    (caused(known(sqlite3.SQLITE_READONLY)), "database_read_only"),
    (caused(known(sqlite3.SQLITE_CANTOPEN)), "database_away"),
    (OSError(errno.ENOSPC, "full"), "disk_full"),
    (OSError(errno.EDQUOT, "full"), "disk_full"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("error", "code"), LACKS)
def test_what_the_machine_lacks_is_a_sentence_in_a_view(error: Exception, code: str) -> None:
    request = RequestFactory().post("/ho-so/1/")
    request.user = AnonymousUser()
    page = RefusalsAsPages(lambda _request: HttpResponse()).process_exception(request, error)
    refusal = refusal_of(error)
    assert page is not None
    assert refusal is not None
    text = page.content.decode()
    assert (page.status_code, refusal.code, f"{refusal.what}<" in text, f"{refusal.todo}<" in text) == (
        503, code, True, True,
    )  # fmt: skip


@pytest.mark.parametrize(("error", "code"), LACKS)
def test_and_outside_of_views_without_asking_the_database(error: Exception, code: str) -> None:
    try:
        raise error
    except Exception:
        page = server_error(RequestFactory().get("/"))
    refusal = refusal_of(error)
    assert refusal is not None
    assert (page.status_code, refusal.code, f"{refusal.what}<" in page.content.decode()) == (503, code, True)


def test_a_refusal_for_want_of_room_is_nobodys_fault() -> None:
    request = RequestFactory().post("/ho-so/1/", headers={"X-Requested-With": "keep"})
    page = RefusalsAsPages(lambda _request: HttpResponse()).process_exception(request, Refused(FULL))
    assert page is not None
    assert (page.status_code, json.loads(page.content)) == (503, {"error": str(FULL)})


def test_other_requests_pass() -> None:
    assert RefusalsAsPages(lambda _request: HttpResponse("yes"))(HttpRequest()).content == b"yes"
