"""The row of an address is read alone, unordered."""

import pytest

from ocop.foundation.places.models import Place
from ocop.foundation.ui.rows import the_one


@pytest.mark.django_db
def test_the_row_of_a_key_or_none(django_assert_num_queries):
    some = Place.objects.filter(code="02788").order_by("name", "pk")
    communes = some.filter(pk=some[1].pk)
    with django_assert_num_queries(2) as asked:
        found = [the_one(communes), the_one(communes.filter(name="không có"))]
    assert found == [some[1], None]
    assert ["ORDER BY" in query["sql"] for query in asked.captured_queries] == [False, False]
