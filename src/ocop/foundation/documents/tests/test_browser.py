"""A paper shown in place, in a real browser that keeps what it has seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.documents import access
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.tests import corpus, pages
from ocop.foundation.ui.tests.browsing import browsing, launched, needs_chromium, serving

pytestmark = [*needs_chromium, pytest.mark.urls("ocop.foundation.documents.tests.pages")]


@pytest.fixture
def site(settings, django_db_setup, django_db_blocker, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """With one paper for everybody, which the threads of the server see and which is gone afterwards."""
    monkeypatch.setattr(access, "_refuse_read", {"tests.shown": lambda person, file, at: None})
    settings.PUBLIC_VIEWS = {"showing", "noted"}
    with django_db_blocker.unblock(), serving() as address:
        person = Person.objects.create_user(
            username="lan", full_name="Giàng Thị Lan", password="mat-khau-thu"
        )
        paper = store(
            SimpleUploadedFile("a.pdf", corpus.pdf()), owner="tests.shown", by=person, at=timezone.now()
        )
        yield address
        paper.delete()
        person.delete()


def test_a_paper_is_seen_at_the_second_look_as_at_the_first(site: str) -> None:
    pages.answered.clear()
    with launched() as browser, browsing(site, browser) as tab:
        seen = []
        for _look in ("first", "second"):
            tab.goto("/giay/")
            seen.append(tab.frames[1].evaluate("document.contentType"))
        assert (seen, tab.faults) == (["application/pdf"] * 2, [])  # type: ignore[attr-defined]
    assert pages.answered == [200, 304]
