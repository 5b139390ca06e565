"""Every write on products: it happens, it is recorded, and every reason to refuse."""

from datetime import date, timedelta

import pytest

from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.actions import file_paper, store
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather
from ocop.registers.producers.acts import amend_producer
from ocop.registers.products import acts, permissions, selectors, writes
from ocop.registers.products.models import Product, RecognitionEvent
from ocop.registers.products.rules import Standing, StandingKind
from ocop.registers.products.tests.conftest import FRUIT, photo_file


def code_of(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.refusal.code


def recorded(obj):
    return [entry.action for entry in history(obj)]


def picture(cast, at, colour="green"):
    return store(
        photo_file("anh.jpg", colour), owner=permissions.PHOTO_FILES, by=cast.lan, at=at, kinds=("image",)
    )


def test_registering(cast, pineapple, at):
    assert recorded(pineapple) == ["product.register"]
    assert pineapple.search_text.startswith("dua qua ban lau hop tac xa ban lau ")
    assert "muong khuong" in pineapple.search_text
    assert list(selectors.products_of(cast.lan, at)) == [pineapple]
    assert list(selectors.products_of(cast.quang, at)) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "name_missing"),
        ({"name": "Dứa quả Bản Lầu"}, "product_exists"),
        ({"set_number": 27, "leaf": ""}, "unknown_set"),
        ({"leaf": "I.9.z"}, "unknown_set"),
        ({"leaf": "I.3.c"}, "unknown_set"),
        ({"regulation_code": "qd-0"}, "unknown_set"),
    ],
)
def test_registering_refused(cast, htx, pineapple, at, fields, code):
    asked = {"name": "Dứa khác", **FRUIT, **fields}
    assert code_of(acts.register_product, htx, fields=asked, by=cast.lan, at=at) == code


def test_strangers_register_nothing(cast, htx, at):
    assert code_of(acts.register_product, htx, fields={"name": "Dứa"}, by=cast.quang, at=at) == "not_entitled"


def test_a_product_without_a_set_registers_all_the_same(cast, htx, at):
    made = acts.register_product(htx, fields={"name": "Chưa rõ"}, by=cast.lan, at=at)
    assert (made.set_number, selectors.missing_facts(made)) == (
        None,
        ["classification", "photos", "description"],
    )


def test_amending_names_the_fields(cast, pineapple, at):
    acts.amend_product(pineapple, fields={"name": "Dứa Queen", "story": ""}, by=cast.lan, at=at)
    assert history(pineapple).first().data == {"fields": ["name"]}
    assert Product.objects.get().search_text.startswith("dua queen ")
    assert (
        code_of(acts.amend_product, pineapple, fields={"story": "x"}, by=cast.quang, at=at) == "not_entitled"
    )
    assert code_of(acts.amend_product, pineapple, fields={"name": ""}, by=cast.lan, at=at) == "name_missing"


def test_the_set_stays_while_a_dossier_rests_on_it(cast, pineapple, at):
    from ocop.casework.dossiers.acts import open_dossier

    open_dossier(product=pineapple, by=cast.lan, at=at)
    other = {"regulation_code": "qd-26-2026", "leaf": "I.3.c", "set_number": 7}
    assert code_of(acts.amend_product, pineapple, fields=other, by=cast.lan, at=at) == "set_in_use"
    acts.amend_product(pineapple, fields=FRUIT, by=cast.lan, at=at)
    same = acts.CLASSIFY.about.find(who_is(cast.lan, at), pineapple.slug, "I.1.a")
    assert code_of(acts.classify_product, same, by=cast.lan, at=at) == "set_in_use"
    assert recorded(pineapple) == ["product.register"]


def test_a_product_is_put_into_another_set(cast, pineapple, at):
    chosen = acts.CLASSIFY.about.find(who_is(cast.lan, at), pineapple.slug, "I.3.c")
    assert code_of(acts.classify_product, chosen, by=cast.quang, at=at) == "not_entitled"
    acts.classify_product(chosen, by=cast.lan, at=at)
    pineapple.refresh_from_db()
    assert (pineapple.leaf, pineapple.set_number) == ("I.3.c", 7)
    assert history(pineapple).first().data == {"fields": ["leaf", "set_number"]}


