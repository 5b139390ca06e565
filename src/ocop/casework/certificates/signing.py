"""The key that signs the facts of certificates, and the public keys of this system.

Both lie in `SIGNING_DIR`, never in the database: `private-key`, readable by its owner only (or
OCOP_SIGNING_KEY
holds it), and `keys.json`, which is published. A key that does not stand there, or no longer, signs nothing.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.conf import settings

from ocop.kernel.signed import KeyFileError, Signer, TrustedKey, read_trusted, trusted_as_json

logger = logging.getLogger(__name__)


def _private() -> Path:
    return Path(settings.SIGNING_DIR) / "private-key"


def _public() -> Path:
    return Path(settings.SIGNING_DIR) / "keys.json"


def trusted() -> dict[str, TrustedKey]:
    """The public keys, by number; none where no key was ever made. KeyFileError where the file is broken."""
    try:
        return read_trusted(_public().read_bytes())
    except FileNotFoundError:
        return {}


def held_key() -> Signer | None:
    """The private key of the environment, or of the folder. KeyFileError where there is something else."""
    if settings.SIGNING_KEY:
        return Signer.read(settings.SIGNING_KEY)
    try:
        return Signer.read(_private().read_text(encoding="ascii"))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as wrong:
        raise KeyFileError("private") from wrong


def signer_on(day: date) -> Signer | None:
    """Who signs on a day; None without a key that is published and holds. A broken file stops no decision:
    what was
    not signed is signed later (`ocop sign_certificates`).
    """
    try:
        key = held_key()
        known = trusted().get(key.number) if key else None
    except (KeyFileError, OSError):
        logger.exception("no key to sign certificates")
        return None
    if key is None or known is None or known.withdrawn_on is not None or not known.signed_within(day):
        return None
    return key


def take_up_key(day: date) -> TrustedKey:
    """Makes a new key (or takes that of the environment) and publishes its half from this day on; the one
    before
    ends with this day and holds for what it signed. A key that is in use already stays as it is.
    """
    keys = trusted()
    if settings.SIGNING_KEY:
        key = Signer.read(settings.SIGNING_KEY)
        if key.number in keys:
            return keys[key.number]
    else:
        key = Signer.new()
        _write(_private(), key.written() + "\n", mode=0o600)
    kept = [replace(one, until=day) if one.until is None else one for one in keys.values()]
    new = TrustedKey(key.public, day)
    _publish([*kept, new])
    return new


def withdraw_key(number: str, day: date) -> TrustedKey:
    """Says that nothing counts that this key signed: somebody else may have it. KeyError for an unknown
    one.
    """
    keys = trusted()
    keys[number] = replace(keys[number], withdrawn_on=day)
    _publish(list(keys.values()))
    return keys[number]


def _publish(keys: list[TrustedKey]) -> None:
    _write(_public(), json.dumps(trusted_as_json(keys), indent=1) + "\n", mode=0o644)


def _write(path: Path, text: str, *, mode: int) -> None:
    """The whole file or nothing, never readable by others for a moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
