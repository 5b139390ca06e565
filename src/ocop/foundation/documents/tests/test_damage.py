"""Whatever happens to a file on its way: it is taken or refused, never an error page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.foundation.documents.inspection import inspect
from ocop.foundation.documents.inspection.names import LONGEST_NAME, clean_name, ending_of
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused

GOOD = {
    "a.pdf": corpus.pdf(pages=2),
    "a.jpg": corpus.photo_with_place(),
    "a.png": corpus.picture("PNG"),
    "a.webp": corpus.picture("WEBP"),
    "a.docx": corpus.office("word"),
    "a.xlsx": corpus.office("xl"),
    "a.mp4": corpus.mp4(),
}
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outcome(content: bytes, name: str) -> str:
    """The ending of what was taken, or "refused"; any other exception is a fault."""
    try:
        return ending_of(inspect(content, name).name)
    except Refused:
        return "refused"


@pytest.mark.parametrize("name", GOOD)
@CALM
@given(data=st.data())
def test_damaged_files_are_taken_or_refused(name, data):
    content = bytearray(GOOD[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:cut])):
        assert outcome(damaged, name) in {"refused", "pdf", "jpg", "png", "webp", "docx", "xlsx", "mp4"}


@CALM
@given(st.text(max_size=300))
def test_a_name_is_always_fit_to_show(raw):
    name = clean_name(raw, "pdf")
    assert 0 < len(name) <= LONGEST_NAME
    assert name == unicodedata.normalize("NFC", name)
    assert [c for c in name if c in '/\\<>:"|?*' or unicodedata.category(c) in {"Cc", "Cf", "Cs"}] == []
    assert not name.startswith(".")
    assert clean_name(name, "pdf") == name
