"""A word that is mistyped finds what was meant, where that is public."""

import pytest
from django.core.management import call_command

from ocop.registers.products import acts, public, writes
from ocop.registers.products.invariants import word_faults
from ocop.registers.products.models import Listing, PublicWord
from ocop.registers.products.tests import mixed

pytestmark = pytest.mark.differs


def meant(words, **wishes):
    found = public.instead(public.Wanted(words=words, **wishes))
    return found.words if found else None


@pytest.fixture
def recognised(pineapple, tuan, at):
    acts.amend_product(pineapple, fields={"name": "Thịt trâu gác bếp Mường Khương"}, by=tuan, at=at)
    writes.record_recognition(pineapple, fields=mixed.term(4, at.date()), by=tuan, at=at)
    return pineapple


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("muomg khuong", "muong khuong"),
        ("thit trau khuongg", "thit trau khuong"),
        ("Mườmg", "mường"),
        ("khunog", None),  # two letters
        ("muong khuong", None),  # nothing to put right
        ("traus", "trau"),
        ("", None),
    ],
)
def test_what_was_meant(recognised, typed, found):
    assert meant(typed) == found


def test_what_the_other_wishes_leave_out_is_not_found(recognised):
    assert (meant("muomg", stars=4), meant("muomg", stars=3)) == ("muong", None)


def test_no_word_of_what_is_not_public_is_told(pineapple, tuan, at):
    acts.amend_product(pineapple, fields={"name": "Thịt trâu Mường Khương"}, by=tuan, at=at)
    assert (meant("muomg"), PublicWord.objects.count()) == (None, 0)


def test_what_the_command_finds_wrong_it_mends(recognised):
    known = set(PublicWord.objects.values_list("word", flat=True))
    PublicWord.objects.filter(word="muong").delete()
    PublicWord.objects.create(word="khonghe", length=7)
    assert list(word_faults()) == ["word 'muong'"]
    call_command("mend_listings")
    assert set(PublicWord.objects.values_list("word", flat=True)) == known
    assert list(word_faults()) == []


def test_a_word_that_nothing_has_any_more_is_not_offered(recognised):
    Listing.objects.update(search_text="khac")
    assert meant("muomg") is None


def test_the_page_shows_what_was_meant_and_says_so(recognised, client):
    page = client.get("/san-pham/", {"q": "muomg khuong"}).content.decode()
    assert "Không có sản phẩm nào khớp “muomg khuong”." in page
    assert "“<b>muong khuong</b>”" in page
    assert "Thịt trâu gác bếp Mường Khương" in page
    assert "Không có sản phẩm nào khớp" in client.get("/san-pham/", {"q": "xxxxxxx"}).content.decode()


@pytest.mark.parametrize(
    "typed", ["xuong", "nuong", "muonh", "muonng", "mmuong", "muon", "mong", "mung", "uong"]
)
def test_a_slip_anywhere_in_the_word_is_found(recognised, typed):
    assert meant(f"{typed} khuong") == (None if len(typed) < 5 else "muong khuong")
