"""An error in a file of the law names the file, the place inside a list, and every unknown key."""

from __future__ import annotations

import pytest

from ocop.kernel.law.record import Record, RegulationError


@pytest.mark.parametrize(
    ("values", "read", "why"),
    [
        ({"a": 1, "b": 2}, lambda record: record.close(), "x.json: unknown key a, b"),
        ({"k": ["a", 1]}, lambda record: record.texts("k"), "x.json, k[1]: expected text, found 1"),
        (
            {"k": [1, "a"]},
            lambda record: record.numbers("k"),
            "x.json, k[1]: expected a whole number, found 'a'",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(values, read, why):
    with pytest.raises(RegulationError) as refused:
        read(Record(values, "x.json"))
    assert str(refused.value) == why
