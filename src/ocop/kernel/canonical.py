"""One spelling of a record as bytes, its hash, and the chain of hashes;
after RFC 8785 (JCS), without floats.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping

from ocop.kernel.codes import CROCKFORD, grouped

GENESIS = "0" * 64  # what the first link of a chain hangs on
LARGEST_INTEGER = 2**53 - 1  # beyond it a browser would read another number than we hashed


def canonical(obj: object) -> bytes:
    """The record as canonical JSON: keys sorted by UTF-16 unit, no blanks, UTF-8, texts composed (NFC).

    TypeError for a float, a date, a decimal or any other type: write them as texts first, so that one value
    has one spelling. ValueError for integers beyond 2^53-1, keys that become equal, and broken characters.
    """
    text = json.dumps(_plain(obj), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8")


def sha256_hex(obj: object) -> str:
    """The SHA-256 of the canonical record, 64 hexadecimal digits in lower case."""
    return hashlib.sha256(canonical(obj)).hexdigest()


def chain(prev_hash: str, obj: object) -> str:
    """The hash of a link: the link before it and the hash of this record; the first one hangs on GENESIS."""
    return chain_hash(prev_hash, sha256_hex(obj))


def chain_hash(prev_hash: str, payload_hash: str) -> str:
    """The same link made from the record's hash alone,
    so that a chain can be checked where a record was erased.
    """
    return sha256_hex([_checked(prev_hash), _checked(payload_hash)])


def short_code(full_hash: str) -> str:
    """The first 40 bits of a hash as eight characters for people to compare: `7K3M-9QXV`."""
    bits = int(_checked(full_hash)[:10], 16)
    return grouped("".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5)))


def _checked(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise ValueError(f"not a SHA-256 in lower-case hexadecimal: {value!r}")
    return value


def _plain(obj: object) -> object:
    if obj is None or isinstance(obj, bool):
        return obj
    if isinstance(obj, str):
        return unicodedata.normalize("NFC", obj)
    if isinstance(obj, int):
        if abs(obj) > LARGEST_INTEGER:
            raise ValueError(f"integer beyond 2^53-1: {obj}")
        return int(obj)
    if isinstance(obj, list | tuple):
        return [_plain(item) for item in obj]
    if isinstance(obj, Mapping):
        return _plain_mapping(obj)
    raise TypeError(f"{type(obj).__name__} has no canonical form; write it as a text or an integer first")


def _plain_mapping(obj: Mapping[object, object]) -> dict[str, object]:
    plain: dict[str, object] = {}
    for key, value in obj.items():
        if not isinstance(key, str):
            raise TypeError(f"key {key!r} is not a text")
        name = unicodedata.normalize("NFC", key)
        if name in plain:
            raise ValueError(f"two keys with one composed form: {name!r}")
        plain[name] = _plain(value)
    return dict(sorted(plain.items(), key=lambda item: item[0].encode("utf-16-be")))
