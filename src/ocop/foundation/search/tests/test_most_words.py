"""Rows that have any of some words: found by the index, the most words first."""

from __future__ import annotations

from typing import Any

import pytest

from ocop.foundation.search.models import most_words
from ocop.registers.producers.models import Producer

WORDS = ["dua", "ban", "lau"]


@pytest.fixture
def producers(db: None, cast: Any, at: Any) -> None:
    for number, words in enumerate(("htx dua ban lau", "ho dua", "htx che", "ho duahau")):
        Producer.objects.create(name=words, slug=f"p{number}", search_text=words, created_at=at)


def test_rows_with_any_of_the_words_and_how_many_they_have(producers: None) -> None:
    found = most_words(Producer.objects.filter(slug__startswith="p"), WORDS).order_by("-hits", "pk")
    assert list(found.values_list("search_text", "hits")) == [("htx dua ban lau", 3), ("ho dua", 1)]


def test_no_row_is_read_through_for_a_word(producers: None) -> None:
    assert "LIKE" not in str(most_words(Producer.objects.all(), WORDS).query).upper()
