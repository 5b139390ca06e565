"""Two communes become one: what is said first, what follows from the day, every reason to refuse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.refusing import refused
from ocop.config.invariants import INVARIANTS
from ocop.foundation.accounts.models import Appointment, Office
from ocop.foundation.accounts.selectors import holds, people_holding
from ocop.foundation.places.actions import NewUnit, load
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import find, place, standing_today
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather
from ocop.registers.mergers.acts import merge_communes, place_producer
from ocop.registers.mergers.models import Merger
from ocop.registers.mergers.rules import Unread, read_codes, read_units
from ocop.registers.mergers.selectors import waiting
from ocop.registers.mergers.writes import settle
from ocop.registers.products.models import Listing
from tests.walker import Walker

DAY = date(2026, 12, 1)
NEW = NewUnit("02999", "xã", "Bản Mới")


class Communes(Desk):
    """Minh in Bản Lầu with Lan's dossier, Sen in Sín Chéng, Kiên the operator."""

    def __init__(self, cast, at) -> None:
        super().__init__(cast, at)
        self.here, self.there = cast.commune, place("02824", "commune", at.date())
        self.sen, self.kien = cast.person("sen", "Vàng Sen"), cast.person("kien", "Lê Kiên")
        cast.appoint(self.sen, "commune_officer", place=self.there, level="commune")
        cast.appoint(self.kien, "operator")
        self.pending = self.dossier("Chè Shan", state="received")

    def merge(self, **facts):
        told = {
            "olds": ["02788", "02824"], "news": [NEW], "on": DAY, "number": "12/NQ-UBTVQH",
            "issued_on": date(2026, 11, 20), "issuer": "Ủy ban Thường vụ Quốc hội", "by": self.kien,
            "at": self.at, "confirmed": True,
        } | facts  # fmt: skip
        return merge_communes(self.programme, **told)


@pytest.fixture
def communes(cast, at) -> Communes:
    return Communes(cast, at)


def test_first_it_only_says_what_will_follow(communes: Communes):
    with pytest.raises(Refused) as said:
        communes.merge(confirmed=False)
    refusal = said.value.refusal
    assert refusal.code == "unconfirmed"
    assert str(refusal.what) == "Từ ngày 01/12/2026, xã Bản Lầu, xã Sín Chéng thành xã Bản Mới."
    assert "Trần Văn Minh, Vàng Sen" in str(refusal.why)
    assert "Hồ sơ" in str(refusal.why)
    assert (Merger.objects.count(), Place.objects.filter(code="02999").count()) == (0, 0)


def test_everything_follows_from_the_day(communes: Communes, monkeypatch: pytest.MonkeyPatch):
    merger = communes.merge()
    new, later = Place.objects.get(code="02999"), communes.at + timedelta(days=10)
    assert (new.valid_from, new.parent, merger.settled_at) == (DAY, communes.here.parent, None)
    for old in (communes.here, communes.there):
        old.refresh_from_db()
        assert old.valid_to == DAY - timedelta(days=1)
        assert standing_today([old.pk], DAY)[old.pk] == new
        assert standing_today([old.pk], communes.at.date())[old.pk] == old
    # before the day as ever, from the day both officers work in the new office for both communes
    assert holds(communes.minh, "commune_officer", communes.at, communes.here)
    assert not holds(communes.minh, "commune_officer", communes.at, communes.there)
    communes.minh.known = communes.sen.known = None
    for person in (communes.minh, communes.sen):
        for unit in (new, communes.here, communes.there):
            assert holds(person, "commune_officer", later, unit)
        assert Dossier.objects.on_desk_of(person, later).filter(pk=communes.pending.pk).exists()
        assert Appointment.objects.filter(person=person).count() == 2
    assert set(people_holding("commune_officer", later, place=new)) == {communes.minh, communes.sen}
    assert Office.objects.get(place=new).name == "Ủy ban nhân dân xã Bản Mới"
    # lists on the day; a load of the gazetteer takes nothing back
    assert Listing.objects.get(product=communes.pending.product).commune == communes.here
    assert settle(at=communes.at) == 0
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert (settle(at=later), settle(at=later)) == (1, 0)
    assert Listing.objects.get(product=communes.pending.product).commune == new
    load()
    communes.here.refresh_from_db()
    assert communes.here.valid_to == DAY - timedelta(days=1)
    assert next(one.today for one in find("Sín Chéng", DAY, level="commune")) == (new,)
    assert new in [unit for one in find("ban moi", DAY) for unit in one.today]
    assert "ban lau" in new.search_text
    assert [fault for one in INVARIANTS if one.name == "grounds of places" for fault in one.faults()] == []


