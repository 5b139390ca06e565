"""The signed text in what somebody holds: the text itself, a file with it, the PDF of a certificate."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ocop.kernel.signed.facts import FORM, LONGEST

LARGEST = 30_000_000
"""Bytes of a PDF that is looked at; a certificate has less than one million."""
_PDF = b"%PDF-"


class UnreadableError(ValueError):
    """There is no such file, or nothing that could be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def signed_text(given: str) -> str:
    """The signed text in what was given on the command line; "" for a PDF without one."""
    if given.lstrip().startswith(f"{FORM}."):
        return given
    content = _content(Path(given))
    if content[:1024].lstrip().startswith(_PDF):
        return in_pdf(content)
    if len(content) > 2 * LONGEST:
        raise UnreadableError("not_a_certificate")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise UnreadableError("not_a_certificate") from wrong


def in_pdf(content: bytes) -> str:
    """The signed text among the keywords of a PDF; "" where there is none. UnreadableError for a broken
    file.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of the file is not the answer
    try:
        known: Mapping[str, Any] = PdfReader(io.BytesIO(content)).metadata or {}
        words = str(known.get("/Keywords", ""))[: 10 * LONGEST]
    except Exception as wrong:  # a hostile file may fail in any way
        raise UnreadableError("broken_pdf") from wrong
    return next((word for word in words.replace(",", " ").split() if word.startswith(f"{FORM}.")), "")


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableError("no_file")
        if path.stat().st_size > LARGEST:
            raise UnreadableError("too_large")
        return path.read_bytes()
    except (OSError, ValueError) as wrong:
        if isinstance(wrong, UnreadableError):
            raise
        raise UnreadableError("no_file") from wrong
