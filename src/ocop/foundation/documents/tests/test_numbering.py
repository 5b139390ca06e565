"""Running numbers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from ocop.foundation.documents.models import Series
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.documents.rules import number_year


@pytest.mark.django_db
def test_numbers_run_from_one_in_each_series(at):
    assert [allocate("QĐ", at=at), allocate("QĐ", at=at), allocate("BB", at=at), allocate("QĐ", at=at)] == [
        1,
        2,
        1,
        3,
    ]
    assert list(Series.objects.order_by("name").values_list("name", "year", "last_number", "last_at")) == [
        ("BB", 2026, 1, at),
        ("QĐ", 2026, 3, at),
    ]


@pytest.mark.django_db
def test_numbers_begin_again_on_the_first_of_january_in_vietnam():
    before = datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)
    after = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)
    assert [allocate("QĐ", at=moment) for moment in (before, before, after)] == [1, 2, 1]
    assert [allocate("mã", at=moment, yearly=False) for moment in (before, after)] == [1, 2]


@pytest.mark.django_db
def test_what_is_rolled_back_gives_its_number_back(at):
    allocate("QĐ", at=at)
    with pytest.raises(RuntimeError), transaction.atomic():
        assert allocate("QĐ", at=at) == 2
        raise RuntimeError
    assert allocate("QĐ", at=at) == 2


def test_a_number_outside_a_transaction_is_refused(at, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():  # no transaction around the test, and nothing to take back
        with pytest.raises(TransactionManagementError):
            allocate("QĐ", at=at)
        assert Series.objects.count() == 0


def test_a_moment_without_zone_has_no_year():
    with pytest.raises(ValueError, match="time zone"):
        number_year(datetime(2026, 1, 1))  # noqa: DTZ001