def test_what_is_recognised_after_the_day_is_numbered_by_the_new_commune(communes: Communes, monkeypatch):
    communes.merge()
    later = communes.at + timedelta(days=10)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    old = communes.at
    decision = communes.submitted(communes.item())
    communes.at = later
    [certificate] = communes.sign(decision)
    assert certificate.product_code == "15-02999-1-2026"
    assert old < later


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"olds": ["02788", "99999"]}, "unit_unknown"),
        ({"olds": []}, "unit_missing"),
        ({"on": date(2025, 7, 1)}, "day_before_unit"),
        ({"news": [NewUnit("02824", "xã", "Bản Mới")], "olds": ["02788"]}, "code_used"),
        ({"news": [NEW, NEW]}, "code_used"),
        ({"news": [NewUnit("02788", "xã", "Bản Lầu")]}, "cycle_of_units"),
        ({"news": [Unread("sai")]}, "new_unread"),
        ({"news": []}, "new_unread"),
    ],
)
def test_what_cannot_be(communes: Communes, facts, code):
    assert refused(lambda: communes.merge(**facts)) == code
    assert Merger.objects.count() == 0


def test_only_the_operator_and_only_once(communes: Communes):
    for person in (communes.lan, communes.minh, communes.phuc):
        assert refused(lambda by=person: communes.merge(by=by)) == "not_operator"
    communes.merge()
    again = {"news": [NewUnit("02998", "phường", "Khác")], "number": "13/NQ-UBTVQH"}
    assert refused(lambda: communes.merge(**again)) == "unit_ended"


def test_what_is_typed_is_read():
    assert read_codes("02788\n02824, 02788;") == ["02788", "02824"]
    assert read_units("02999; Xã; Bản  Mới\n\n9; xã; X") == [NEW, Unread("9; xã; X")]
    assert read_units("02999; huyện; X") == [Unread("02999; huyện; X")]


def test_the_page_says_it_first_and_does_it_when_confirmed(communes: Communes, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: communes.at)
    client = Client()
    client.force_login(communes.kien)
    page = Walker(client).open("/sap-nhap/").follow("Ghi sáp nhập xã")
    facts = {
        "olds": "02788\n02824", "news": "02999; xã; Bản Mới", "on": "01/12/2026",
        "number": "12/NQ-UBTVQH", "issued_on": "20/11/2026", "issuer": "Ủy ban Thường vụ Quốc hội",
    }  # fmt: skip
    page.press("Ghi sáp nhập", status=422, **facts).sees("thành xã Bản Mới")
    page.press("Ghi sáp nhập", confirmed=True).sees("xã Bản Mới (02999)")


def test_of_a_divided_commune_each_producer_is_asked_for(communes: Communes, monkeypatch):
    """Both new communes see the dossier until an officer of the province says where its producer lies; then
    the producer, its product and its open dossier are that one's alone.
    """
    east, west = NewUnit("99998", "xã", "Bản Đông"), NewUnit("99999", "xã", "Bản Tây")
    communes.merge(olds=["02788"], news=[east, west])
    later = communes.at + timedelta(days=10)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    settle(at=later)
    one, other = Place.objects.get(code="99998"), Place.objects.get(code="99999")
    officers = {unit: communes.cast.person(unit.code, f"Cán bộ {unit.code}") for unit in (one, other)}
    for unit, person in officers.items():
        communes.cast.appoint(person, "commune_officer", place=unit, level="commune")
    producer, dossier = communes.pending.product.producer, communes.pending
    reached = lambda person: Dossier.objects.on_desk_of(person, later).filter(pk=dossier.pk).exists()
    assert [reached(person) for person in officers.values()] == [True, True]
    assert refused(lambda: place_producer(producer, unit=one, by=communes.minh, at=later)) == (
        "not_province_officer"
    )
    assert refused(lambda: place_producer(producer, unit=communes.there, by=communes.phuc, at=later)) == (
        "unit_other"
    )
    [pile] = gather(waiting(communes.phuc, later))
    assert (pile.key, [item.title for item in pile.items]) == ("mergers.place", [producer.name])
    assert waiting(communes.minh, later) == []
    client = Client()
    client.force_login(communes.phuc)
    page = Walker(client).open(pile.items[0].url).sees("xã Bản Đông").sees("xã Bản Tây")
    page.press("Chọn xã mới", unit=str(other.pk))
    assert [reached(person) for person in officers.values()] == [False, True]
    producer.refresh_from_db()
    dossier.refresh_from_db()
    assert (producer.commune, dossier.commune, dossier.product.commune) == (other, other, other)
    assert Listing.objects.get(product=dossier.product).commune == other
    assert gather(waiting(communes.phuc, later)) == []
    assert refused(lambda: place_producer(producer, unit=one, by=communes.phuc, at=later)) == (
        "conflict_not_divided"
    )
    names = {"record of acts", "rows as acts left them", "grounds of places"}
    faults = [fault for one in INVARIANTS if one.name in names for fault in one.faults()]
    assert [fault for fault in faults if "no act made it" not in fault] == []  # the cast is made without acts
