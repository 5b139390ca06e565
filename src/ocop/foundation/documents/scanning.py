"""Asks a ClamAV daemon about bytes,
where the setting DOCUMENTS_CLAMD names one as "host:port". Off by default.
"""

from __future__ import annotations

import logging
import socket
import struct

from django.conf import settings

from ocop.foundation.documents import refusals
from ocop.foundation.documents.rules import ScanState
from ocop.foundation.refusals import Refused

logger = logging.getLogger(__name__)
_CHUNK = 64 * 1024
_SECONDS = 30


def scan(content: bytes, name: str) -> ScanState:
    """CLEAN, or UNSCANNED where no scanner is set up.
    Refused when infected, or when the scanner set up is silent.
    """
    address = getattr(settings, "DOCUMENTS_CLAMD", "")
    if not address:
        return ScanState.UNSCANNED
    try:
        answer = _ask(address, content)
    except (OSError, ValueError) as error:
        logger.warning("Virus scanner %s: %s", address, error)
        raise Refused(refusals.scanner_silent()) from error
    if answer.endswith("OK"):
        return ScanState.CLEAN
    if answer.endswith("FOUND"):
        logger.warning("Refused %r: %s", name, answer)
        raise Refused(refusals.file_infected(name))
    logger.warning("Virus scanner %s answered %r", address, answer)
    raise Refused(refusals.scanner_silent())


def _ask(address: str, content: bytes) -> str:
    """One INSTREAM conversation: chunks with their lengths, a zero, and the daemon's line."""
    host, _, port = address.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=_SECONDS) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            chunk = content[start : start + _CHUNK]
            connection.sendall(struct.pack(">I", len(chunk)) + chunk)
        connection.sendall(struct.pack(">I", 0))
        answer = b""
        while part := connection.recv(4096):
            answer += part
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")
