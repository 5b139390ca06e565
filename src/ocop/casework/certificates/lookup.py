"""What the check page is told of certificates, as it follows from what is on record, and where the kept rows
differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Prefetch

from ocop.casework.certificates.models import Certificate, Correction, Lookup
from ocop.registers.products.models import Photo, RecognitionEvent
from ocop.registers.products.rules import PhotoKind

CHUNK = 500
# a certificate shows the product itself, not its label, wherever there is such a photograph
PHOTO_ORDER = {kind: place for place, kind in enumerate(PhotoKind)}


def derived(products: Iterable[int]) -> list[Lookup]:
    """The lookups of all certificates of these products (by id), from what is on record now; four
    statements, one where there are none.
    """
    rows = Certificate.objects.filter(product__in=list(products)).select_related(
        "recognition",
        "product__producer",
        "decision_item__decision",
        "decision_item__item__dossier__commune__parent__parent",
        "replaces",
        "replaced_by__decision_item__decision",
    )
    shown = Photo.objects.filter(is_withdrawn=False)
    known = list(
        rows.order_by("pk").prefetch_related(
            Prefetch("recognition__events", RecognitionEvent.objects.select_related("paper")),
            Prefetch("decision_item__decision__corrections", Correction.objects.select_related("paper")),
            Prefetch("product__photos", shown, to_attr="shown_photos"),
        )
    )
    beside = defaultdict(list)
    for one in known:
        beside[one.product_id].append(one)
    return [_lookup(one, newer(one, beside[one.product_id])) for one in known]


def _lookup(one: Certificate, newer: Certificate | None) -> Lookup:
    photos = one.product.shown_photos  # type: ignore[attr-defined]
    facts = lookup_facts(one, one.recognition.events.all(), photos, newer)
    return Lookup(certificate=one, product_id=one.product_id, code=one.code, facts=facts)


def differing() -> Iterator[tuple[Lookup, list[str]]]:
    """Every lookup that is not kept as it follows, with the names of what differs; all of them where there is
    none.
    """
    start, products = 0, Certificate.objects.order_by("product").values_list("product", flat=True).distinct()
    while keys := list(products.filter(product__gt=start)[:CHUNK]):
        kept = Lookup.objects.filter(product__in=keys).in_bulk()
        for one in derived(keys):
            if wrong := _what_differs(kept.get(one.pk), one):
                yield one, wrong
        start = keys[-1]


def _what_differs(kept: Lookup | None, derived: Lookup) -> list[str]:
    if kept is None:
        return ["code", "product_id", *derived.facts]
    names = [name for name in ("code", "product_id") if getattr(kept, name) != getattr(derived, name)]
    facts = {**derived.facts, **kept.facts}
    return names + [name for name in facts if kept.facts.get(name) != derived.facts.get(name)]


def lookup_facts(
    certificate: Any, happened: Iterable[Any], photos: Sequence[Any], newer: Any | None
) -> dict[str, Any]:
    """What is told of a certificate: names as they were printed, the photograph on it or else the first of
    the product's page, what happened to its recognition since, and the newest certificate of the product.

    Days are written as 2026-11-29; `places` are kinds and names from the commune upwards.
    """
    item, product, known = certificate.decision_item, certificate.product, certificate.recognition
    photo = item.photo_id or _first(photos)
    return {
        "product_code": certificate.product_code,
        "stars": certificate.stars,
        "name": item.printed.get("product") or product.name,
        "producer": item.printed.get("producer") or product.producer.name,
        "slug": product.slug,
        "has_story": bool(product.story.strip()),
        "is_illustration": product.is_illustration,
        "photo": str(photo) if photo else None,
        "places": list(_places(item.item.dossier.commune)),
        "number": known.number,
        "decided_on": _day(known.decided_on),
        "authority": known.authority,
        "status_code": known.status_code,
        "valid_from": _day(known.valid_from),
        "expires_on": _day(known.expires_on),
        "happened": [[_day(one.on), one.kind, one.paper.number if one.paper else ""] for one in happened],
        "newer": newer.code if newer else None,
        **_replacing(certificate),
        **_corrected(item),
    }


def _replacing(certificate: Any) -> dict[str, Any]:
    """The certificate given in place of this one, by which decision, and the one in whose place this was
    given; nothing where there is neither.
    """
    # a migration from before there were replacements asks too
    told: dict[str, Any] = {}
    after = getattr(certificate, "replaced_by", None)
    if after is not None:
        decision = after.decision_item.decision
        told["replaced_by"] = [after.code, decision.number, _day(decision.signed_on)]
    before = getattr(certificate, "replaces", None)
    if before is not None:
        told["replaces"] = before.code
    return told


def _corrected(item: Any) -> dict[str, Any]:
    """What a correcting paper put right of what was printed: day, wrong, right, the paper; nothing where none
    did.
    """
    # a migration from before there were corrections asks too
    rows = getattr(item.decision, "corrections", None)
    known = [] if rows is None else [one for one in rows.all() if one.touches(item)]
    told = [[_day(one.paper.issued_on), one.wrong, one.right, str(one.paper)] for one in known]
    return {"corrected": told} if told else {}


def newer(certificate: Any, beside: Iterable[Any]) -> Any | None:
    """Of the certificates of the same product the last one, given on the same day or later; None for that
    one itself.
    """
    own = (certificate.valid_from, certificate.pk)
    later = [one for one in beside if (one.valid_from, one.pk) > own]
    return max(later, key=lambda one: (one.valid_from, one.pk), default=None)


def _first(photos: Sequence[Any]) -> Any | None:
    order = [(PHOTO_ORDER[PhotoKind(one.kind)], one.position, one.pk) for one in photos]
    return photos[order.index(min(order))].file_id if order else None


def _places(place: Any) -> Iterator[list[str]]:
    while place is not None:
        yield [place.kind, place.name]
        place = place.parent


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
