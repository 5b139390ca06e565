"""The pages: who gets which, scoring with and without scripts,
lists that ask as often for many rows as for few.
"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.about import (
    CORRECTION,
    COUNCIL,
    COUNCILS,
    MEETING,
    OWN_PART,
    OWN_PRODUCT,
    PRODUCT,
    SEAT,
    SHEET,
)
from ocop.casework.review.models import (
    AgendaItem,
    Council,
    Declaration,
    Meeting,
    ScoreSheet,
    Seat,
    WorkingRules,
)
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.tests.cast import worth
from ocop.foundation.audit.models import Entry
from ocop.foundation.printing.tests.printed import make_papers


@pytest.fixture(autouse=True)
def _now(monkeypatch, at):
    """Pages happen at the moment of the tests."""
    monkeypatch.setattr(timezone, "now", lambda: at)


def _url(name, *args):
    return reverse(f"review:{name}", args=args)


def _post(client, person, name, /, *args, **data):
    client.force_login(person)
    return client.post(_url(name, *args), data)


def test_a_council_from_nothing_to_a_planned_meeting(client, room, at):
    data = {
        "name": "Hội đồng 2027", "issuer": "UBND tỉnh Lào Cai", "established_no": "11-MH/QĐ-UBND",
        "established_on": "1/11/2026", "team_no": "12-MH/QĐ-UBND", "team_on": "1/11/2026",
        "starts_on": "2/11/2026",
    }  # fmt: skip
    assert _post(client, room.thu, "establish", **data).status_code == 302
    council = Council.objects.get(name="Hội đồng 2027")
    rules = {
        "paper_no": "13-MH/QĐ-UBND", "issued_on": "1/11/2026", "issuer": "UBND tỉnh Lào Cai",
        "effective_on": "2/11/2026", "quorum_numerator": 2, "quorum_denominator": 3, "quorum_least": 5,
        "spread_limit": "7,5", "minimum": "majority", "rounding": "none", "decimals": 2,
        "self_score_shown": "no", "spread_boundary": "reached", "passes_most": "1",
        "scorers": "without_chair", "extremes": "dropped", "pack_days": "2",
    }  # fmt: skip
    assert _post(client, room.thu, "set_rules", council.pk, **rules).status_code == 302
    stored = WorkingRules.objects.get(council=council)
    assert (stored.quorum_share, stored.minimum, str(stored.spread_limit), stored.chair_must_attend) == (
        stored.quorum_share, "majority", "7.50", False,
    )  # fmt: skip
    assert (stored.spread_boundary, stored.scorers, stored.extremes) == (
        "reached",
        "without_chair",
        "dropped",
    )
    assert (stored.passes_most, stored.pack_days) == (1, 2)
    paper = {"decision_no": "11-MH/QĐ-UBND", "decision_on": "1/11/2026"}
    seat = {"person": "hoa", "function": "chair", "agency": "leadership", **paper}
    assert _post(client, room.thu, "seat_member", council.pk, **seat).status_code == 302
    assert Seat.objects.get(council=council).person == room.hoa
    meeting = {"title": "Đợt 1", "kind": "meeting", "day": "1/12/2026", "hour": "8h30"}
    assert _post(client, room.thu, "plan", council.pk, **meeting).status_code == 302
    planned = Meeting.objects.get(council=council)
    assert timezone.localtime(planned.starts_at).strftime("%H:%M %d/%m/%Y") == "08:30 01/12/2026"


def test_a_person_is_found_by_a_name_that_fits_one(client, room):
    room.cast.person("nguyen.a", "Nguyễn An")
    known = {
        "function": "member", "agency": "other",
        "decision_no": "01-MH/QĐ-UBND", "decision_on": "19/10/2025",
    }  # fmt: skip
    page = _post(client, room.thu, "seat_member", room.council.pk, person="nguyen", **known)
    assert page.status_code == 422
    assert "nguyen.a" in page.content.decode()
    assert (
        _post(client, room.thu, "seat_member", room.council.pk, person="Nguyễn An", **known).status_code
        == 302
    )


def test_declaring_on_one_screen(client, room):
    meeting = room.opened("Dứa sấy dẻo", "Mận sấy")
    first, second = meeting.items.all()
    page = _post(client, room.hoa, "declare", meeting.key, **{f"conflict_{first.pk}": "co"})
    assert page.status_code == 422
    assert Declaration.objects.count() == 0
    data = {
        f"conflict_{first.pk}": "co", f"relation_{first.pk}": "family", f"note_{first.pk}": "Em gái",
        f"conflict_{second.pk}": "khong",
    }  # fmt: skip
    assert _post(client, room.hoa, "declare", meeting.key, **data).status_code == 302
    assert list(Declaration.objects.order_by("item").values_list("has_conflict", "relation", "note")) == [
        (True, "family", "Em gái"), (False, "", ""),
    ]  # fmt: skip


def test_a_hint_is_shown_and_decides_nothing(client, room):
    room.hoa.phone = "0912345678"
    room.hoa.save()
    meeting = room.opened()
    client.force_login(room.hoa)
    page = client.get(_url("declare", meeting.key)).content.decode()
    assert "trùng số điện thoại với chủ thể" in page
    assert "checked" not in page


def test_scoring_without_scripts(client, room):
    meeting = room.scoring()
    item = room.item(meeting)
    codes = criteria_to_answer(item)
    client.force_login(room.hoa)
    assert client.get(_url("sheet", item.key)).url == _url("criterion", item.key, codes[0])
    answer = client.post(_url("criterion", item.key, codes[0]), {"choice": "2", "comment": "Tốt", "go": "on"})
    assert answer.url == _url("criterion", item.key, codes[1])
    back = client.post(_url("criterion", item.key, codes[1]), {"choice": "none", "comment": "", "go": "back"})
    assert back.url == _url("criterion", item.key, codes[0])
    sheet = ScoreSheet.objects.get()
    assert (sheet.choices, sheet.comments) == ({codes[0]: 2, codes[1]: None}, {codes[0]: "Tốt"})
    last = client.post(_url("criterion", item.key, codes[-1]), {"go": "on"})
    assert last.url == _url("seal", item.key)
    assert client.post(_url("criterion", item.key, codes[0]), {"choice": "99"}).status_code == 404


def test_scoring_with_scripts_is_one_request(client, room):
    item = room.item(room.scoring())
    client.force_login(room.hoa)
    url, headers = _url("criterion", item.key, "1.1"), {"X-Requested-With": "keep"}
    answer = client.post(url, {"choice": "3"}, headers=headers)
    assert (answer.status_code, answer.json()["saved"]) == (200, "09:00")
    assert "còn 30 tiêu chí" in answer.json()["totals"]
    room.seal(item, room.hoa, worth(item.dossier, 60))
    refused = client.post(url, {"choice": "1"}, headers=headers)
    assert refused.status_code == 409
    assert "đã chốt" in refused.json()["error"]


def test_sealing_shows_the_code(client, room):
    item = room.item(room.scoring())
    room.fill(item, room.hoa, worth(item.dossier, 60))
    client.force_login(room.hoa)
    assert "Chốt phiếu 60 điểm" in client.get(_url("seal", item.key)).content.decode()
    assert client.post(_url("seal", item.key), {"general_comment": "Ngon"}).url == _url("sheet", item.key)
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.general_comment) == ("sealed", "Ngon")
    assert sheet.code in client.get(_url("sheet", item.key)).content.decode()


def test_the_meeting_from_agenda_to_minutes(client, room, at):
    meeting = acts.plan_meeting(room.council, title="Đợt 2", starts_at=at, by=room.thu, at=at)
    dossier = room.accepted()
    data = {
        "dossiers": [dossier.pk],
        "report_no": "10-MH/BC",
        "report_on": "20/11/2026",
        "advisory_opinion": "Đạt",
    }
    assert _post(client, room.thu, "put_on_agenda", meeting.key, **data).status_code == 302
    item = AgendaItem.objects.get()
    assert (item.advisory_report.issuer, item.advisory_opinion) == ("Tổ tư vấn OCOP cấp tỉnh", "Đạt")
    present = {f"present_{seat.pk}": "on" for seat in [*room.judges, room.secretary]}
    assert _post(client, room.thu, "attendance", meeting.key, **present).status_code == 302
    assert _post(client, room.thu, "open", meeting.key).status_code == 302
    room.declared(meeting)
    assert _post(client, room.thu, "open_all", meeting.key).status_code == 302
    room.all_seal(item, worth(item.dossier, 60))
    refused = _post(client, room.thu, "close", meeting.key, minutes_no="05/BB-HĐ")
    assert refused.status_code == 422
    assert _post(client, room.thu, "close", meeting.key, minutes_no="05-MH/BB-HĐ").status_code == 302
    make_papers(timezone.now())
    meeting.refresh_from_db()
    assert (meeting.state, Dossier.objects.get().state) == ("closed", "evaluated")
    minutes = client.get(reverse("documents:file", args=[meeting.minutes_id]))
    assert (minutes.status_code, minutes["Content-Type"]) == (200, "application/pdf")


def _buttons(client, person, page):
    client.force_login(person)
    return [str(one.label) for one in client.get(page.get_absolute_url()).context.get("buttons", [])]


def test_the_buttons_of_a_council_are_its_acts(client, room):
    assert _buttons(client, room.thu, room.council) == [
        "Lên lịch phiên họp",
        "Thêm thành viên",
        "Ghi quy chế",
        "Sửa thông tin hội đồng",
    ]
    assert _buttons(client, room.hoa, room.council) == []


def test_the_buttons_of_a_meeting_are_its_acts_by_state_and_person(client, room, at):
    meeting = acts.plan_meeting(room.council, title="Đợt 2", starts_at=at, by=room.thu, at=at)
    always = ["Điểm danh", "Đưa sản phẩm vào"]
    preparing = [*always, "Sắp xếp theo quy tắc", "Đổi lịch họp", "Hoãn phiên họp", "Huỷ phiên họp"]
    assert _buttons(client, room.thu, meeting) == preparing
    room.put(meeting, [room.accepted()])
    room.attend(meeting)
    assert _buttons(client, room.thu, meeting) == ["Khai mạc", *preparing]
    assert _buttons(client, room.hoa, meeting) == []
    assert _post(client, room.thu, "open", meeting.key).status_code == 302
    assert _buttons(client, room.thu, meeting) == ["Mở chấm tất cả", *always]
    acts.remove_from_agenda(room.item(meeting), reason="Mẫu hỏng", by=room.thu, at=at)
    assert _buttons(client, room.thu, meeting) == ["Bế mạc, lập biên bản", *always]


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_speaks_both_languages(client, room, language):
    meeting = room.scoring("Dứa sấy dẻo", "Mận sấy")
    item = room.item(meeting)
    room.all_seal(room.item(meeting, 2), worth(item.dossier, 60))
    pages = {
        room.thu: [
                   _url("councils"), _url("council", room.council.pk), _url("meetings"),
                   _url("meeting", meeting.key),
                   _url("board", meeting.key), _url("tally", room.item(meeting, 2).key),
                   _url("attendance", meeting.key),
                   _url("put_on_agenda", meeting.key), _url("establish"), _url("set_rules", room.council.pk),
                   _url("seat_member", room.council.pk), _url("plan", room.council.pk),
                   _url("end_seat", room.chair.pk), _url("member_conflict", item.key),
                   _url("remove", item.key)],
        room.hoa: [_url("meeting", meeting.key), _url("declare", meeting.key),
        _url("criterion", item.key, "1.1"),
                   _url("seal", item.key), _url("own_conflict", item.key)],
        room.son: [_url("exclude", item.key), _url("tally", item.key)],
    }  # fmt: skip
    for person, urls in pages.items():
        client.force_login(person)
        for url in urls:
            page = client.get(language + url)
            assert page.status_code == 200, url
            assert f'lang="{"en" if language else "vi"}"' in page.content.decode() or "bang" in url


def test_strangers_get_nothing(client, room):
    meeting = room.scoring()
    item = room.item(meeting)
    urls = [_url("council", room.council.pk), _url("meeting", meeting.key), _url("board", meeting.key),
            _url("tally", item.key), _url("sheet", item.key), _url("exclude", item.key),
            _url("close", meeting.key)]  # fmt: skip
    for person in (room.scene.lan, room.scene.minh, room.cast.quang):
        client.force_login(person)
        assert [client.get(url).status_code for url in urls] == [404] * len(urls)
    client.logout()
    assert {client.get(url).status_code for url in urls} == {302}


def _asked(room, item):
    """A correction of Hoa's sheet."""
    room.seal(item, room.hoa, worth(item.dossier, 60))
    return acts.ask_correction(item, choices={"1.1": None}, reason="Nhầm", by=room.hoa, at=room.at)


