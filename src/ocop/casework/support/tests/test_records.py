"""Papers, looks and label kits, and who may read their files."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.support import acts
from ocop.casework.support.tests.cast import picture
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.access import refuse_read, refuse_see
from ocop.foundation.notifications.models import Message
from ocop.registers.products.writes import record_event

pytestmark = pytest.mark.django_db


def paper(desk, activity, title="Danh sách học viên", by=None):
    uploads = [(pdf(), title)]
    return acts.attach_papers(activity, uploads=uploads, by=by or desk.phuc, at=desk.at)[0]


def look(desk, activity, **fields):
    known = {"on": desk.today, "state": "live", "by": desk.phuc, "at": desk.at}
    return acts.record_look(activity, **known | fields)


def test_a_paper_is_kept_with_its_title(desk, refused):
    activity = desk.running()
    found = paper(desk, activity, title=" Danh  sách ")
    assert (found.title, found.file.owner) == ("Danh sách", "support.paper")
    assert Entry.objects.get(action="activity.paper").data["sha256"] == found.file.sha256
    assert refused(lambda: paper(desk, activity, title="  ")) == "title_missing"
    assert refused(lambda: paper(desk, activity, by=desk.lan)) == "not_keeper"
    assert refused(lambda: paper(desk, desk.cancelled())) == "conflict_ended"


def test_a_look_says_what_was_found(desk):
    found = look(desk, desk.finished("listing"), photo=picture(), sales=12_000_000, note=" Đủ  hàng ")
    assert (found.state_name, found.is_good, found.sales, found.note) == (
        "Đang bán",
        True,
        12_000_000,
        "Đủ hàng",
    )
    assert (
        Entry.objects.filter(action="activity.look").order_by("-sequence").first().data["sales"] == 12_000_000
    )


LOOKS = {
    "unknown state": ("listing", lambda desk: {"state": "good"}, "unknown_look"),
    "a kind without looks": ("fair", lambda desk: {}, "unknown_look"),
    "sales of a board": ("signboard", lambda desk: {"state": "good", "sales": 5}, "sales_wrong"),
    "sales below nothing": ("listing", lambda desk: {"sales": -1}, "sales_wrong"),
    "before the activity": (
        "listing",
        lambda desk: {"on": desk.today - timedelta(days=11)},
        "day_before_start",
    ),
    "tomorrow": ("listing", lambda desk: {"on": desk.today + timedelta(days=1)}, "day_in_future"),
    "a paper as a photograph": ("listing", lambda desk: {"photo": pdf()}, "file_kind_refused"),
    "by the producer": ("listing", lambda desk: {"by": desk.lan}, "not_keeper"),
}


@pytest.mark.parametrize("why", LOOKS)
def test_a_look_is_refused(desk, refused, why):
    kind, given, code = LOOKS[why]
    activity = desk.running(kind)
    assert refused(lambda: look(desk, activity, **given(desk))) == code
    assert activity.looks.count() == 0


def test_nothing_is_looked_at_after_cancelling(desk, refused):
    assert refused(lambda: look(desk, desk.cancelled("listing"))) == "conflict_ended"


def helped(desk):
    activity = desk.running("logo")
    acts.add_beneficiary(activity, product=desk.product, by=desk.phuc, at=desk.at)
    return activity


def give(desk, activity, recognition, **fields):
    known = {"upload": pdf(), "by": desk.phuc, "at": desk.at}
    return acts.issue_kit(activity, recognition=recognition, **known | fields)


def test_artwork_is_given_until_the_recognition_ends(desk):
    activity, recognition = helped(desk), desk.recognised()
    kit = give(desk, activity, recognition)
    assert (kit.allowed_until, kit.issued_on) == (recognition.expires_on, desk.today)
    assert Message.objects.filter(person=desk.lan, kind="support.kit").count() == 1
    assert Entry.objects.get(action="activity.kit").data["stars"] == 4


def test_artwork_is_given_once_for_a_recognition(desk, refused):
    activity, recognition = helped(desk), desk.recognised()
    give(desk, activity, recognition)
    assert refused(lambda: give(desk, activity, recognition)) == "twice"


def _ended(desk):
    return desk.recognised(days=-1)


def _revoked(desk):
    found = desk.recognised()
    record_event(found, kind="revoked", on=desk.today, by=desk.phuc, at=desk.at)
    return found


def _unknown(desk):
    found = desk.recognised()
    type(found).objects.filter(pk=found.pk).update(valid_from=None, expires_on=None, date_precision="year")
    found.refresh_from_db()
    return found


@pytest.mark.parametrize("what", [_ended, _revoked, _unknown])
def test_no_artwork_where_the_recognition_does_not_hold_for_certain(desk, refused, what):
    activity, recognition = helped(desk), what(desk)
    assert refused(lambda: give(desk, activity, recognition)) == "recognition_ended"
    assert activity.kits.count() == 0


def test_artwork_is_for_products_that_are_helped_by_a_kind_that_gives_it(desk, refused):
    recognition = desk.recognised()
    assert refused(lambda: give(desk, desk.running("logo"), recognition)) == "kit_not_for_product"
    assert refused(lambda: give(desk, desk.running("fair"), recognition)) == "no_kits"
    assert refused(lambda: give(desk, helped(desk), recognition, by=desk.lan)) == "not_keeper"
    assert refused(lambda: give(desk, desk.finished("logo"), recognition)) == "conflict_ended"


def why_not(desk, file, *people, refuse=refuse_read):
    found = [refuse(person, file, desk.at) for person in people]
    return [one.code if one else None for one in found]


def test_who_reads_artwork_and_until_when(desk):
    file = give(desk, helped(desk), desk.recognised()).file
    mai = desk.cast.person("mai", "Mai")
    assert why_not(desk, file, desk.phuc, desk.minh, desk.lan) == [None, None, None]
    assert why_not(desk, file, desk.sen, desk.quang, mai) == ["not_reader"] * 3
    much_later = desk.at + timedelta(days=301)
    assert {refuse_read(one, file, much_later).code for one in (desk.phuc, desk.lan)} == {"kit_ended"}


def test_artwork_stays_open_while_the_term_is_extended_and_no_day_longer(desk, client):
    recognition = desk.recognised()
    kit = give(desk, helped(desk), recognition)
    extended, result = kit.allowed_until + timedelta(days=1), kit.allowed_until + timedelta(days=40)

    def closed(day):
        at = desk.at + (day - desk.today)
        found = [refuse_read(one, kit.file, at) for one in (desk.phuc, desk.lan)]
        return [one.code if one else None for one in found]

    assert closed(extended) == ["kit_ended"] * 2
    record_event(recognition, kind="extended", on=extended, by=desk.phuc, at=desk.at)
    assert closed(extended) == closed(kit.allowed_until + timedelta(days=180)) == [None, None]
    assert closed(kit.allowed_until + timedelta(days=181)) == ["kit_ended"] * 2
    record_event(recognition, kind="renewal_result", on=result, by=desk.phuc, at=desk.at)
    assert (closed(result - timedelta(days=1)), closed(result)) == ([None, None], ["kit_ended"] * 2)


def test_artwork_closes_when_the_recognition_is_revoked(desk):
    recognition = desk.recognised()
    file = give(desk, helped(desk), recognition).file
    record_event(recognition, kind="revoked", on=desk.today, by=desk.phuc, at=desk.at)
    assert why_not(desk, file, desk.phuc, desk.lan) == ["kit_ended"] * 2


def test_artwork_of_another_product_stays_closed(desk):
    mai = desk.cast.person("mai", "Mai")
    other = desk.scene.make_producer("HTX Mẫu Sín Chải", "15A8000777", mai)
    activity = helped(desk)
    acts.add_beneficiary(activity, producer=other, by=desk.phuc, at=desk.at)
    assert why_not(desk, give(desk, activity, desk.recognised()).file, mai) == ["not_reader"]


def test_who_reads_the_other_files(desk):
    activity = desk.running("trademark")
    acts.add_beneficiary(activity, producer=desk.producer, by=desk.phuc, at=desk.at)
    step = acts.record_step(
        activity.steps.get(key="search"), done_on=desk.today, upload=pdf(), by=desk.phuc, at=desk.at
    ).file
    cost = acts.record_cost(
        activity, budget_line=desk.line, amount=5, paid_on=desk.today, upload=pdf(), by=desk.phuc, at=desk.at
    ).file
    own = paper(desk, activity).file
    for file in (step, cost, own):
        assert why_not(desk, file, desk.phuc, desk.minh) == [None, None]
        assert why_not(desk, file, desk.sen, desk.quang) == ["not_reader"] * 2
    assert why_not(desk, step, desk.lan) == [None]
    assert [why_not(desk, file, desk.lan) for file in (cost, own)] == [["not_reader"]] * 2


def test_a_photograph_is_seen_by_whom_it_concerns_and_its_original_read_by_offices(desk, client):
    activity = desk.running("listing")
    acts.add_beneficiary(activity, producer=desk.producer, by=desk.phuc, at=desk.at)
    photo = look(desk, activity, photo=picture()).photo
    assert why_not(desk, photo, desk.phuc, desk.lan) == [None, "not_reader"]
    assert why_not(desk, photo, desk.phuc, desk.lan, refuse=refuse_see) == [None, None]
    assert why_not(desk, photo, desk.sen, desk.quang, refuse=refuse_see) == ["not_reader"] * 2
    links = [f'href="{url}"' for url in (photo.get_absolute_url(), photo.preview_url)]
    for person, shown in ((desk.phuc, [True, False]), (desk.lan, [False, True])):
        client.force_login(person)
        page = client.get(activity.get_absolute_url()).content.decode()
        assert [link in page for link in links] == shown
