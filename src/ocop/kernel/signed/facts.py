"""What is signed of a certificate, and its one spelling.

A signed text is `OCOP1.<key>.<facts>.<signature>`: the facts as canonical JSON and the signature as base64url
without padding, so that it goes through a QR code, a mail and the metadata of a PDF unchanged. The signature
covers PURPOSE, the key's number and the facts: nothing else that this key may sign is ever read as a
certificate.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ocop.kernel.canonical import canonical
from ocop.kernel.signed.keys import Signer

FORM = "OCOP1"
PURPOSE = b"ocop certificate 1\n"
LONGEST = 4_000
"""Characters of a signed text: names are at most some hundred letters."""


class MalformedError(ValueError):
    """The text is no signed certificate of this form."""


@dataclass(frozen=True)
class Facts:
    """What the authority says of one recognised product. `signed_on` is the day of this signature."""

    code: str
    product_code: str
    product: str
    producer: str
    stars: int
    number: str
    decided_on: date
    authority: str
    valid_from: date
    valid_until: date
    programme: str
    signed_on: date

    def plain(self) -> dict[str, str | int]:
        """In the types of JSON; days as 2026-11-30."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


_DAYS = {"decided_on", "valid_from", "valid_until", "signed_on"}


def sign(facts: Facts, signer: Signer) -> str:
    """The signed text; the same facts and key give the same text."""
    content = canonical(facts.plain())
    return ".".join(
        (FORM, signer.number, _text(content), _text(signer.sign(covered(signer.number, content))))
    )


def covered(number: str, content: bytes) -> bytes:
    """The bytes that a signature covers."""
    return PURPOSE + number.encode("ascii") + b"\n" + content


@dataclass(frozen=True)
class Packed:
    """A signed text in its parts, nothing believed yet."""

    key: str
    content: bytes
    signature: bytes


def pack(text: str) -> Packed:
    """The parts of a signed text, blanks and line ends left out. MalformedError for anything else."""
    typed = "".join(text.split())
    if len(typed) > LONGEST or not typed.isascii():
        raise MalformedError(typed[:40])
    parts = typed.split(".")
    if len(parts) != 4 or parts[0] != FORM or not re.fullmatch("[0-9a-f]{10}", parts[1]):
        raise MalformedError(typed[:40])
    return Packed(parts[1], _bytes(parts[2]), _bytes(parts[3]))


def unpack(content: bytes) -> Facts:
    """The facts, of bytes whose signature holds. MalformedError where they are not exactly those of a
    certificate.
    """
    try:
        told = json.loads(content)
        if not isinstance(told, Mapping) or canonical(told) != content:
            raise MalformedError("not canonical")
        known: dict[str, Any] = {name: _value(name, value) for name, value in told.items()}
        return Facts(**known)
    except (TypeError, ValueError, RecursionError) as wrong:
        raise MalformedError(str(wrong)[:100]) from wrong


def _value(name: str, value: object) -> str | int | date:
    if name == "stars":
        if type(value) is not int:
            raise MalformedError(name)
        return value
    if not isinstance(value, str):
        raise MalformedError(name)
    return date.fromisoformat(value) if name in _DAYS else value


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _bytes(text: str) -> bytes:
    """One spelling only: what does not come back as it was typed was not written by us."""
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise MalformedError(text[:40]) from wrong
    if _text(content) != text:
        raise MalformedError(text[:40])
    return content
