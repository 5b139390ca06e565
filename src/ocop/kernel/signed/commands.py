"""`ocop verify`: a certificate checked without network or database."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ocop.kernel.signed.checking import Checked, Verdict, check
from ocop.kernel.signed.keys import KeyFileError, TrustedKey, read_trusted
from ocop.kernel.signed.reading import UnreadableError, signed_text
from ocop.kernel.signed.words import report, trouble

KEYS = Path("signing") / "keys.json"
"""The published keys, in the data folder of a system."""


def verify_command(argv: Sequence[str]) -> int:
    """Says whether a signed text, a file with one or the PDF of a certificate holds: 0 valid, 1 not."""
    parser = argparse.ArgumentParser(prog="ocop verify")
    parser.add_argument("given", metavar="PAYLOAD_OR_FILE", help="bản ký, tệp có bản ký, hoặc giấy PDF")
    parser.add_argument("--keys", type=Path, help="tệp khoá công khai (mặc định: của thư mục dữ liệu)")
    parser.add_argument("--on", type=date.fromisoformat, default=None, help="xét vào ngày (2026-11-30)")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    asked = parser.parse_args(argv)
    on = asked.on or date.today()  # noqa: DTZ011 - the day where the reader stands
    path = asked.keys or Path(os.environ.get("OCOP_DATA_DIR", "").strip() or "var") / KEYS
    try:
        found = _found(asked.given, _trusted(path), on)
    except KeyFileError as wrong:
        code = "no_keys" if wrong.args == ("missing",) else "bad_keys"
        print(trouble(code, asked.lang, path=str(path), where=str(wrong)), file=sys.stderr)
        return 1
    except UnreadableError as wrong:
        print(trouble(wrong.code, asked.lang), file=sys.stderr)
        return 1
    print(report(found, on, asked.lang))
    return 0 if found.is_valid else 1


def _found(given: str, trusted: dict[str, TrustedKey], on: date) -> Checked:
    text = signed_text(given)
    return check(text, trusted, on) if text else Checked(Verdict.NOTHING_SIGNED)


def _trusted(path: Path) -> dict[str, TrustedKey]:
    try:
        return read_trusted(path.read_bytes())
    except OSError as wrong:
        raise KeyFileError("missing") from wrong
