"""Rows that may be there once: the second is told why, and no other error is hidden.
By two at once: tests/races.
"""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from ocop.foundation.documents.models import Series
from ocop.foundation.refusals import Refusal, Refused, once
from ocop.foundation.ui.slugs import write_under_free_slug

pytestmark = pytest.mark.django_db


def write(name):
    Series.objects.create(name=name, year=2026)


@pytest.fixture(autouse=True)
def _taken():
    write("QĐ")


def test_the_second_is_told_what_the_check_says():
    with pytest.raises(Refused) as refused, once(lambda: Refusal("taken", "Đã có.")):
        write("QĐ")
    assert refused.value.refusal.code == "taken"
    assert Series.objects.count() == 1, "the transaction goes on"


def test_what_the_check_does_not_explain_is_raised():
    with pytest.raises(IntegrityError), once(lambda: None):
        write("QĐ")


def test_the_next_word_is_taken_where_the_first_one_went_meanwhile():
    words = iter(["QĐ", "QĐ-2", "QĐ-2"])
    write_under_free_slug(lambda: next(words), write)
    assert sorted(Series.objects.values_list("name", flat=True)) == ["QĐ", "QĐ-2"]


def test_a_fault_that_is_not_about_the_word_is_raised():
    with pytest.raises(IntegrityError):
        write_under_free_slug(lambda: "QĐ", write)
