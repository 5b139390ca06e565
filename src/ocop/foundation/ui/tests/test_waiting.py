"""What waits is counted and its first rows are read in one statement, whatever the kinds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Q

from ocop.foundation.ui.models import Operation
from ocop.foundation.ui.waiting import Facts, Pile, Waiting, WaitingItem, gather

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 2, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _acquainted(db):
    """A process asks an SQLite database once whether it knows JSON."""
    assert connection.features.supports_json_field


def forms(count: int) -> None:
    """So many, the newest first to be saved."""
    Operation.objects.bulk_create(
        Operation(key=str(UUID(int=n)), owner=n, at=START - timedelta(days=n)) for n in range(1, count + 1)
    )


def line(row: Facts) -> WaitingItem:
    return WaitingItem(str(row["last"]), str(UUID(row["page"])), f"/{row['last']}/")


def pile(key: str, condition: Q, order: str, url: str = "/all/", late: Q | None = None) -> Pile:
    rows = Operation.objects.filter(condition).order_by(order)
    given = {} if late is None else {"late": late}
    return Pile(key, key, url, rows, {"last": "owner", "page": "key"}, line, **given)


def test_every_kind_is_counted_and_its_first_rows_are_shown_in_order(django_assert_num_queries):
    forms(20)
    heap = Waiting("direct", "direct", 2, "/direct/")
    work = [
        pile("oldest", Q(owner__gt=3), "at", late=Q(owner__gt=12)),
        heap,
        pile("nothing", Q(owner__gt=99), "at"),
        pile("never", Q(pk__in=[]), "at"),
        pile("few", Q(owner__lte=2), "-at", url=""),
        Waiting("empty", "empty", 0, "/"),
    ]
    with django_assert_num_queries(1):
        found = gather(work)
    told = [(one.key, one.count, one.late, one.url, [item.title for item in one.items]) for one in found]
    assert told == [
        ("oldest", 17, 8, "/all/", ["20", "19", "18", "17", "16"]),
        ("direct", 2, 0, "/direct/", []),
        ("few", 2, 0, "/1/", ["1", "2"]),
    ]
    assert found[2].items[0].detail == str(UUID(int=1))


def test_as_many_items_as_asked_and_one_kind_alone(django_assert_num_queries):
    forms(9)
    with django_assert_num_queries(1):
        (found,) = gather([pile("one", Q(), "owner")], most=7)
    assert (found.count, [item.title for item in found.items]) == (9, ["1", "2", "3", "4", "5", "6", "7"])


def test_nothing_is_asked_where_nothing_can_wait(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert gather([]) == []
        assert gather([pile("never", Q(pk__in=[]), "at"), pile("nor", Q(pk__in=[]), "at")]) == []