def test_photos_come_all_or_none(cast, pineapple, at):
    files = [photo_file(f"{number}.jpg") for number in range(acts.MOST_PHOTOS + 1)]
    told = {"kind": "product", "by": cast.lan, "at": at}
    assert code_of(acts.add_photos, pineapple, uploads=files, **told) == "too_many_photos"
    assert pineapple.photos.count() == 0
    assert len(acts.add_photos(pineapple, uploads=files[:2], **told)) == 2


def test_a_producers_new_name_is_found_with_its_products(cast, htx, pineapple, at):
    amend_producer(htx, fields={"name": "HTX Nà Lốc"}, representative=None, by=cast.lan, at=at)
    assert Product.objects.filter(search_text__contains="na loc").count() == 1


def test_photos_in_their_order(cast, pineapple, at):
    first, second, third = (
        acts.add_photo(pineapple, file=picture(cast, at, colour), by=cast.lan, at=at)
        for colour in ("red", "green", "blue")
    )
    acts.move_photo(third, is_up=True, by=cast.lan, at=at)
    assert list(pineapple.photos.all()) == [first, third, second]
    acts.move_photo(first, is_up=True, by=cast.lan, at=at)
    acts.move_photo(second, is_up=False, by=cast.lan, at=at)
    assert list(pineapple.photos.all()) == [first, third, second]
    acts.remove_photo(first, by=cast.lan, at=at)
    acts.move_photo(first, is_up=False, by=cast.lan, at=at)
    assert list(pineapple.photos.filter(is_withdrawn=False)) == [third, second]
    assert recorded(pineapple).count("product.move_photo") == 1


def test_photos_are_counted(cast, pineapple, at):
    file = picture(cast, at)
    for _ in range(acts.MOST_PHOTOS):
        acts.add_photo(pineapple, file=file, by=cast.lan, at=at)
    assert code_of(acts.add_photo, pineapple, file=file, by=cast.lan, at=at) == "too_many_photos"


def test_strangers_touch_no_photo(cast, pineapple, at):
    photo = acts.add_photo(pineapple, file=picture(cast, at), by=cast.lan, at=at)
    who = {"by": cast.quang, "at": at}
    assert code_of(acts.add_photo, pineapple, file=photo.file, **who) == "not_entitled"
    assert code_of(acts.amend_photo, photo, kind="label", caption="", **who) == "not_entitled"
    assert code_of(acts.move_photo, photo, is_up=True, **who) == "not_entitled"
    assert code_of(acts.remove_photo, photo, **who) == "not_entitled"


def test_a_photo_of_a_judged_dossier_stays(cast, pineapple, at):
    from ocop.casework.dossiers.acts import open_dossier
    from ocop.casework.dossiers.models import Dossier

    photo = acts.add_photo(pineapple, file=picture(cast, at), by=cast.lan, at=at)
    dossier = open_dossier(product=pineapple, by=cast.lan, at=at)
    assert permissions.refuse_remove_photo(who_is(cast.lan, at), pineapple) is None
    Dossier.objects.filter(pk=dossier.pk).update(state="submitted", submitted_at=at, commune_due_on=at.date())
    assert code_of(acts.remove_photo, photo, by=cast.lan, at=at) == "photo_frozen"
    acts.amend_photo(photo, kind="label", caption="Nhãn", by=cast.lan, at=at)


@pytest.mark.parametrize(("who", "before", "after"), [
    ("lan", 200, 200), ("minh", 200, 200), ("tuan", 200, 200), ("quang", 404, 200), (None, 302, 302),
])  # fmt: skip
def test_who_sees_a_photo(client, cast, minh, tuan, pineapple, at, who, before, after):
    file = acts.add_photo(pineapple, file=picture(cast, at), by=cast.lan, at=at).file
    if who:
        client.force_login({"minh": minh, "tuan": tuan}.get(who) or getattr(cast, who))
    assert (client.get(file.thumb_url).status_code, client.get(file.public_url).status_code) == (before, 404)
    facts = {"stars": 3, "year": 2026, "date_precision": "year", "status_code": "recognised"}
    writes.record_recognition(pineapple, fields=facts, by=tuan, at=at)
    assert (client.get(file.thumb_url).status_code, client.get(file.public_url).status_code) == (after, 200)
    acts.remove_photo(pineapple.photos.get(), by=cast.lan, at=at)
    assert client.get(file.public_url).status_code == 404


