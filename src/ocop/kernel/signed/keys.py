"""Keys: the private one signs and stays where it was made; public ones are published, each with its period.

A key that was followed by another keeps its period, so what it signed then holds. One that was lost to
somebody
else is withdrawn: nothing that it signed counts any more, since whoever holds it may write any day.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LARGEST_FILE = 200_000
"""Bytes of a file of public keys: some thousand keys."""
_KNOWN = {"id", "algorithm", "public", "from", "until", "withdrawn_on"}


class KeyFileError(ValueError):
    """The file of public keys, or the private key, cannot be read as such; the text names the place."""


@dataclass(frozen=True)
class TrustedKey:
    """A public key, the days on which it signed (both included; `until` None: still), and since when it
    does not
    count at all.
    """

    public: bytes
    starts_on: date
    until: date | None = None
    withdrawn_on: date | None = None

    @property
    def number(self) -> str:
        """The first 40 bits of its hash: what a signed text names it by."""
        return number_of(self.public)

    def signed_within(self, day: date) -> bool:
        """Whether it was the key of that day."""
        return self.starts_on <= day and (self.until is None or day <= self.until)

    def is_signature(self, signature: bytes, content: bytes) -> bool:
        """Whether this key signed these bytes."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, content)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private key: 32 bytes."""

    seed: bytes

    @classmethod
    def new(cls) -> Signer:
        """A key that nobody had before."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def read(cls, text: str) -> Signer:
        """From base64url, as it is kept. KeyFileError where it is none; the text is not repeated."""
        seed = _bytes(text.strip())
        if seed is None or len(seed) != 32:
            raise KeyFileError("private")
        return cls(seed)

    def written(self) -> str:
        """As it is kept."""
        return _text(self.seed)

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def public(self) -> bytes:
        """The half that everyone may have."""
        return self._key.public_key().public_bytes_raw()

    @property
    def number(self) -> str:
        """The number of the public half."""
        return number_of(self.public)

    def sign(self, content: bytes) -> bytes:
        """The 64 bytes of the signature."""
        return self._key.sign(content)

    def __repr__(self) -> str:
        return f"Signer({self.number})"


def number_of(public: bytes) -> str:
    """The short name of a public key."""
    return hashlib.sha256(public).hexdigest()[:10]


def read_trusted(content: bytes) -> dict[str, TrustedKey]:
    """The public keys of a file, by number. KeyFileError, which names the entry, for anything that is not
    exactly that.
    """
    if len(content) > LARGEST_FILE:
        raise KeyFileError("size")
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as wrong:
        raise KeyFileError("json") from wrong
    rows = told.get("keys") if isinstance(told, Mapping) else None
    if not isinstance(rows, list):
        raise KeyFileError("keys")
    keys = [_trusted(place, row) for place, row in enumerate(rows, start=1)]
    return {key.number: key for key in keys}


def trusted_as_json(keys: Iterable[TrustedKey]) -> dict[str, Any]:
    """The same as a file says it, oldest first."""
    rows = sorted(keys, key=lambda one: (one.starts_on, one.number))
    return {
        "keys": [
            {
                "id": one.number,
                "algorithm": "Ed25519",
                "public": _text(one.public),
                "from": one.starts_on.isoformat(),
                "until": one.until.isoformat() if one.until else None,
                "withdrawn_on": one.withdrawn_on.isoformat() if one.withdrawn_on else None,
            }
            for one in rows
        ]
    }


def _trusted(place: int, row: Any) -> TrustedKey:
    try:
        if set(row) - _KNOWN or row.get("algorithm", "Ed25519") != "Ed25519":
            raise ValueError
        public = _bytes(row["public"])
        key = TrustedKey(
            public or b"",
            date.fromisoformat(row["from"]),
            *(date.fromisoformat(row[name]) if row.get(name) else None for name in ("until", "withdrawn_on")),
        )
        if len(key.public) != 32 or row.get("id", key.number) != key.number:
            raise ValueError
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        raise KeyFileError(f"keys[{place}]") from wrong
    return key


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _bytes(text: str) -> bytes | None:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
