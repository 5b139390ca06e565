"""What is counted from rows kept beside the recognitions is what the recognitions themselves say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.places.selectors import communes_of
from ocop.kernel.calendar import certificate_expiry
from ocop.outlets.reports import selectors
from ocop.outlets.reports.counting import organisations, recognitions
from ocop.outlets.reports.counting.asking import counts_of
from ocop.outlets.reports.counting.extent import Extent
from ocop.outlets.reports.counting.organisations import start_of
from ocop.outlets.reports.tests import from_records
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition, RecognitionEvent
from ocop.registers.products.writes import list_anew

KINDS = ["", "", "", "first", "upgrade", "renewal"]
STATUSES = ["recognised"] * 12 + ["revoked", "revoked", "candidate", "council_result"]
EVENTS = ["revoked", "annulled", "replaced", "extended"]


@pytest.fixture
def mixed(register: Any) -> Any:
    """Sixty products of forty-five producers: recognised up to four times, on days of ten years or in years
    alone, some revoked or annulled, some with a dossier.
    """
    draw, communes = Random(9), [None, register.cast.commune, *communes_of("15", date(2026, 6, 1))[:3]]
    forms = ["cooperative", "joint_stock_company", "household", "farm"]
    owners = Producer.objects.bulk_create(
        Producer(
            name=f"HTX {n}", slug=f"htx-{n}", legal_form=draw.choice(forms), commune=draw.choice(communes),
            source="register", created_at=register.at,
        )
        for n in range(45)
    )  # fmt: skip
    products = Product.objects.bulk_create(
        Product(
            producer=draw.choice(owners), name=f"Dứa {n}", slug=f"dua-{n}", regulation_code="qd-26-2026",
            set_number=draw.choice([None, 1, 4]), commune=draw.choice([None, None, *communes]),
            source="register", created_at=register.at,
        )
        for n in range(60)
    )  # fmt: skip
    rows = Recognition.objects.bulk_create(_recognitions(draw, products))
    RecognitionEvent.objects.bulk_create(
        RecognitionEvent(recognition=one, kind=draw.choice(EVENTS), on=date(2026, 2, 2))
        for one in draw.sample(rows, len(rows) // 3)
    )
    Dossier.objects.bulk_create(_dossiers(draw, products, register))
    list_anew(one.pk for one in products)
    return register


def _recognitions(draw: Random, products: list[Product]) -> Iterator[Recognition]:
    for product in products:
        for _turn in range(draw.randint(0, 4)):
            day = date(2018, 1, 1) + timedelta(days=draw.randint(0, 3300))
            status = draw.choice(STATUSES)
            is_exact, is_bare = draw.random() < 0.7, status == "revoked" and draw.random() < 0.5
            term = {"decided_on": day, "valid_from": day, "expires_on": certificate_expiry(day)}
            yield Recognition(
                product=product, stars=draw.choice([3, 4, 5]), kind=draw.choice(KINDS), year=day.year,
                status_code=status, date_precision="day" if is_exact and not is_bare else "year",
                **term if is_exact and not is_bare else {},
            )  # fmt: skip


def _dossiers(draw: Random, products: list[Product], register: Any) -> Iterator[Dossier]:
    for product in draw.sample(products, 40):
        began = start_of(date(2024, 1, 1) + timedelta(days=draw.randint(0, 1000)))
        state = draw.choice(["draft", "submitted", "submitted", "proposed", "concluded", "withdrawn"])
        filed = None if state == "draft" else began
        yield Dossier(
            product=product, regulation_code="qd-26-2026", set_number=1, commune=register.cast.commune,
            kind=draw.choice(["first", "first", "renewal"]), state=state, created_at=began,
            created_by=register.cast.lan, updated_at=began, submitted_at=filed, received_at=filed,
            proposed_at=filed, accepted_at=filed, outcome="recognised" if state == "concluded" else "",
            commune_due_on=timezone.localdate(began),
        )  # fmt: skip


def extents(register: Any) -> Iterator[Extent]:
    """Years, parts of years, the province with what has no place and a commune, narrowed in every way."""
    for year in (2022, 2024, 2026):
        whole = selectors.extent_of(register.programme.province, year, date(2026, 11, 23))
        yield whole
        yield replace(whole, last=date(year, 12, 31), stars_from=4)
        yield replace(whole, set_numbers=(1,), legal_forms=("cooperative",), year_from=year - 2)
        yield replace(whole, first=date(year, 4, 1), last=date(year, 6, 30), is_from_new_year=False)
        yield selectors.extent_of(register.cast.commune, year, date(year, 12, 31))


def ids(rows: Any) -> list[int]:
    """What is in a count, each as often as it is counted."""
    return sorted(rows.order_by().values_list("pk", flat=True))


def test_the_same_counts(mixed: Any) -> None:
    seen: dict[str, int] = {}
    for extent in extents(mixed):
        told = [
            (name, getattr(here, name)(extent), getattr(from_records, name)(extent))
            for here, names in (
                (recognitions, ("new_products", "recognised_of_years", "open_first_dossiers")),
                (recognitions, ("open_renewal_dossiers",)),
                (organisations, ("organisations_new",)),
                (selectors, ("held",)),
            )
            for name in names
        ]
        for name, kept, asked in told:
            expected = ids(asked)
            assert ids(kept) == expected, (name, extent)
            seen[name] = max(seen.get(name, 0), len(expected))
    assert {name for name, most in seen.items() if most < 3} == set()  # each had something to say


def test_the_same_terms_are_due(mixed: Any) -> None:
    most = [0, 0, 0]
    for extent in extents(mixed):
        due = from_records.due(extent)
        made = {one.renewal.recognition for one in due if one.renewal}
        if not extent.is_from_new_year:
            made &= set(ids(Recognition.objects.filter(extent.dated())))
        last = {one.term.recognition for one in due if one.is_last}
        assert counts_of({"due": recognitions.due_renewals(extent)}) == {"due": len(due)}, extent
        assert set(ids(recognitions.lapsed(extent))) == last, extent
        assert set(ids(recognitions.renewals(extent))) == made, extent
        most = [max(pair) for pair in zip(most, map(len, (due, made, last)), strict=True)]
    assert min(most) >= 2