def test_what_is_missing_waits(cast, pineapple, at):
    assert [(one.key, one.count) for one in gather(selectors.waiting(cast.lan, at))] == [
        ("products.facts", 1)
    ]
    acts.add_photo(pineapple, file=picture(cast, at), by=cast.lan, at=at)
    assert gather(selectors.waiting(cast.lan, at)) == []


def test_who_may_enter_which_set(cast, htx, at):
    from ocop.kernel.law import regulation

    law = regulation("qd-26-2026")
    assert [permissions.refuse_form(htx, law, number) for number in (11, 26)] == [None, None]
    htx.legal_form = "association"
    assert permissions.refuse_form(htx, law, 11).code == "form_not_admitted"
    assert permissions.refuse_form(htx, law, 26) is None
    htx.registration_no = " "
    assert permissions.refuse_form(htx, law, 26).code == "registration_missing"
    htx.legal_form, htx.enterprise_size = "limited_company", "large"
    assert permissions.refuse_form(htx, law, 11).code == "large_enterprise"


def recognised(product, begins, years, at, **fields):
    known = {
        "stars": 4, "kind": "first", "authority": "UBND tỉnh Lào Cai", "number": "118/QĐ-UBND",
        "year": begins.year, "decided_on": begins, "date_precision": "day", "valid_from": begins,
        "expires_on": begins.replace(year=begins.year + years), "status_code": "recognised",
    }  # fmt: skip
    return writes.record_recognition(product, fields={**known, **fields}, by=None, at=at)


def standings(product, on):
    return {
        found.year: selectors.standing_of(found, on)
        for found in product.recognitions.order_by("year").prefetch_related("events")
    }


def test_a_new_recognition_replaces_the_one_that_runs_and_no_other(pineapple, at):
    ended = recognised(pineapple, date(2020, 5, 4), 3, at)
    running = recognised(pineapple, date(2024, 5, 6), 3, at)
    refused = recognised(pineapple, date(2025, 2, 3), 3, at, status_code="council_result")
    assert recorded(running) == ["recognition.record"]
    last_day, begins = date(2026, 11, 22), date(2026, 11, 23)
    assert standings(pineapple, last_day)[2024] == Standing(StandingKind.VALID, date(2027, 5, 6))
    recognised(pineapple, begins, 3, at)
    assert [(e.recognition, e.on, e.kind) for e in RecognitionEvent.objects.all()] == [
        (running, begins, "replaced")
    ]
    kinds = {year: found.kind for year, found in standings(pineapple, begins).items()}
    assert kinds == {
        ended.year: "expired",
        running.year: "replaced",
        refused.year: "not_recognised",
        2026: "valid",
    }
    assert standings(pineapple, last_day)[2024].kind == StandingKind.VALID


def test_what_happens_to_a_recognition_is_recorded_with_its_paper_and_its_reason(cast, pineapple, at):
    found = recognised(pineapple, date(2025, 5, 5), 3, at)
    day = at.date()
    paper = file_paper(
        kind=PaperKind.DECISION, number="7/QĐ-UBND", issued_on=day, issuer="UBND tỉnh Lào Cai",
        subject="thu hồi giấy chứng nhận", by=cast.lan, at=at,
    )  # fmt: skip
    event = writes.record_event(
        found, kind="revoked", on=day, by=cast.minh, at=at, paper=paper, reason="Vi phạm an toàn thực phẩm"
    )
    assert list(found.events.values_list("pk", "on", "kind", "paper")) == [
        (event.pk, day, "revoked", paper.pk)
    ]
    assert selectors.standing_of(found, day - timedelta(days=1)).is_good is True
    assert selectors.standing_of(found, day) == Standing(StandingKind.REVOKED, day - timedelta(days=1))
    entry = history(found)[0]
    assert (entry.action, entry.by, entry.at, entry.reason, entry.data) == (
        "recognition.revoked", cast.minh, at, "Vi phạm an toàn thực phẩm", {"on": day.isoformat()},
    )  # fmt: skip
