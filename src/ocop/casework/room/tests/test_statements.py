"""What a choice in the room asks of the database."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

MOST = 6


@pytest.mark.parametrize("value", [{"choice": "1"}, {"comment": "Ngon"}])
def test_a_value_is_kept_with_six_statements_between_begin_and_end(client, room, value):
    meeting = room.scoring()
    item = room.item(meeting)
    client.force_login(room.hoa)
    for code in ("1.1", "1.2"):
        url = reverse("room:keep", args=[item.key, code])
        sent = {"keep-base": "1", "keep-operation": f"device-a-{code[-1]}", "keep-field": next(iter(value))}
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(url, {**sent, **value}, headers={"X-Requested-With": "keep"})
        assert answer.status_code == 200
        said = [one["sql"] for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]]
        assert len(said) <= MOST, "\n".join(said)
