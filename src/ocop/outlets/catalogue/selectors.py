"""What the check page says of a certificate, from the row that is kept for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from ocop.casework.certificates.models import DecisionItem
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.kernel.calendar import CertificateEvent
from ocop.kernel.codes import grouped
from ocop.outlets.catalogue.labels import Happened
from ocop.registers.products.rules import EventKind, Standing, standing

_AS_THEY_ARE = (
    *("product_code", "stars", "number", "authority", "status_code"),
    *("name", "producer", "slug", "has_story", "is_illustration", "newer"),
)


@dataclass(frozen=True)
class Corrected:
    """What a correcting paper put right of what was printed."""

    on: date
    wrong: str
    right: str
    paper: str


@dataclass(frozen=True)
class Replacing:
    """The certificate given in place of one, and the decision that gave it."""

    code: str
    number: str
    on: date

    @property
    def printed_code(self) -> str:
        """The code in groups of four."""
        return grouped(self.code)


@dataclass(frozen=True)
class Checked:
    """A certificate as the check page shows it:
    names as they were printed, and everything that happened since.
    """

    code: str
    product_code: str
    stars: int
    valid_from: date
    expires_on: date
    number: str
    decided_on: date
    authority: str
    name: str
    slug: str
    producer: str
    has_story: bool
    is_illustration: bool
    newer: str | None
    place: Place
    photo: StoredFile | None
    status_code: str
    happened: tuple[Happened, ...]
    corrected: tuple[Corrected, ...] = ()
    replaced_by: Replacing | None = None
    replaces: str = ""

    @property
    def printed_code(self) -> str:
        """The code in groups of four."""
        return grouped(self.code)

    def window_on(self, day: date) -> Standing:
        """What holds on a day."""
        events = [CertificateEvent(one.on, one.kind) for one in self.happened]
        return standing(self.status_code, self.valid_from, self.expires_on, events, day)


def checked(code: str, facts: dict[str, Any]) -> Checked:
    """A certificate from what its lookup says."""
    known = {name: facts[name] for name in _AS_THEY_ARE}
    days: dict[str, Any] = {
        name: date.fromisoformat(facts[name]) for name in ("valid_from", "expires_on", "decided_on")
    }
    return Checked(
        code=code,
        **known,
        **days,
        place=_place(facts["places"]),
        photo=StoredFile(pk=UUID(facts["photo"])) if facts["photo"] else None,
        happened=tuple(
            Happened(date.fromisoformat(on), EventKind(kind), number)
            for on, kind, number in facts["happened"]
        ),
        corrected=tuple(
            Corrected(date.fromisoformat(on), wrong, right, paper)
            for on, wrong, right, paper in facts.get("corrected", ())
        ),
        replaced_by=_replacing(facts.get("replaced_by")),
        replaces=grouped(facts["replaces"]) if "replaces" in facts else "",
    )


def _replacing(told: list[str] | None) -> Replacing | None:
    if told is None:
        return None
    code, number, on = told
    return Replacing(code, number, date.fromisoformat(on))


def _place(places: list[list[str]]) -> Place:
    """The commune with its names only."""
    above = None
    for kind, name in reversed(places):
        above = Place(kind=kind, name=name, parent=above)
    return above  # type: ignore[return-value]  # every dossier has its commune


def is_on_certificate(file: StoredFile) -> bool:
    """Whether a certificate shows this photograph:
    then everyone may see it as long as the certificate answers.
    """
    return DecisionItem.objects.filter(photo=file, certificate__isnull=False).exists()
