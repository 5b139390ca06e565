"""Files on their way out."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse

from ocop.foundation.documents import access, storage
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.documents.selectors import avif_of, content_of, image_of
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refusal

OWNER = "tests.shared"
shown: set = set()


@pytest.fixture(autouse=True)
def owner(monkeypatch, cast):
    """A package that lets Minh read, and shows everyone what is in `shown`."""
    monkeypatch.setattr(access, "_refuse_read", {})
    monkeypatch.setattr(access, "_refuse_see", {})
    monkeypatch.setattr(access, "_is_public", {})
    shown.clear()
    access.register(OWNER, lambda person, file, at: None if person == cast.minh else Refusal("no", "Không."))
    access.register_public(OWNER, lambda file: file.pk in shown)


@pytest.fixture
def minh(client, cast):
    client.force_login(cast.minh)
    return client


def address(view: str, stored, *more) -> str:
    return reverse(f"documents:{view}", args=[stored.pk, *more])


def test_the_original_comes_back_and_nothing_in_it_may_run(minh, keep):
    stored = keep(corpus.photo_with_place(), "Ruộng dứa.jpg", OWNER)
    answer = minh.get(stored.get_absolute_url())
    assert (answer.status_code, answer.content) == (200, content_of(stored))
    headers = {
        name: answer[name]
        for name in ("Content-Type", "X-Content-Type-Options", "X-Frame-Options", "Cache-Control")
    }
    assert headers == {
        "Content-Type": "image/jpeg",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Cache-Control": "private, no-store",
    }
    assert answer["Content-Disposition"] == "inline; filename*=utf-8''Ru%E1%BB%99ng%20d%E1%BB%A9a.jpg"
    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
    )


@pytest.mark.parametrize(
    ("content", "name", "disposition"),
    [
        (corpus.pdf(), "a.pdf", 'inline; filename="a.pdf"'),
        (corpus.office(), "a.docx", 'attachment; filename="a.docx"'),
        (corpus.office("xl"), "a.xlsx", 'attachment; filename="a.xlsx"'),
        (corpus.mp4(), "a.mp4", 'attachment; filename="a.mp4"'),
    ],
)
def test_only_pictures_and_pdf_open_in_the_browser(minh, keep, content, name, disposition):
    stored = keep(content, name, OWNER)
    assert minh.get(stored.get_absolute_url())["Content-Disposition"] == disposition
    assert (
        minh.get(f"{stored.get_absolute_url()}?tai-ve")["Content-Disposition"]
        == f'attachment; filename="{name}"'
    )


def test_a_preview_is_the_picture_for_display_or_the_pdf(minh, keep):
    photo, paper = keep(corpus.photo_with_place(), "a.jpg", OWNER), keep(corpus.pdf(), "a.pdf", OWNER)
    answer = minh.get(photo.preview_url)
    assert (answer["Content-Type"], answer.content) == ("image/webp", image_of(photo, ImageSize.DISPLAY))
    answer = minh.get(paper.preview_url)
    assert (answer["Content-Type"], answer["X-Frame-Options"], answer.content) == (
        "application/pdf",
        "SAMEORIGIN",
        content_of(paper),
    )
    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    )
    assert minh.get(photo.thumb_url).content == image_of(photo, ImageSize.THUMB)
    assert minh.get(address("image", paper, ImageSize.THUMB)).status_code == 404


@pytest.mark.parametrize("view", ["file", "preview", "image"])
def test_forbidden_and_unknown_are_the_same_answer(client, cast, keep, view):
    more = [ImageSize.THUMB] if view == "image" else []
    stored = keep(corpus.picture(), "a.jpg", OWNER)
    client.force_login(cast.quang)
    forbidden = client.get(address(view, stored, *more))
    unknown = client.get(reverse(f"documents:{view}", args=[uuid4(), *more]))
    assert (forbidden.status_code, unknown.status_code) == (404, 404)
    assert len(forbidden.content) == len(unknown.content)


def test_what_no_package_answers_for_nobody_reads(minh, keep):
    stored = keep(corpus.pdf(), "a.pdf", "tests.nobody")
    assert minh.get(stored.get_absolute_url()).status_code == 404
    assert minh.get(stored.public_url).status_code == 404


def test_strangers_are_sent_to_sign_in(client, keep):
    stored = keep(corpus.pdf(), "a.pdf", OWNER)
    assert client.get(stored.get_absolute_url()).status_code == 302


def test_a_public_picture_needs_no_sign_in_and_sets_no_cookie(client, keep):
    stored = keep(corpus.photo_with_place(), "a.jpg", OWNER)
    assert client.get(stored.public_thumb_url).status_code == 404
    shown.add(stored.pk)
    answer = client.get(stored.public_thumb_url)
    assert (answer.status_code, answer["Cache-Control"], answer.content, dict(answer.cookies)) == (
        200,
        "public, max-age=86400",
        image_of(stored, ImageSize.THUMB),
        {},
    )
    shown.clear()
    assert client.get(stored.public_thumb_url).status_code == 404


def test_a_public_picture_is_there_as_avif_or_what_it_has(client, keep):
    """A picture of before has no AVIF: nothing is made, its WebP answers under the same address."""
    stored = keep(corpus.photo_with_place(), "a.jpg", OWNER)
    assert client.get(stored.public_card_avif).status_code == 404
    shown.add(stored.pk)
    answer = client.get(stored.public_card_avif)
    assert (answer["Content-Type"], answer.content) == ("image/avif", avif_of(stored, ImageSize.CARD))
    assert client.get(address("public_avif", stored, ImageSize.DISPLAY)).status_code == 404
    key = storage.image_key(stored.sha256, ImageSize.CARD, "avif")
    default_storage.delete(key)
    answer = client.get(stored.public_card_avif)
    assert (answer["Content-Type"], answer.content) == ("image/webp", image_of(stored, ImageSize.CARD))
    assert default_storage.exists(key) is False
    shown.clear()


def test_a_pdf_is_never_public(client, keep):
    stored = keep(corpus.pdf(), "a.pdf", OWNER)
    shown.add(stored.pk)
    assert client.get(stored.public_url).status_code == 404


def shown_in_place(stored) -> list[str]:
    return [stored.preview_url, *([stored.thumb_url, stored.public_url] if stored.is_image else [])]


@pytest.mark.parametrize(("content", "name"), [(corpus.pdf(), "a.pdf"), (corpus.photo_with_place(), "a.jpg")])
def test_what_the_reader_has_is_not_sent_again_and_keeps_its_headers(minh, keep, content, name):
    stored = keep(content, name, OWNER)
    shown.add(stored.pk)
    for url in shown_in_place(stored):
        first = minh.get(url)
        again = minh.get(url, headers={"If-None-Match": first["ETag"]})
        assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
        # the browser keeps the first look's headers, and writes over them whatever the second look says
        of_the_bytes = {"Content-Type", "Content-Length", "Content-Disposition", "Vary"}
        said = [
            {name: value for name, value in one.items() if name not in of_the_bytes} for one in (first, again)
        ]
        assert said[1] == said[0]


def test_an_original_that_was_opened_stays_in_no_browser_what_a_page_shows_is_asked_for_again(minh, keep):
    stored = keep(corpus.pdf(), "a.pdf", OWNER)
    said = [minh.get(url)["Cache-Control"] for url in (stored.get_absolute_url(), stored.preview_url)]
    assert said == ["private, no-store", "private, no-cache"]


def test_more_people_see_a_picture_than_read_its_original(client, cast, keep):
    photo, paper = (
        keep(corpus.photo_with_place(), "a.jpg", "tests.seen"),
        keep(corpus.pdf(), "a.pdf", "tests.seen"),
    )
    refusal = Refusal("no", "Không.")
    access.register("tests.seen", lambda person, file, at: refusal, lambda person, file, at: None)
    client.force_login(cast.quang)
    urls = [
        photo.get_absolute_url(),
        photo.preview_url,
        photo.thumb_url,
        paper.get_absolute_url(),
        paper.preview_url,
    ]
    assert [client.get(url).status_code for url in urls] == [404, 200, 200, 404, 404]


def test_whoever_is_signed_in_sees_a_public_picture_and_never_its_original(client, cast, keep):
    photo = keep(corpus.photo_with_place(), "a.jpg", OWNER)
    shown.add(photo.pk)
    client.force_login(cast.quang)
    answers = [client.get(url) for url in (photo.get_absolute_url(), photo.preview_url, photo.thumb_url)]
    assert [answer.status_code for answer in answers] == [404, 200, 200]
    assert b"Exif" not in answers[1].content + answers[2].content


def test_lost_bytes_give_a_calm_page(minh, keep):
    stored = keep(corpus.pdf(pages=4), "a.pdf", OWNER)
    default_storage.delete(storage.original_key(stored.sha256))
    answer = minh.get(stored.get_absolute_url())
    assert answer.status_code == 503
    assert "Tệp này tạm thời chưa mở được." in answer.content.decode()


def test_packed_bytes_are_not_packed_again(minh, keep):
    stored = keep(corpus.pdf(pages=50), "a.pdf", OWNER)
    answer = minh.get(stored.get_absolute_url(), headers={"Accept-Encoding": "gzip"})
    assert (answer.has_header("Content-Encoding"), answer.content) == (False, content_of(stored))


def test_a_file_is_only_read(minh, keep):
    stored = keep(corpus.pdf(), "a.pdf", OWNER)
    assert minh.post(stored.get_absolute_url()).status_code == 405


def test_an_owner_has_one_answer():
    with pytest.raises(ValueError, match=OWNER):
        access.register(OWNER, lambda person, file, at: None)


def test_a_file_on_a_page_says_what_it_is(keep):
    paper, photo = keep(corpus.pdf(pages=3), "Giấy <b>.pdf", OWNER), keep(corpus.picture(), "a.jpg", OWNER)
    shown_paper, shown_photo = (
        render_to_string("documents/file.html", {"file": file}) for file in (paper, photo)
    )
    assert f'href="{paper.get_absolute_url()}"' in shown_paper
    assert "Giấy _b_.pdf" in shown_paper
    assert "3 trang · 0,1 MB" in shown_paper
    assert f'src="{photo.thumb_url}"' in shown_photo
    assert "trang" not in shown_photo
    for_others = render_to_string("documents/file.html", {"file": photo, "shown": True})
    assert f'href="{photo.preview_url}"' in for_others
