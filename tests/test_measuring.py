"""The small client that measures: it asks for what it is given, counts what is not 200, and ends in time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.rig import load


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = b"x" * 100
        self.send_response(404 if self.path == "/khong-co/" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Silence."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def test_it_counts_answers(port):
    measured = load.measure("127.0.0.1", port, ["/co/"] * 8, seconds=0.4)
    assert (measured["faults"], measured["bytes"]) == (0, 100)
    assert measured["requests"] > 0
    assert 0 < measured["median_ms"] <= measured["p95_ms"]


def test_it_counts_what_is_not_200(port):
    measured = load.measure("127.0.0.1", port, ["/khong-co/"] * 8, seconds=0.2)
    assert measured["faults"] == measured["requests"] > 0
