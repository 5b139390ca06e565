"""A dossier for every product of the register, a certificate for those with an exact term and 3 or 4 stars:
rows that `verify_all` holds.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.utils import timezone

from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.models import AgendaItem, Council, Meeting
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.models import Paper
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name, names_for_search
from ocop.kernel.codes import new_certificate_code
from ocop.kernel.text import searchable
from ocop.registers.products.models import Product, Recognition
from ocop.registers.programme.models import Programme

CHUNK = 1000
STATES = ("submitted", "received", "proposed", "accepted")


def fill() -> None:
    """Adds what products lack."""
    at = timezone.now()
    lacking = Product.objects.filter(dossiers__isnull=True).order_by("pk")
    while rows := list(
        lacking.select_related("listing__recognition", "producer__commune", "commune")[:CHUNK]
    ):
        _more(rows, at)


def _more(products: list[Product], at: datetime) -> None:
    by = Person.objects.get(username="tinh")
    dossiers = Dossier.objects.bulk_create(_dossier(n, one, by, at) for n, one in enumerate(products))
    certified = [one for one in dossiers if one.outcome]
    meeting, decision, paper = _stage(by, at)
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting, dossier=one, position=n, advisory_report=paper, created_at=at, created_by=by,
            state="closed", total=70, stars=3, recommendation="recognise", recommended_stars=3,
        )
        for n, one in enumerate(certified)
    )  # fmt: skip
    decided = DecisionItem.objects.bulk_create(_decided(decision, item) for item in items)
    _certificates(decided, at)


def _is_certified(product: Product) -> bool:
    known = product.listing.recognition
    return known is not None and known.valid_from is not None and known.stars in (3, 4)


def _dossier(n: int, product: Product, by: Person, at: datetime) -> Dossier:
    """Those without a certificate stand somewhere on the way."""
    state = "concluded" if _is_certified(product) else STATES[n % len(STATES)]
    filed = at - timedelta(days=n % 300, minutes=n)
    return Dossier(
        product=product, regulation_code="qd-26-2026", set_number=product.set_number or 1,
        commune=product.place, state=state, outcome="recognised" if state == "concluded" else "",
        created_at=filed, created_by=by, updated_at=filed, submitted_at=filed, received_at=filed,
        proposed_at=filed, accepted_at=filed,
        commune_due_on=timezone.localdate(filed) + timedelta(days=20),
        search_text=searchable(f"HS-{product.pk:06}"),
    )  # fmt: skip


def _stage(by: Person, at: datetime) -> tuple[Meeting, Decision, Paper]:
    signer, _ = Person.objects.get_or_create(username="ky", defaults={"full_name": "Người ký"})
    province = by.appointments.get().office.place
    programme, _ = Programme.objects.get_or_create(
        province=province, defaults={"name": "Chương trình", "authority_name": "Chủ tịch", "created_at": at}
    )
    number, today = f"{Decision.objects.count() + 1}/QĐ-UBND", timezone.localdate(at)
    paper = Paper.objects.create(
        kind="decision", number=number, year=today.year, issuer="UBND tỉnh", issued_on=today,
        subject="Quyết định", filed_by=by, filed_at=at,
    )  # fmt: skip
    council = Council.objects.create(
        programme=programme, name=f"Hội đồng {number}", established_by=paper, team_by=paper, starts_on=today,
        created_at=at, created_by=by,
    )  # fmt: skip
    meeting = Meeting.objects.create(
        council=council, title=f"Phiên {number}", starts_at=at, created_at=at, created_by=by
    )
    decision = Decision.objects.create(
        programme=programme, number=number, number_year=today.year, kind="recognition", state="signed",
        subject="Công nhận", drafted_by=by, created_at=at, signed_on=today, signed_at=at, signer=signer,
        signer_name="Người ký", search_text=searchable(number, "Công nhận"),
    )  # fmt: skip
    return meeting, decision, paper


def _decided(decision: Decision, item: AgendaItem) -> DecisionItem:
    product = item.dossier.product
    place = _full_name(item.dossier.commune)
    says = {"product": product.name, "producer": product.producer.name, "place": place, "commune": place}
    return DecisionItem(
        decision=decision, item=item, product=product, position=item.position, total=70, printed=says,
        stars=product.listing.stars,
    )  # fmt: skip


@cache
def _full_name(commune: Place) -> str:
    return full_name(commune)


def _certificates(decided: list[DecisionItem], at: datetime) -> None:
    known: list[Recognition] = []
    serials: Counter[tuple[str, int]] = _serials()
    for one in decided:
        recognition: Any = one.product.listing.recognition
        key = (one.item.dossier.commune.code, recognition.valid_from.year)
        serials[key] += 1
        recognition.product_code = f"15-{key[0]}-{serials[key]}-{key[1]}"
        recognition.certificate_code = new_certificate_code()
        known.append(recognition)
    Recognition.objects.bulk_update(known, ["product_code", "certificate_code"], batch_size=500)
    rows = [_certificate(one, recognition, at) for one, recognition in zip(decided, known, strict=True)]
    look_up_anew(one.product_id for one in Certificate.objects.bulk_create(rows))


def _serials() -> Counter[tuple[str, int]]:
    """How many codes each commune has given in a year."""
    given: Counter[tuple[str, int]] = Counter()
    for code in Certificate.objects.values_list("product_code", flat=True):
        _province, commune, _serial, year = code.split("-")
        given[commune, int(year)] += 1
    return given


def _certificate(one: DecisionItem, known: Any, at: datetime) -> Certificate:
    commune = one.item.dossier.commune
    place = getattr(commune, "words", names_for_search(commune))
    names = (
        one.printed["product"],
        one.printed["producer"],
        place,
        known.product_code,
        known.certificate_code,
    )
    return Certificate(
        code=known.certificate_code, product=one.product, decision_item=one, recognition=known,
        product_code=known.product_code, stars=known.stars, valid_from=known.valid_from,
        expires_on=known.expires_on, issued_at=at, search_text=searchable(*names),
    )  # fmt: skip
