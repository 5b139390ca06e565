"""What must hold of everything stored, whatever happened to the database from outside.
Each check names its faults.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from ocop.casework.certificates import lookup
from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.ideas.models import Idea
from ocop.casework.review.models import AgendaItem, EarlierResult, ScoreSheet
from ocop.casework.review.rules.content import sheet_hash
from ocop.casework.review.selectors import earlier_faults, result_fields, tally_of
from ocop.casework.review.states import SheetState
from ocop.config.fingerprints import days_off_faults, fingerprint_faults
from ocop.foundation.audit.selectors import came_last, verify_chain
from ocop.foundation.documents.selectors import damaged_files
from ocop.foundation.places.selectors import grounds_differing
from ocop.foundation.search import index
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.codes import CodeError, ProductCode, RegistrationNumber
from ocop.kernel.law.in_force import COMMUNE_CHECK
from ocop.registers.products import listing, reckoning

CHUNK = 200
RESULT_COLUMNS = ("total_exact", "total", "stars", "spread")


@dataclass(frozen=True)
class Invariant:
    """Something that must hold: its name, and the faults found, in order."""

    name: str
    faults: Callable[[], Iterator[str]]


def chain_faults() -> Iterator[str]:
    """The record of official acts is one unbroken chain of hashes."""
    fault = verify_chain()
    if fault is not None:
        yield f"entry {fault.sequence}: {fault.kind}"


def submission_faults() -> Iterator[str]:
    """What was handed in still has the hash that stands on its receipt."""
    for submission in Submission.objects.order_by("pk").iterator(CHUNK):
        if sha256_hex(submission.content) != submission.content_hash:
            yield f"submission {submission.code}"


def sheet_faults() -> Iterator[str]:
    """A sealed score sheet still has its hash, and its choices are those that were sealed."""
    for sheet in ScoreSheet.objects.filter(state=SheetState.SEALED).order_by("pk").iterator(CHUNK):
        content = sheet.content or {}
        if sheet_hash(content) != sheet.sha256:
            yield f"sheet {sheet.pk} ({sheet.code}): content"
        elif content["choices"] != sheet.choices:
            yield f"sheet {sheet.pk} ({sheet.code}): choices"


def total_faults() -> Iterator[str]:
    """Totals, spreads and stars are those that the sealed sheets give."""
    items = AgendaItem.objects.exclude(total_exact="").select_related(
        "meeting__rules", "meeting__council__programme", "dossier__product"
    )
    for item in items.order_by("pk").iterator(CHUNK):
        computed = result_fields(tally_of(item))
        for column in RESULT_COLUMNS:
            if getattr(item, column) != computed[column]:
                stored = getattr(item, column)
                yield f"agenda item {item.key}: {column} is {stored}, sheets give {computed[column]}"


def earlier_result_faults() -> Iterator[str]:
    """Results that were put aside are those that the sheets gave on which they rested."""
    rows = EarlierResult.objects.select_related(
        "item__meeting__rules", "item__meeting__council__programme", "item__dossier__product"
    )
    for row in rows.order_by("pk").iterator(CHUNK):
        for fault in earlier_faults(row):
            yield f"agenda item {row.item.key}: earlier result of pass {row.pass_no}: {fault}"


def certificate_faults() -> Iterator[str]:
    """A certificate rests on a signed decision of recognition, has 3 or 4 stars,
    and agrees with the register.
    """
    rows = Certificate.objects.select_related("decision_item__decision", "recognition")
    for certificate in rows.order_by("pk").iterator(CHUNK):
        item, known = certificate.decision_item, certificate.recognition
        if not (item.is_live and item.decision.is_signed and item.decision.is_recognition):
            yield f"certificate {certificate.code}: no signed decision"
        elif certificate.stars not in RECOGNISED_BY_PROVINCE or certificate.stars != item.stars:
            yield f"certificate {certificate.code}: {certificate.stars} stars"
        elif (known.certificate_code, known.stars, known.expires_on) != (
            certificate.code, certificate.stars, certificate.expires_on,
        ):  # fmt: skip
            yield f"certificate {certificate.code}: the register says otherwise"


def product_code_faults() -> Iterator[str]:
    """The serials of product codes run from 1 without a gap in each commune and year."""
    codes = Certificate.objects.order_by("pk").values_list("product_code", flat=True)
    return _gaps("product code", codes, ProductCode.parse)


def registration_faults() -> Iterator[str]:
    """So do the numbers that communes give to registration forms."""
    numbers = (
        Dossier.objects.exclude(registration_no="").order_by("pk").values_list("registration_no", flat=True)
    )
    return _gaps("registration number", numbers, RegistrationNumber.parse)


def idea_faults() -> Iterator[str]:
    """An idea was used at the moment at which its dossier was opened; without a dossier it was not used."""
    rows = Idea.objects.select_related("dossier").order_by("pk")
    for idea in rows.exclude(used_at__isnull=True, dossier__isnull=True).iterator(CHUNK):
        dossier = getattr(idea, "dossier", None)
        if dossier is None:
            yield f"idea {idea.key}: used, without a dossier"
        elif idea.used_at != dossier.created_at:
            yield f"idea {idea.key}: its dossier was opened at another moment"


def due_date_faults() -> Iterator[str]:
    """A dossier that the commune received has its last day, where its law sets a period."""
    rows = Dossier.objects.filter(state="received", commune_due_on__isnull=True)
    for dossier in rows.order_by("pk").iterator(CHUNK):
        if COMMUNE_CHECK in regulation_of(dossier).periods:
            yield f"dossier {dossier.key}: no due date"


def stage_faults() -> Iterator[str]:
    """Since when a dossier has been in its state is when it last came there, as the record of acts has it."""
    start, rows = 0, Dossier.objects.order_by("pk")
    while some := list(rows.filter(pk__gt=start).only("key", "state", "state_at", "created_at")[:CHUNK]):
        came = came_last(some)
        for one in some:
            if (one.state_at or one.created_at) != (came.get(one.pk) or one.created_at):
                yield f"dossier {one.key}: in its state since another moment"
        start = some[-1].pk


def ground_faults() -> Iterator[str]:
    """Whose ground lies on whose is kept as it follows from parents and successions."""
    for unit, part in grounds_differing():
        yield f"place {part}: its ground on that of place {unit}"


def _gaps(
    name: str, texts: Iterable[str], parse: Callable[[str], ProductCode | RegistrationNumber]
) -> Iterator[str]:
    serials: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for text in texts:
        try:
            code = parse(text)
        except CodeError:
            yield f"{name} {text}: malformed"
            continue
        serials[code.province, code.commune, code.year].add(code.serial)
    for (province, commune, year), found in sorted(serials.items()):
        for missing in (serial for serial in range(1, max(found)) if serial not in found):
            yield f"{name} {province}-{commune}, {year}: serial {missing} is missing"


def word_faults() -> Iterator[str]:
    """Every index of words is there and holds the words of its rows."""
    return index.faults(connection)


def listing_faults() -> Iterator[str]:
    """What lists show of a product is what follows from its recognitions, its producer and its place."""
    for rows in listing.everything():
        for row, columns in listing.differing(rows):
            yield f"product {row.pk}: {', '.join(columns)}"


def reckoning_faults() -> Iterator[str]:
    """What plans count of a recognition is what follows from it, from those of the same product, from its
    product and its producer.
    """
    for rows in listing.everything():
        for pk, columns in reckoning.differing(rows):
            yield f"recognition {pk}: {', '.join(columns)}"


def lookup_faults() -> Iterator[str]:
    """What the check page says of a certificate is what follows from its decision, its recognition and its
    product.
    """
    for row, facts in lookup.differing():
        yield f"certificate {row.code}: {', '.join(facts)}"


def file_faults() -> Iterator[str]:
    """Every stored file has its bytes, and they have their hash."""
    for stored in damaged_files():
        yield f"file {stored.pk} ({stored.name})"


INVARIANTS = (
    Invariant("record of acts", chain_faults),
    Invariant("submissions", submission_faults),
    Invariant("sealed sheets", sheet_faults),
    Invariant("fingerprints of the law", fingerprint_faults),
    Invariant("totals", total_faults),
    Invariant("earlier results", earlier_result_faults),
    Invariant("certificates", certificate_faults),
    Invariant("product codes", product_code_faults),
    Invariant("registration numbers", registration_faults),
    Invariant("ideas with a dossier", idea_faults),
    Invariant("due dates", due_date_faults),
    Invariant("days off", days_off_faults),
    Invariant("since when dossiers stand", stage_faults),
    Invariant("listings of products", listing_faults),
    Invariant("what plans count", reckoning_faults),
    Invariant("what the check page says", lookup_faults),
    Invariant("grounds of places", ground_faults),
    Invariant("indexes of words", word_faults),
    Invariant("files", file_faults),
)
