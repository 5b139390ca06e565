"""The officers' list: only their place, found without marks and by old names, filters,
export, a steady cost.
"""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.models import Producer

LIST = "/danh-ba/chu-the/"


@pytest.fixture
def elsewhere(cast, at):
    """A household in another commune of the province."""
    other = cast.province.children.exclude(pk=cast.commune.pk).order_by("code").first()
    fields = {"name": "Hộ Sùng A Chu", "legal_form": "household", "commune": other}
    return register_producer(fields=fields, representative=None, by=cast.quang, at=at)


def names(client, **query):
    table = client.get(LIST, query).context["table"]
    return [row.record.name for row in table.paginated_rows]


def test_the_commune_sees_its_own_and_the_province_all(client, minh, tuan, htx, elsewhere):
    client.force_login(minh)
    assert names(client) == ["Hợp tác xã Bản Lầu"]
    client.force_login(tuan)
    assert names(client) == ["Hộ Sùng A Chu", "Hợp tác xã Bản Lầu"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "ban lau"}, 1),
        ({"q": "muong khuong"}, 1),
        ({"q": "1207000001"}, 1),
        ({"q": "khong co"}, 0),
        ({"loai": "household"}, 1),
        ({"loai": "farm"}, 0),
        ({"xa": "02788"}, 1),
        ({"nguon": "self"}, 2),
        ({"nguon": "register"}, 0),
        ({"sap-xep": "-name"}, 2),
        ({"trang": "99"}, 2),
        ({"trang": "x", "sap-xep": "nothing", "xa": "zzz"}, 2),
    ],
)
def test_filters(client, tuan, htx, elsewhere, query, found):
    client.force_login(tuan)
    answer = client.get(LIST, query)
    if answer.context["filter"].is_valid():
        assert len(answer.context["table"].rows) == found


def test_export_holds_every_row(client, tuan, htx, elsewhere):
    client.force_login(tuan)
    answer = client.get(LIST, {"xuat": "xlsx"})
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert [row[0] for row in rows] == ["Chủ thể", "Hộ Sùng A Chu", "Hợp tác xã Bản Lầu"]


def queries(client):
    client.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        client.get(LIST)
    return len(asked)


def make(cast, at, start, end):
    Producer.objects.bulk_create(
        Producer(name=f"HTX {n}", slug=f"htx-{n}", legal_form="cooperative", commune=cast.commune,
        source="office",
                 search_text=f"htx {n}", created_at=at)
        for n in range(start, end)
    )  # fmt: skip


def test_the_same_queries_for_10_and_1000(client, cast, minh, programme, at):
    client.force_login(minh)
    make(cast, at, 0, 10)
    before = queries(client)
    make(cast, at, 10, 1000)
    assert queries(client) == before
