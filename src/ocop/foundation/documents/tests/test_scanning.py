"""The virus scanner, spoken to over a real socket."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator

import pytest

from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import ScanState
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused


class Daemon(socketserver.BaseRequestHandler):
    """Answers as clamd does: what holds the word VIRUS is infected."""

    def handle(self) -> None:
        stream = self.request.makefile("rb")
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", stream.read(4))[0]:
            content += stream.read(length)
        if b"NONSENSE" in content:
            answer = b"stream: what? ERROR\0"
        else:
            answer = b"stream: Eicar FOUND\0" if b"VIRUS" in content else b"stream: OK\0"
        self.request.sendall(answer)


@pytest.fixture
def daemon(settings) -> Iterator[None]:
    with socketserver.TCPServer(("127.0.0.1", 0), Daemon) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        settings.DOCUMENTS_CLAMD = f"127.0.0.1:{server.server_address[1]}"
        yield
        server.shutdown()
        thread.join()


def test_a_clean_file_says_so(daemon, keep):
    assert keep(corpus.pdf(), "a.pdf").scan_state == ScanState.CLEAN


@pytest.mark.parametrize(("mark", "code"), [(b"VIRUS", "file_infected"), (b"NONSENSE", "scanner_silent")])
def test_an_infected_file_or_a_strange_answer_is_refused(daemon, keep, mark, code):
    with pytest.raises(Refused) as caught:
        keep(corpus.pdf() + b"%" + mark, "a.pdf")
    assert (caught.value.refusal.code, StoredFile.objects.count()) == (code, 0)


def test_nothing_is_taken_unseen_when_the_scanner_is_silent(settings, keep):
    settings.DOCUMENTS_CLAMD = "127.0.0.1:1"
    with pytest.raises(Refused) as caught:
        keep(corpus.pdf(), "a.pdf")
    assert caught.value.refusal.code == "scanner_silent"
