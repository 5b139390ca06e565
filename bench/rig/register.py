"""A register of any size, written as rows that `verify_all` holds: producers in all communes of today's
Lào Cai, products with texts and a photograph, recognised once or twice, some long ago, some by year alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any

from django.utils import timezone
from PIL import Image

from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.documents.actions import store_made
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of, place
from ocop.outlets.reports.counting import counters
from ocop.registers.producers.models import Producer
from ocop.registers.producers.writes import search_text as producer_words
from ocop.registers.products import writes
from ocop.registers.products.models import Photo, Product, Recognition, RecognitionEvent
from ocop.registers.products.permissions import PHOTO_FILES
from ocop.registers.programme.models import Plan, Programme, Target

KINDS = (
    "Dứa",
    "Chè Shan",
    "Cà phê",
    "Mật ong",
    "Thổ cẩm",
    "Gạo Séng Cù",
    "Miến dong",
    "Quế",
    "Cá hồi",
    "Mận",
)
WAYS = ("sấy dẻo", "ướp hoa", "rang mộc", "bạc hà", "dệt tay", "đóng túi", "thủ công", "sạch", "hun khói")
SETS = (1, 4, 7, 11, 13, 19, 21, 26)
TEXT = "Sản phẩm làm từ nguyên liệu của xã, do người địa phương trồng, hái và chế biến. " * 12
TERM = timedelta(days=3 * 365)
CHUNK = 1000


def fill(count: int) -> None:
    """Adds products until there are `count`. Before the first: the programme, an officer of the province
    (`tinh`) and of a commune (`xa`), and a plan of this year with a target for every rule that records count.
    """
    today, at = timezone.localdate(), timezone.now()
    province = place("15", "province", today)
    if province is None:
        raise RuntimeError("places are not loaded")
    communes = list(communes_of(province, today))
    if not Person.objects.filter(username="tinh").exists():
        _programme(province, communes[0], today.year, at)
    for start in range(Product.objects.count(), count, CHUNK):
        _more(range(start, min(start + CHUNK, count)), communes, today, at)


def _programme(province: Place, commune: Place, year: int, at: Any) -> None:
    names = {"name": "Chương trình OCOP", "agency_name": "Văn phòng điều phối", "authority_name": "UBND tỉnh"}
    Programme.objects.create(province=province, seat="Lào Cai", created_at=at, **names)
    by = _officer("tinh", "province", province, at)
    _officer("xa", "commune", commune, at)
    said = {"name": f"Kế hoạch năm {year}", "number": "1/KH-UBND", "signer_name": "Nguyễn Văn Ký"}
    plan = Plan.objects.create(
        place=province, year=year, state="issued", issued_on=date(year, 1, 5), created_by=by, created_at=at,
        **said,
    )  # fmt: skip
    aim = {"plan": plan, "unit": "việc", "value": 100, "bound": "at_least"}
    Target.objects.bulk_create(
        Target(key=f"t{n}", position=n, name=rule, count_rule=rule, **aim)
        for n, rule in enumerate(counters())
    )


def _officer(username: str, level: str, place: Place, at: Any) -> Person:
    person = Person.objects.create_user(username=username, full_name=f"Cán bộ {place}", password=None)
    office = Office.objects.create(level=level, place=place, name=f"UBND {place}")
    since = at - timedelta(days=400)
    Appointment.objects.create(person=person, office=office, role=f"{level}_officer", starts_at=since)
    return person


def _more(numbers: range, communes: list[Place], today: date, at: Any) -> None:
    """One producer for two products; a commune for each producer."""
    first = Producer.objects.count()
    producers = Producer.objects.bulk_create(
        _producer(first + n, communes[(first + n) * 7 % len(communes)], at)
        for n in range(len(numbers) // 2 + 1)
    )
    products = Product.objects.bulk_create(
        _product(n, producers[n // 2 % len(producers)], at) for n in numbers
    )
    picture = _picture(at)
    Photo.objects.bulk_create(Photo(product=one, file=picture, kind="product") for one in products)
    pairs = zip(numbers, products, strict=True)
    facts = [row for n, one in pairs for row in _recognitions(n, one, today)]
    made = Recognition.objects.bulk_create(facts)
    RecognitionEvent.objects.bulk_create(_events(made))
    writes.list_anew(one.pk for one in products)


def _producer(n: int, commune: Place, at: Any) -> Producer:
    name = f"Hợp tác xã {KINDS[n % len(KINDS)]} {commune.name} {n}"
    made = Producer(
        name=name, slug=f"hop-tac-xa-{n}", legal_form="cooperative", commune=commune, source="register",
        created_at=at,
    )  # fmt: skip
    made.search_text = producer_words(made)
    return made


def _product(n: int, producer: Producer, at: Any) -> Product:
    name = f"{KINDS[n * 3 % len(KINDS)]} {WAYS[n % len(WAYS)]} {producer.commune} {n}"
    made = Product(
        producer=producer, name=name, slug=f"san-pham-{n}", regulation_code="qd-26-2026", source="register",
        set_number=SETS[n % len(SETS)], commune=producer.commune if n % 3 else None, created_at=at,
        description=TEXT, packaging=TEXT[:200], story=TEXT if n % 2 else "",
    )  # fmt: skip
    made.search_text = writes.search_text(made)
    return made


def _recognitions(n: int, product: Product, today: date) -> Iterator[Recognition]:
    """Every tenth by its year alone; every third renewed; the days spread over five years."""
    day = today - timedelta(days=n * 37 % 1800 + 1)
    if n % 10 == 0:
        yield _recognition(product, 3, day, year_alone=True)
        return
    if n % 3 == 0:
        yield _recognition(product, 3, day - timedelta(days=900))
    yield _recognition(product, 3 + n % 5 // 2, day)


def _recognition(product: Product, stars: int, day: date, *, year_alone: bool = False) -> Recognition:
    exact = {"decided_on": day, "valid_from": day, "expires_on": day + TERM}
    return Recognition(
        product=product, stars=stars, year=day.year, number=f"{day:%d%m}/QĐ-UBND", status_code="recognised",
        authority="Chủ tịch UBND tỉnh Lào Cai", date_precision="year" if year_alone else "day",
        **{} if year_alone else exact,
    )  # fmt: skip


def _events(made: list[Recognition]) -> Iterator[RecognitionEvent]:
    """An earlier one is replaced on the day on which the later one begins."""
    for earlier, later in pairwise(made):
        if earlier.product_id == later.product_id and later.valid_from:
            yield RecognitionEvent(recognition=earlier, on=later.valid_from, kind="replaced")


def _picture(at: Any) -> StoredFile:
    """One photograph for all."""
    found = StoredFile.objects.filter(owner=PHOTO_FILES).first()
    if found is not None:
        return found
    data = BytesIO()
    Image.new("RGB", (640, 480), "green").save(data, "JPEG")
    by = Person.objects.get(username="tinh")
    return store_made(data.getvalue(), "anh.jpg", owner=PHOTO_FILES, by=by, at=at)
