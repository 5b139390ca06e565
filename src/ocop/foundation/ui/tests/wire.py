"""A real server in a thread, whose line may be cut while a form is on its way: the browser hides from whoever
answers in its stead what files a form brings.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test.testcases import QuietWSGIRequestHandler

from ocop.foundation.ui.tests.browsing import linger


class Wire:
    """What is asked of a site, one after the other, in the test's own transaction."""

    def __init__(self) -> None:
        self.cut: list[str] = []  # of the POSTs to come: "before", "during", "after" or ""
        self.posts = 0
        self.site = ""
        self.app, self.lock, self.database = StaticFilesHandler(WSGIHandler()), threading.Lock(), _shared()

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """One request. A line that breaks off gives no answer at all."""
        cut = ""
        linger(environ["PATH_INFO"])
        if environ["REQUEST_METHOD"] == "POST":
            self.posts += 1
            cut = self.cut.pop(0) if self.cut else ""
        if cut == "before":
            raise ConnectionResetError
        if cut == "during":
            environ["wsgi.input"].read(1000)
            raise ConnectionResetError
        told: list[Any] = []
        with self.lock:
            connections["default"] = self.database
            answer = self.app(environ, lambda *status: told.extend(status))
            body = b"".join(answer)
            answer.close()
        if cut == "after":
            raise ConnectionResetError
        start(told[0], [one for one in told[1] if one[0] != "Content-Length"])
        return iter([body])


def _shared() -> Any:
    database = connections["default"]
    database.inc_thread_sharing()
    return database


class _Once(QuietWSGIRequestHandler):
    """No line is used twice: a browser sends again by itself what was lost on one that it knew."""

    def handle_one_request(self) -> None:
        super().handle_one_request()
        self.close_connection = True


class _Server(ThreadedWSGIServer):
    daemon_threads = True

    def _close_connections(self) -> None:
        """They are the test's."""


@contextmanager
def wired() -> Iterator[Wire]:
    """A server on a port of its own."""
    wire = Wire()
    httpd = _Server(("127.0.0.1", 0), _Once)
    httpd.set_app(wire)
    wire.site = f"http://127.0.0.1:{httpd.server_port}"
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield wire
    httpd.shutdown()
    httpd.server_close()
    thread.join()
    wire.database.dec_thread_sharing()