def _addresses(room, item):
    """Where each act is done about this product, its meeting, its council, a seat."""
    things = {
        COUNCILS: room.programme, COUNCIL: room.council, SEAT: room.chair, PRODUCT: item, SHEET: item,
        MEETING: item.meeting, OWN_PART: item.meeting, OWN_PRODUCT: item, CORRECTION: _asked(room, item),
    }  # fmt: skip
    for act in acts.ACTS:
        code = {"code": "1.1"} if act is acts.CHOOSE else {}
        yield act, reverse(f"review:{act.name}", kwargs={**act.about.keys(things[act.about]), **code})


def test_strangers_do_nothing(client, room):
    """A thing that is not for somebody is not there on POST either; only the programme is everybody's."""
    item = room.item(room.scoring())
    addresses = list(_addresses(room, item))
    before = Entry.objects.count()
    client.force_login(room.cast.quang)
    for act, url in addresses:
        answers = [client.post(url).status_code, client.post(url, {"reason": "Vì vậy"}).status_code]
        assert answers == ([403] * 2 if act is acts.ESTABLISH else [404] * 2), act.name
    assert Entry.objects.count() == before


def test_what_is_done_at_once_has_no_page(client, room):
    item = room.item(room.scoring())
    client.force_login(room.thu)
    at_once = [(act.name, client.get(url).status_code) for act, url in _addresses(room, item) if act.at_once]
    assert at_once == [("order", 405), ("open_item", 405), ("open_all", 405), ("tally_now", 405)]


