"""Who may read the files of dossiers: whoever may see a dossier in which the file was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier, Evidence, Exclusion, Submission
from ocop.casework.dossiers.models.visible import HANDLING_ROLES
from ocop.casework.dossiers.permissions.reading import is_barred, reads, reads_as_guest
from ocop.casework.dossiers.states import EDITABLE
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products import permissions as products
from ocop.registers.products.models import Product

EVIDENCE_FILES = "dossiers.evidence"
EXCLUSION_FILES = "dossiers.exclusion"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(EVIDENCE_FILES, refuse_read_evidence)
    access.register(EXCLUSION_FILES, refuse_read_exclusion)


def register_products() -> None:
    """Tells the register which products are being judged, and who sees their photographs besides."""
    products.register_freezer(is_frozen)
    products.register_set_user(uses_set)
    products.register_reader(reads_photos)


def is_frozen(product: Product) -> bool:
    """Whether a dossier under way was handed in with the product's photographs."""
    return product.dossiers.open().exclude(state__in=sorted(EDITABLE)).exists()


def uses_set(product: Product, at: datetime) -> bool:
    """Whether a dossier under way is written on the rubric of the product's set.

    Not one that its producer must bring under a newer law: for that the set has to be chosen again first.
    """
    day = timezone.localdate(at)
    return any(
        not dossier.is_editable or dossier.law_on(day).is_current for dossier in product.dossiers.open()
    )


def reads_photos(who: Who, product: Product) -> bool:
    """Whether the person evaluates the product in a council."""
    dossiers = product.dossiers.filter(submitted_at__isnull=False).with_names()
    return any(not is_barred(who, one) and reads_as_guest(who, one) for one in dossiers)


def _not_yours() -> Refusal:
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một hồ sơ không dành cho bạn.")
    )


def refuse_read_evidence(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The producer's people always; others only once it was handed in, in a dossier that they may see.

    A conflict about one of these dossiers closes the file altogether: it is the same paper in each of them.
    A paper that was issued anew since is read by those who read the one it stands for.
    """
    evidence = Evidence.objects.filter(file=stored_file).first()
    if evidence is None:
        return _not_yours()
    who = who_is(person, at)
    if evidence.producer_id in producers_acted_for(who):
        return None
    dossiers = [one for file in _files(evidence) for one in handed_in_with(file, evidence.producer_id)]
    if any(is_barred(who, dossier) for dossier in dossiers):
        return _not_yours()
    may_read = reads_as_guest if evidence.is_restricted and not _handles(who) else reads
    return None if any(may_read(who, dossier) for dossier in dossiers) else _not_yours()


def _files(evidence: Evidence) -> Iterator[StoredFile]:
    """The file of a paper, and of those in whose place it stands."""
    paper: Evidence | None = evidence
    while paper is not None:
        yield paper.file
        paper = paper.renews


def _handles(who: Who) -> bool:
    """Restricted papers are not for those in an office who only sign or look on."""
    return any(appointment.role in HANDLING_ROLES for appointment in who.appointments)


def handed_in_with(stored_file: StoredFile, producer_id: int) -> list[Dossier]:
    """The dossiers of the producer in whose frozen content the file lies."""
    submissions = Submission.objects.filter(dossier__product__producer=producer_id)
    found: dict[int, Dossier] = {}
    for submission in submissions.select_related("dossier__product__producer", "dossier__commune__parent"):
        if any(entry["file"] == str(stored_file.pk) for entry in submission.content["evidence"]):
            found[submission.dossier_id] = submission.dossier
    return list(found.values())


def refuse_read_exclusion(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The paper that shows why a dossier was excluded: whoever may see the dossier."""
    exclusion = (
        Exclusion.objects.filter(file=stored_file).select_related("dossier__product__producer").first()
    )
    if exclusion is not None and reads(who_is(person, at), exclusion.dossier):
        return None
    return _not_yours()
