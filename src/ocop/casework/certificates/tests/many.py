"""Many products with certificates, written straight into an empty database: for measuring and for tests of
lists.

Real certificates come only from the acts of casework; nothing here is called outside a temporary database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.models import AgendaItem, Council, Meeting
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.models import Paper
from ocop.foundation.places.models import Place
from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.codes import new_certificate_code
from ocop.kernel.text import fold, slugify_vi
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import list_anew
from ocop.registers.programme.models import Programme

SETS = (1, 7, 11, 13, 21, 26)
KINDS = ("Dứa", "Chè", "Cà phê", "Mật ong", "Thổ cẩm", "Gạo")


@dataclass(frozen=True)
class Stage:
    """Who and what every certificate here shares."""

    person: Person
    commune: Place
    paper: Paper
    meeting: Meeting
    decision: Decision
    signed_on: date
    at: datetime


def certificates(count: int, commune: Place, signed_on: date, at: datetime) -> list[str]:
    """Writes `count` products of one commune, each with a certificate from `signed_on`; returns the codes."""
    stage = _stage(commune, signed_on, at)
    start = Product.objects.count()
    producer = _producer(stage, start)
    names = [f"{KINDS[n % len(KINDS)]} {commune.name} số {n}" for n in range(start, start + count)]
    products = Product.objects.bulk_create(_product(stage, producer, name, n) for n, name in enumerate(names))
    dossiers = Dossier.objects.bulk_create(_dossier(stage, product) for product in products)
    agenda = AgendaItem.objects.bulk_create(
        _item(stage, dossier, start + n) for n, dossier in enumerate(dossiers)
    )
    decided = DecisionItem.objects.bulk_create(
        _decided(stage, item, product) for item, product in zip(agenda, products, strict=True)
    )
    known = Recognition.objects.bulk_create(
        _recognition(stage, one, start + n) for n, one in enumerate(decided, 1)
    )
    list_anew(product.pk for product in products)
    rows = zip(decided, known, strict=True)
    Certificate.objects.bulk_create(_certificate(stage, one, recognition) for one, recognition in rows)
    look_up_anew(product.pk for product in products)
    return [recognition.certificate_code or "" for recognition in known]


def _stage(commune: Place, signed_on: date, at: datetime) -> Stage:
    person, _ = Person.objects.get_or_create(username="do-toc-do", defaults={"full_name": "Người thử"})
    signer, _ = Person.objects.get_or_create(username="nguoi-ky", defaults={"full_name": "Người ký thử"})
    programme, _ = Programme.objects.get_or_create(
        province=commune.province,
        defaults={"name": "Chương trình thử", "authority_name": "Chủ tịch UBND tỉnh", "created_at": at},
    )
    paper, _ = Paper.objects.get_or_create(
        kind="decision", number="1-MH/QĐ-UBND", year=signed_on.year, issuer="UBND tỉnh",
        defaults={"issued_on": signed_on, "subject": "Thử", "filed_by": person, "filed_at": at},
    )  # fmt: skip
    council, _ = Council.objects.get_or_create(
        programme=programme, name="Hội đồng thử", established_by=paper, team_by=paper,
        defaults={"starts_on": signed_on, "created_at": at, "created_by": person},
    )  # fmt: skip
    meeting, _ = Meeting.objects.get_or_create(
        council=council, title="Phiên thử", defaults={"starts_at": at, "created_at": at, "created_by": person}
    )
    decision, _ = Decision.objects.get_or_create(
        programme=programme, number="512-MH/QĐ-UBND", number_year=signed_on.year,
        defaults={
            "kind": DecisionKind.RECOGNITION, "state": "signed", "subject": "Công nhận", "drafted_by": person,
            "created_at": at, "signed_on": signed_on, "signed_at": at, "signer": signer,
            "signer_name": "Người ký thử",
        },
    )  # fmt: skip
    return Stage(person, commune, paper, meeting, decision, signed_on, at)


def _producer(stage: Stage, start: int) -> Producer:
    name = f"Hợp tác xã thử {start}"
    return Producer.objects.create(
        name=name, slug=slugify_vi(name), legal_form="cooperative", commune=stage.commune, source="office",
        search_text=fold(name), created_at=stage.at, is_illustration=True,
    )  # fmt: skip


def _product(stage: Stage, producer: Producer, name: str, n: int) -> Product:
    return Product(
        producer=producer, name=name, slug=slugify_vi(name), regulation_code="qd-26-2026", leaf="",
        set_number=SETS[n % len(SETS)], commune=stage.commune, source="office", created_at=stage.at,
        story="Chuyện của người trồng.",
        search_text=f"{fold(name)} {fold(producer.name)} {stage.commune.search_text}",
        is_illustration=True,
    )  # fmt: skip


def _dossier(stage: Stage, product: Product) -> Dossier:
    return Dossier(
        product=product, regulation_code="qd-26-2026", set_number=product.set_number or 1,
        commune=stage.commune,
        state="concluded", outcome="recognised", created_at=stage.at, created_by=stage.person,
        updated_at=stage.at,
        submitted_at=stage.at, received_at=stage.at, proposed_at=stage.at, accepted_at=stage.at,
    )  # fmt: skip


def _item(stage: Stage, dossier: Dossier, position: int) -> AgendaItem:
    return AgendaItem(
        meeting=stage.meeting, dossier=dossier, position=position % 30_000, advisory_report=stage.paper,
        created_at=stage.at, created_by=stage.person,
    )  # fmt: skip


def _decided(stage: Stage, item: AgendaItem, product: Product) -> DecisionItem:
    stars = 3 + item.position % 2
    return DecisionItem(
        decision=stage.decision, item=item, product=product, position=item.position, stars=stars,
        total=60 + 15 * (stars - 3),
    )  # fmt: skip


def _recognition(stage: Stage, decided: DecisionItem, serial: int) -> Recognition:
    return Recognition(
        product=decided.product, stars=decided.stars, kind="first", authority="Chủ tịch UBND tỉnh Lào Cai",
        number=stage.decision.number, year=stage.signed_on.year, decided_on=stage.signed_on,
        date_precision="day",
        valid_from=stage.signed_on, expires_on=certificate_expiry(stage.signed_on), status_code="recognised",
        product_code=f"15-{stage.commune.code}-{serial}-{stage.signed_on.year}",
        certificate_code=new_certificate_code(),
    )  # fmt: skip


def _certificate(stage: Stage, decided: DecisionItem, recognition: Recognition) -> Certificate:
    return Certificate(
        code=recognition.certificate_code or "", product=decided.product, decision_item=decided,
        recognition=recognition,
        product_code=recognition.product_code, stars=decided.stars, valid_from=stage.signed_on,
        expires_on=certificate_expiry(stage.signed_on), issued_at=stage.at,
    )  # fmt: skip


def a_month_ago() -> tuple[date, datetime]:
    """A day and a moment on which a certificate begins that holds today."""
    at = timezone.now() - timedelta(days=30)
    return timezone.localdate(at), at


def many(count: int, commune: Place) -> list[str]:
    """`count` certificates that hold today."""
    return certificates(count, commune, *a_month_ago())
