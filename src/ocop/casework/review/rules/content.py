"""A score sheet as it is sealed: one canonical record, so that one sheet has one hash (T-01)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ocop.kernel.canonical import sha256_hex
from ocop.kernel.scoring import Choice

FORMAT = 2  # 1: without the fingerprint of the regulation


@dataclass(frozen=True)
class Consent:
    """How a corrected sheet came about: the hash of the one that it corrects, why, and who let it."""

    corrects: str
    reason: str
    asked_at: datetime
    allowed_by: str


@dataclass(frozen=True)
class SealedSheet:
    """Everything that a sealed sheet says. Keys are texts that never change; names are as on the day of
    sealing. A sheet as it was first sealed says nothing of editions.
    """

    meeting: str
    item: str
    dossier: str
    submission_hash: str
    regulation: str
    regulation_fingerprint: str
    product_set: int
    product: str
    seat: int
    member: str
    pass_no: int
    choices: Mapping[str, Choice]
    comments: Mapping[str, str]
    general_comment: str
    sealed_at: datetime
    edition: int = 1
    consent: Consent | None = None
    from_paper: Mapping[str, str] | None = None
    """Of a sheet typed from signed paper: its code, who typed it, who checked, the hash of the scan."""

    def content(self) -> dict[str, Any]:
        """The record to keep and to hash."""
        return {
            "format": FORMAT,
            "meeting": self.meeting,
            "item": self.item,
            "dossier": self.dossier,
            "submission_hash": self.submission_hash,
            "regulation": self.regulation,
            "regulation_fingerprint": self.regulation_fingerprint,
            "set": self.product_set,
            "product": self.product,
            "seat": self.seat,
            "member": self.member,
            "pass": self.pass_no,
            "choices": dict(self.choices),
            "comments": {code: text for code, text in self.comments.items() if text},
            "general_comment": self.general_comment,
            "sealed_at": _moment(self.sealed_at),
            **self._correction(),
            **({} if self.from_paper is None else {"from_paper": dict(self.from_paper)}),
        }

    def _correction(self) -> dict[str, Any]:
        if self.consent is None:
            return {}
        return {
            "edition": self.edition,
            "corrects": self.consent.corrects,
            "reason": self.consent.reason,
            "asked_at": _moment(self.consent.asked_at),
            "allowed_by": self.consent.allowed_by,
        }


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def sheet_hash(content: Mapping[str, Any]) -> str:
    """The hash that the short code on paper comes from."""
    return sha256_hex(dict(content))