def test_a_product_moves_up_and_down(client, room):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    first, second = meeting.items.all()
    for product, way, order in (
        (second, "len", [second, first]),
        (second, "len", [second, first]),
        (second, "xuong", [first, second]),
    ):
        answer = _post(client, room.thu, "order", meeting.key, **{"san-pham": product.key, "huong": way})
        assert (answer.url, list(meeting.items.all())) == (meeting.get_absolute_url(), order)
    assert (
        _post(client, room.thu, "order", meeting.key, **{"san-pham": "x"}).url == meeting.get_absolute_url()
    )


@pytest.mark.parametrize(
    ("wanted", "order"),
    [("3", "bca"), ("1", "abc"), ("2", "bac"), ("99", "bca"), ("0", "abc"), ("-1", "bac"), ("²", "bac")],
)
def test_a_product_is_dragged_to_a_place(client, room, wanted, order):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy", "Chè xanh")
    known = dict(zip(meeting.items.all(), "abc", strict=True))
    sent = {"san-pham": next(iter(known)).key, "cho": wanted}
    assert _post(client, room.thu, "order", meeting.key, **sent).status_code == 302
    assert "".join(known[item] for item in meeting.items.all()) == order


def test_what_a_field_conflicts_with_stands_in_the_form(client, room):
    seat = {"person": "hoa", "function": "member", "agency": "health", "agency_name": "Sở Y tế"}
    seat |= {"decision_no": "01-MH/QĐ-UBND", "decision_on": "19/10/2025"}
    page = _post(client, room.thu, "seat_member", room.council.pk, **seat)
    form = page.context["form"]
    assert (page.status_code, form.errors, form["agency_name"].value()) == (
        422, {"person": ["Lý Thị Hoa đã là thành viên hội đồng này."]}, "Sở Y tế",
    )  # fmt: skip


