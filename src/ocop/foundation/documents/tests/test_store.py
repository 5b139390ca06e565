"""Keeping a file."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from ocop.foundation.documents import room, storage
from ocop.foundation.documents.actions import store, store_made
from ocop.foundation.documents.inspection.decoding import MOST_BYTES
from ocop.foundation.documents.inspection.images import read_image
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import AVIF_SIZES, LONGEST_SIDE, ImageSize, ScanState
from ocop.foundation.documents.selectors import avif_of, content_of, damaged_files, image_of
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused


def damage(stored: StoredFile, content: bytes | None) -> None:
    """As a failing disk does: other bytes, or none."""
    key = storage.original_key(stored.sha256)
    default_storage.delete(key)
    if content is not None:
        storage.put(key, content)


def test_a_kept_file_comes_back_byte_for_byte(keep: Callable[..., StoredFile], cast, at):
    content = corpus.pdf(pages=3)
    stored = keep(content, "Giấy chứng nhận VSATTP.pdf")
    stored.refresh_from_db()
    assert content_of(stored) == content
    assert (stored.name, stored.media_type, stored.size) == (
        "Giấy chứng nhận VSATTP.pdf",
        "application/pdf",
        len(content),
    )
    assert (stored.pages, stored.width, stored.uploaded_by, stored.uploaded_at) == (3, None, cast.lan, at)
    assert (stored.owner, stored.sha256, stored.scan_state) == (
        "tests.evidence",
        storage.hash_of(content),
        ScanState.UNSCANNED,
    )


def test_the_path_is_made_of_the_hash_alone(keep):
    stored = keep(corpus.picture("PNG", (31, 17)), "../../../etc/passwd.png")
    key = storage.original_key(stored.sha256)
    assert key == f"originals/{stored.sha256[:2]}/{stored.sha256[2:]}"
    assert default_storage.exists(key)


def test_same_bytes_are_kept_once_and_belong_to_each(keep):
    first, second = (
        keep(corpus.picture(size=(33, 21)), name, owner) for name, owner in (("a.jpg", "a"), ("b.jpg", "b"))
    )
    assert (first.sha256, first.owner, second.owner) == (second.sha256, "a", "b")
    folder, name = storage.original_key(first.sha256).rsplit("/", 1)
    assert [found for found in default_storage.listdir(folder)[1] if found.startswith(name)] == [name]


def test_a_refused_file_leaves_nothing(keep):
    before = StoredFile.objects.count()
    with pytest.raises(Refused):
        keep(corpus.pdf_with_script(), "a.pdf")
    assert StoredFile.objects.count() == before
    assert not default_storage.exists(storage.original_key(storage.hash_of(corpus.pdf_with_script())))


def test_a_huge_file_is_refused_before_it_is_read(cast, at):
    class Huge(SimpleUploadedFile):
        def read(self, *args):
            raise AssertionError("read")

    upload = Huge("phim.mp4", b"")
    upload.size = 200 * 1024 * 1024
    with pytest.raises(Refused) as caught:
        store(upload, owner="x", by=cast.lan, at=at)
    assert str(caught.value) == (
        "Tệp “phim.mp4” nặng quá mức cho phép. Mỗi tệp nặng tối đa 25 MB. "
        "Hãy chụp hoặc quét lại ở mức nhỏ hơn, hoặc tách thành nhiều tệp."
    )


def test_bytes_outlive_a_rolled_back_row_and_do_no_harm(keep):
    content = corpus.picture("PNG", (13, 77))
    with pytest.raises(RuntimeError), transaction.atomic():
        keep(content, "a.png")
        raise RuntimeError
    assert StoredFile.objects.filter(sha256=storage.hash_of(content)).count() == 0
    assert content_of(keep(content, "a.png")) == content


def test_a_torn_write_is_mended_by_the_next_upload(keep):
    content = corpus.picture("PNG", (91, 12))
    stored = keep(content, "a.png")
    damage(stored, content[:40])
    assert content_of(keep(content, "b.png")) == content


@pytest.mark.parametrize("left", [None, b"", b"other bytes"])
def test_wrong_bytes_are_never_served(keep, left):
    content = corpus.pdf(pages=7)
    stored = keep(content, "a.pdf")
    damage(stored, left)
    with pytest.raises(Refused) as caught:
        content_of(stored)
    assert caught.value.refusal.code == "file_unavailable"
    assert list(damaged_files()) == [stored]
    damage(stored, content)
    assert list(damaged_files()) == []


def test_pictures_for_display_have_no_metadata_and_stand_upright(keep):
    original = corpus.photo_with_place()
    stored = keep(original, "Ruộng dứa.jpg")
    assert (stored.width, stored.height) == (40, 80)
    assert content_of(stored) == original
    for size in ImageSize:
        content = image_of(stored, size)
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, image.size, dict(image.getexif())) == ("WEBP", (40, 80), {})
            assert {key for key in image.info if key in {"exif", "xmp", "icc_profile", "comment"}} == set()
            top, bottom = image.convert("RGB").getpixel((20, 10)), image.convert("RGB").getpixel((20, 70))
        assert (top[0] > 150 > top[2], bottom[2] > 150 > bottom[0]) == (True, True)
        assert (b"Phone of Lan" in content, b"secret remark" in content, b"EXIF" in content) == (
            False,
            False,
            False,
        )


@pytest.mark.parametrize("mode", ["L", "RGBA", "CMYK", "P", "1"])
def test_every_kind_of_colour_is_shown(keep, mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    out = io.BytesIO()
    Image.new("RGBA" if mode == "RGBA" else "RGB", (50, 30), (10, 120, 60)).convert(mode).save(out, kind)
    stored = keep(out.getvalue(), f"a.{kind.lower()}")
    with Image.open(io.BytesIO(image_of(stored, ImageSize.THUMB))) as image:
        assert image.size == (50, 30)


def test_large_photographs_are_made_smaller(keep):
    stored = keep(corpus.picture(size=(4000, 3000)), "lớn.jpg")
    sizes = {}
    for size in ImageSize:
        with Image.open(io.BytesIO(image_of(stored, size))) as image:
            sizes[size] = image.size
    assert (stored.width, stored.height, sizes) == (
        4000,
        3000,
        {
            ImageSize.DISPLAY: (1600, 1200),
            ImageSize.MIDDLE: (800, 600),
            ImageSize.THUMB: (480, 360),
            ImageSize.CARD: (320, 240),
        },
    )


def test_the_light_sizes_are_kept_as_avif_too(keep):
    stored = keep(corpus.picture(size=(1000, 750)), "a.jpg")
    for size in AVIF_SIZES:
        content = avif_of(stored, size)
        assert content is not None
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, max(image.size)) == ("AVIF", LONGEST_SIDE[size])
    assert avif_of(stored, ImageSize.DISPLAY) is None


def test_a_lost_picture_is_made_anew(keep):
    stored = keep(corpus.picture(size=(71, 53)), "a.jpg")
    before = image_of(stored, ImageSize.THUMB)
    default_storage.delete(storage.image_key(stored.sha256, ImageSize.THUMB))
    assert image_of(stored, ImageSize.THUMB) == before


def test_a_file_that_the_application_made_is_kept_alike(cast, at):
    stored = store_made(corpus.pdf(), "Biên bản.pdf", owner="tests.minutes", by=cast.minh, at=at)
    assert (stored.name, stored.pages, stored.owner) == ("Biên bản.pdf", 1, "tests.minutes")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(keep, monkeypatch, number: int):
    content = corpus.picture("PNG", (17, number))
    key = storage.original_key(storage.hash_of(content))
    write = FileSystemStorage._save

    def breaks_off(store, name, file):
        write(store, name, ContentFile(file.read()[:20]))
        raise OSError(number, "full")

    with monkeypatch.context() as full:
        full.setattr(FileSystemStorage, "_save", breaks_off)
        with pytest.raises(Refused) as caught:
            keep(content, "a.png")
    assert str(caught.value).startswith("Máy chủ hết chỗ chứa nên việc này chưa được ghi. ")
    assert (StoredFile.objects.count(), default_storage.exists(key)) == (0, False)
    assert content_of(keep(content, "a.png")) == content


def test_another_fault_of_the_disk_is_none_of_ours(keep, monkeypatch):
    def breaks(*_file):
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(FileSystemStorage, "_save", breaks)
    with pytest.raises(OSError, match="broken"):
        keep(corpus.picture("PNG", (17, 79)), "a.png")


def test_the_last_room_is_kept_for_what_the_application_makes(keep, monkeypatch, cast, at):
    monkeypatch.setattr(room, "left", lambda _folder: room.Room.FULL)
    with pytest.raises(Refused) as caught:
        keep(corpus.pdf(), "a.pdf")
    assert caught.value.refusal.code == "disk_full"
    assert store_made(corpus.pdf(), "Biên bản.pdf", owner="tests.minutes", by=cast.minh, at=at).pages == 1
    monkeypatch.setattr(room, "left", lambda _folder: room.Room.LOW)
    assert keep(corpus.pdf(), "a.pdf").pages == 1


def test_a_picture_for_telephones_weighs_little_however_much_it_shows():
    """Noise is the heaviest that there is; a real photograph is far lighter."""
    data = io.BytesIO()
    Image.effect_noise((1600, 1200), 90).convert("RGB").save(data, "JPEG", quality=95)
    made = read_image(data.getvalue(), "anh.jpg")
    assert len(made.renditions[ImageSize.THUMB]) <= 20_000
    most = dict(MOST_BYTES["AVIF"])
    heavy = [size for size, content in made.avifs.items() if len(content) > most[LONGEST_SIDE[size]]]
    assert (set(made.avifs), heavy) == (set(AVIF_SIZES), [])
    calm = io.BytesIO()
    Image.linear_gradient("L").resize((1600, 1200)).convert("RGB").save(calm, "JPEG")
    assert len(read_image(calm.getvalue(), "anh.jpg").renditions[ImageSize.THUMB]) <= 20_000
