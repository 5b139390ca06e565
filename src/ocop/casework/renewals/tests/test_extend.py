"""The extension of article 12(3): prepared, signed, shown, ended by the result; every reason to refuse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from ocop.casework.certificates.acts import notify_results
from ocop.casework.certificates.selectors import status_on
from ocop.casework.dossiers.acts import withdraw_dossier
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.dossiers.writes import withdraw_in_review
from ocop.casework.renewals import acts
from ocop.casework.renewals.models import Extension, ExtensionItem
from ocop.casework.renewals.rules import hard_stop
from ocop.casework.renewals.tests.cast import Terms
from ocop.casework.renewals.writes.reminding import remind_ends
from ocop.config.invariants import INVARIANTS
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.making import make_due
from ocop.kernel.calendar import EventKind
from ocop.registers.products.models import Listing, Recognition
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.selectors import standing_of
from ocop.registers.products.writes import record_event

END = date(2026, 11, 10)
LATE = date(2026, 9, 1)
STOP = date(2027, 5, 9)


def again(recognition: Recognition) -> Recognition:
    return Recognition.objects.prefetch_related("events__paper").get(pk=recognition.pk)


def late(terms: Terms, end: date = END, filed: date = LATE, name: str = "Chè Shan") -> Recognition:
    recognition = terms.ends(end, name)
    terms.filed(recognition, filed)
    return recognition


def test_it_is_prepared_signed_shown_and_made_afterwards(terms: Terms, monkeypatch: pytest.MonkeyPatch):
    recognition = late(terms)
    assert standing_of(again(recognition), terms.at.date()).kind == StandingKind.EXPIRED
    extension = terms.prepared(recognition)
    item = extension.items.get()
    assert (item.filed_on, item.stops_on) == (LATE, STOP)
    assert [m.person for m in Message.objects.filter(kind="renewals.extension")] == [terms.thinh]
    assert len(terms.signed(extension)) == 1
    event = again(recognition).events.get()
    assert (event.kind, event.on, event.paper.number) == ("extended", terms.at.date(), "700-MH/QĐ-UBND")
    standing = standing_of(again(recognition), terms.at.date())
    assert (standing.kind, standing.until) == (StandingKind.EXTENDED, STOP)
    assert standing_of(again(recognition), STOP + timedelta(days=1)).kind == StandingKind.EXPIRED
    assert Listing.objects.get(product=recognition.product).stops_on == STOP
    told = {row.person.username for row in Message.objects.filter(kind="renewals.extended")}
    assert told == {"lan", "minh"}
    make_due(lambda: terms.at + timedelta(minutes=1))
    extension.refresh_from_db()
    assert extension.file is not None
    monkeypatch.setattr("django.utils.timezone.now", lambda: terms.at)
    page = Client().get(f"/san-pham/{recognition.product.slug}/").content.decode()
    assert "theo văn bản số 700-MH/QĐ-UBND, muộn nhất đến hết ngày 09/05/2027" in page
    faults = [
        fault for one in INVARIANTS if one.name in {"extensions", "record of acts"} for fault in one.faults()
    ]
    assert faults == []


def test_the_moment_a_result_is_told_the_extension_is_over(terms: Terms):
    recognition = terms.ends(END)
    dossier = terms.filed(recognition, LATE, state="evaluated")
    terms.signed(terms.prepared(recognition))
    item = terms.low(dossier=dossier)
    notify_results([item], by=terms.phuc, at=terms.at)
    after = again(recognition)
    assert sorted(event.kind for event in after.events.all()) == ["extended", "renewal_result"]
    assert standing_of(after, terms.at.date()).kind == StandingKind.EXPIRED
    assert standing_of(after, terms.at.date() - timedelta(days=1)).kind == StandingKind.EXTENDED


def test_a_new_recognition_takes_the_place_of_an_extended_one(terms: Terms):
    recognition = terms.ends(END)
    dossier = terms.filed(recognition, LATE, state="evaluated")
    terms.signed(terms.prepared(recognition))
    [certificate] = terms.sign(terms.submitted(terms.item(dossier=dossier)))
    assert status_on(certificate, terms.at.date()).kind == StandingKind.VALID
    assert not standing_of(again(recognition), terms.at.date()).is_good


@pytest.mark.parametrize(
    ("end", "filed", "code"),
    [
        (END, None, "bar_not_filed"),
        (date(2027, 3, 31), date(2026, 11, 20), "bar_in_time"),
        (date(2026, 5, 26), date(2026, 5, 1), "bar_passed"),
    ],
)
def test_what_is_not_extended(terms: Terms, end: date, filed: date | None, code: str):
    recognition = terms.ends(end)
    if filed:
        terms.filed(recognition, filed)
    assert refused(lambda: terms.prepared(again(recognition))) == code


def test_what_ended_otherwise_or_has_its_result_is_not_extended(terms: Terms):
    for kind in (EventKind.REVOKED, EventKind.ANNULLED):
        gone = late(terms, name=f"Chè {kind}")
        record_event(gone, kind=kind, on=END - timedelta(days=1), by=terms.phuc, at=terms.at)
        assert refused(lambda one=gone: terms.prepared(again(one))) == "bar_ended"
    known = terms.ends(END)
    terms.filed(known, LATE, state="concluded", outcome="not_recognised")
    assert hard_stop(END, LATE) < END
    assert refused(lambda: terms.prepared(again(known))) == "bar_result"
    twice = late(terms, name="Chè hai lần")
    first = terms.prepared(twice)
    assert refused(lambda: terms.prepared(again(twice))) == "conflict_in_another"
    terms.signed(first)
    assert refused(lambda: terms.prepared(again(twice))) == "bar_extended"


def test_what_cannot_be_extended_any_more_is_left_out_and_the_others_go_on(terms: Terms):
    first, second = late(terms), late(terms, name="Chè đen")
    extension = terms.prepared(first, second)
    record_event(first, kind=EventKind.REVOKED, on=END, by=terms.phuc, at=terms.at)
    assert [row.product_name for row in terms.signed(extension)] == ["Chè đen"]
    left = list(ExtensionItem.objects.values_list("left_out", flat=True))
    assert left == ["Giấy chứng nhận đã thu hồi, thay thế hoặc huỷ bỏ", ""]
    alone = terms.prepared(late(terms, name="Chè xanh"))
    gone = alone.items.get().recognition
    record_event(gone, kind=EventKind.REVOKED, on=END, by=terms.phuc, at=terms.at)
    assert refused(lambda: terms.signed(alone, "701-MH/QĐ-UBND")) == "nothing_to_extend"
    acts.drop_extension(alone, reason="Đã thu hồi.", by=terms.phuc, at=terms.at)
    assert Extension.objects.get(pk=alone.pk).state == "dropped"


def test_two_people_and_the_right_number(terms: Terms):
    recognition = late(terms)
    for person in (terms.lan, terms.minh, terms.thinh):
        assert refused(lambda by=person: terms.prepared(recognition, by=by)) == "not_province_officer"
    extension = terms.prepared(recognition)
    terms.cast.appoint(terms.phuc, "signer")
    assert refused(lambda: terms.signed(extension, by=terms.phuc)) == "preparer_signs"
    assert refused(lambda: terms.signed(extension, by=terms.minh)) == "not_signer"
    assert refused(lambda: terms.signed(extension, "sai")) == "number_malformed"
    day = timedelta(days=1)
    assert refused(lambda: terms.signed(extension, signed_on=terms.at.date() + day)) == "signed_in_future"
    assert refused(lambda: terms.signed(extension, signed_on=terms.at.date() - day)) == "signed_too_early"
    assert refused(terms.prepared) == "nothing_chosen"
    with pytest.raises(IntegrityError), transaction.atomic():
        Extension.objects.filter(pk=extension.pk).update(signer=terms.phuc)


def test_a_withdrawn_renewal_ends_its_extension(terms: Terms, monkeypatch: pytest.MonkeyPatch):
    recognition = terms.ends(END)
    dossier = terms.filed(recognition, LATE)
    monkeypatch.setattr("django.utils.timezone.now", lambda: terms.at)
    client = Client()
    client.force_login(terms.lan)
    asking = reverse("dossiers:withdraw", args=[dossier.key])
    assert "Kéo dài hiệu lực" not in client.get(asking).content.decode()
    terms.signed(terms.prepared(recognition))
    foretold = client.get(asking).content.decode()
    assert "việc kéo dài theo" in foretold
    assert "ngày cuối của giấy chứng nhận là 22/11/2026" in foretold
    withdraw_dossier(dossier, reason="Không làm nữa.", by=terms.lan, at=terms.at)
    today, after = terms.at.date(), again(recognition)
    assert sorted((event.kind, event.on) for event in after.events.all()) == [
        ("extended", today), ("renewal_withdrawn", today),
    ]  # fmt: skip
    eve = today - timedelta(days=1)
    assert (standing_of(after, today).kind, standing_of(after, today).until) == (StandingKind.EXPIRED, eve)
    assert standing_of(after, eve).kind == StandingKind.EXTENDED
    assert Listing.objects.get(product=recognition.product).stops_on == eve
    told = Message.objects.filter(kind="renewals.withdrawn")
    assert {row.person.username for row in told} == {"lan", "minh", "phuc", "van"}
    assert "ngày cuối của giấy chứng nhận là" in told[0].body
    assert "Hết hạn" in Client().get(f"/san-pham/{recognition.product.slug}/").content.decode()
    page = Client()
    page.force_login(terms.phuc)
    assert (
        "Hồ sơ đánh giá lại đã rút"
        in page.get(reverse("renewals:detail", args=[recognition.product.slug])).content.decode()
    )
    remind_ends(at=terms.at)
    assert Message.objects.filter(kind="renewals.ended", person=terms.lan).count() == 1
    assert refused(lambda: terms.prepared(again(recognition))) == "bar_extended"


def test_a_term_that_still_runs_goes_to_its_own_last_day(terms: Terms):
    end = terms.at.date() + timedelta(days=5)
    recognition = terms.ends(end)
    dossier = terms.filed(recognition, LATE)
    terms.signed(terms.prepared(recognition))
    withdraw_dossier(dossier, reason="Không làm nữa.", by=terms.lan, at=terms.at)
    standing = standing_of(again(recognition), terms.at.date())
    assert (standing.kind, standing.until) == (StandingKind.VALID, end)
    assert standing_of(again(recognition), end + timedelta(days=1)).kind == StandingKind.EXPIRED


def test_a_withdrawal_from_a_meeting_ends_it_and_of_nothing_extended_writes_nothing(terms: Terms):
    extended, other = terms.ends(END), terms.ends(END, "Chè đen")
    for one in (extended, other):
        dossier = terms.filed(one, LATE, state="scheduled", accepted_at=terms.at, proposed_at=terms.at)
        if one is extended:
            terms.signed(terms.prepared(one))
        withdraw_in_review(dossier, reason="Rút.", by=terms.lan, at=terms.at)
    kinds = [sorted(event.kind for event in again(one).events.all()) for one in (extended, other)]
    assert kinds == [["extended", "renewal_withdrawn"], []]
