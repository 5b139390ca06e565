"""Whether a signed text holds on a day, by the keys that somebody trusts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ocop.kernel.signed.facts import Facts, MalformedError, covered, pack, unpack
from ocop.kernel.signed.keys import TrustedKey


class Verdict(StrEnum):
    """What is found. Only VALID is good; whether a certificate was revoked or extended since, no signature
    knows.
    """

    VALID = "valid"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    ALTERED = "altered"
    OTHER_KEY = "other_key"
    KEY_WITHDRAWN = "key_withdrawn"
    OUTSIDE_PERIOD = "outside_period"
    MALFORMED = "malformed"
    NOTHING_SIGNED = "nothing_signed"


@dataclass(frozen=True)
class Checked:
    """The verdict; what was signed (only where the signature holds), the key's number and the key, if it
    is known.
    """

    verdict: Verdict
    facts: Facts | None = None
    number: str = ""
    key: TrustedKey | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the certificate is genuine and its term runs."""
        return self.verdict == Verdict.VALID


def check(text: str, trusted: Mapping[str, TrustedKey], on: date) -> Checked:
    """What a signed text is worth on a day. Never raises, whatever the text is."""
    try:
        packed = pack(text)
    except MalformedError:
        return Checked(Verdict.MALFORMED)
    key = trusted.get(packed.key)
    if key is None:
        return Checked(Verdict.OTHER_KEY, number=packed.key)
    if not key.is_signature(packed.signature, covered(packed.key, packed.content)):
        return Checked(Verdict.ALTERED, number=packed.key, key=key)
    try:
        facts = unpack(packed.content)
    except MalformedError:
        return Checked(Verdict.MALFORMED, number=packed.key, key=key)
    return Checked(_verdict(facts, key, on), facts, packed.key, key)


def _verdict(facts: Facts, key: TrustedKey, on: date) -> Verdict:
    if key.withdrawn_on is not None:
        return Verdict.KEY_WITHDRAWN
    if not key.signed_within(facts.signed_on):
        return Verdict.OUTSIDE_PERIOD
    if on < facts.valid_from:
        return Verdict.NOT_YET
    return Verdict.EXPIRED if on > facts.valid_until else Verdict.VALID