def _queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200
    return len(found)


@pytest.mark.parametrize("name", ["meetings", "councils"])
def test_a_list_asks_as_often_for_a_thousand_rows(client, room, at, name):
    def more(count):
        known = {"council": room.council, "starts_at": at, "created_at": at, "created_by": room.thu}
        Meeting.objects.bulk_create(Meeting(title=f"Phiên {n}", **known) for n in range(count))
        papers = {"established_by": room.council.established_by, "team_by": room.council.team_by}
        term = {"starts_on": at.date(), "created_at": at, "created_by": room.thu, "programme": room.programme}
        Council.objects.bulk_create(Council(name=f"HĐ {n}", **papers, **term) for n in range(count))

    client.force_login(room.thu)
    client.get(_url(name))
    more(10)
    few = _queries(client, _url(name))
    more(990)
    assert _queries(client, _url(name)) == few


def test_the_board_asks_as_often_for_many_products(client, room):
    meeting = room.opened()
    client.force_login(room.thu)
    client.get(_url("board", meeting.key))
    few = _queries(client, _url("board", meeting.key))
    template = meeting.items.get()
    dossier = Dossier.objects.get()
    for number in range(30):
        product = type(dossier.product)(producer=dossier.product.producer, name=f"SP {number}",
        slug=f"sp-{number}",
                                        source="self", search_text="",
                                        created_at=dossier.created_at)  # fmt: skip
        product.save()
        copy = Dossier(**{f.attname: getattr(dossier,
        f.attname) for f in Dossier._meta.fields if f.name not in {
            "id", "key", "product", "registration_no"}}, product=product)  # fmt: skip
        copy.save()
        AgendaItem.objects.create(
            meeting=meeting, dossier=copy, position=number + 2, advisory_report=template.advisory_report,
            created_at=template.created_at, created_by=template.created_by,
        )  # fmt: skip
    # one query per product names what stands against closing, no more
    assert _queries(client, _url("board", meeting.key)) == few


def test_a_meeting_that_closed_before_its_paper_says_so(client, room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60))
    assert _post(client, room.thu, "close", meeting.key, minutes_no="05-MH/BB-HĐ").status_code == 302
    page = client.get(_url("meeting", meeting.key))
    said = page.content.decode()
    assert page.context["printing"] == "soon"
    assert (said.count("Đang lập bản PDF"), said.count("Đã bế mạc và lập biên bản.")) == (1, 1)
    assert client.get(_url("minutes", meeting.key)).status_code == 202
    make_papers(timezone.now())
    assert client.get(_url("meeting", meeting.key)).context["printing"] is None
    meeting.refresh_from_db()
    assert client.get(_url("minutes", meeting.key))["Location"] == meeting.minutes.get_absolute_url()
    client.force_login(room.cast.quang)
    assert client.get(_url("minutes", meeting.key)).status_code == 404


def test_a_comment_on_a_sheet_holds_no_control_marks(client, room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    code = criteria_to_answer(item)[0]
    _post(client, room.hoa, "criterion", item.key, code, comment=" Ngon\x00 lắm 👍\x0b ")
    assert ScoreSheet.objects.get().comments == {code: "Ngon lắm 👍"}
