"""The life of a recognition and the mishaps of a meeting: what the pages of the demonstration say of each."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any

import pytest
from django.test import Client

from ocop.casework.annulment.models import Annulment
from ocop.casework.certificates.models import Certificate, ResultNotice
from ocop.casework.fieldwork.models import Visit
from ocop.casework.inspections.models import CorrectiveOrder, Inspection, MinistryInspection, MisuseReport
from ocop.casework.renewals.models import Decline, Extension
from ocop.casework.review.models import AgendaItem, Correction, MinutesCorrection, ScoreSheet
from ocop.casework.revocation.models import Cessation, Revocation
from ocop.casework.samples.models import Sample
from ocop.foundation.places.selectors import place
from ocop.outlets.demo.life.again import AGAIN
from ocop.outlets.demo.life.holders import recognition_of
from ocop.outlets.demo.life.lapsed import never_filed
from ocop.outlets.demo.life.merging import NEW, OLDS, ON
from ocop.outlets.demo.life.terms import BATCH, LATE
from ocop.outlets.demo.moments import VIETNAM, day
from ocop.outlets.demo.stage import Stage
from ocop.registers.mergers.writes import settle
from ocop.registers.products.models import Listing, Recognition
from ocop.registers.products.rules import StandingKind as Is
from ocop.registers.products.selectors import standing_of

TAGS = re.compile(r"<(script|style).*?</\1>|<[^>]+>", re.DOTALL)


def shown(stage: Stage, who: str | None, address: str) -> str:
    """The words of a page, as somebody who is signed in reads them; None is a shopper."""
    client = Client()
    if who is not None:
        client.force_login(stage.people[who])
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(html.unescape(TAGS.sub(" ", answer.content.decode())).split())


def revocation_of(stage: Stage, key: str) -> Revocation:
    return Revocation.objects.get(items__recognition=recognition_of(stage, key))


def item_of(stage: Stage, key: str) -> AgendaItem:
    return AgendaItem.objects.exclude(state="removed").get(dossier=stage.dossiers[key])


PAGES: dict[str, tuple[str | None, Callable[[Stage], Any], Sequence[str]]] = {
    "dissolved, waits for the second officer": (
        "tam", lambda stage: revocation_of(stage, "mang-kho"),
        ["Măng khô Bình Minh", "giải thể", "Chờ xác minh"],
    ),
    "a lost growing area waits for the signature": (
        "khanh", lambda stage: revocation_of(stage, "ot-doi-gio"),
        ["Vẫn đủ điểm 3 sao, nhưng vùng trồng mất chứng nhận", "Mẫu Thanh Tâm"],
    ),
    "one of three taken back": (
        "phuc", lambda stage: revocation_of(stage, "seng-cu"), ["121-MH/QĐ-UBND", "Gạo Séng cù Ba Suối"],
    ),
    "a visit": (
        "tam", lambda _stage: Visit.objects.get(kind="verification", day=day("10-30")),
        ["một phần ba mận mua của xã bên", "Mẫu Thanh Tâm (Đoàn kiểm tra)"],
    ),
    "an inspection": (
        "tam", lambda _stage: Inspection.objects.get(), ["Nhãn in 5 sao, giấy chứng nhận 4 sao"],
    ),
    "an inspection of the Ministry": (
        "phuc", lambda _stage: MinistryInspection.objects.get(state="open"),
        ["Bánh chưng đen Ba Suối", "305-MH/BC-BNNMT", "In lại nhãn có ngày sản xuất", "18/12/2026"],
    ),
    "an order that was answered": (
        "pua", lambda _stage: CorrectiveOrder.objects.get(), ["in lại đúng 4 sao", "đã huỷ 1.200 nhãn cũ"],
    ),
    "a shopper's report that waits": (
        "phuc", lambda _stage: MisuseReport.objects.get(once="2" * 32), ["Gắn logo lên chai khác"],
    ),
    "an extension": (
        "phuc", lambda _stage: Extension.objects.get(), ["112-MH/QĐ-UBND", "Mật ong rừng Tả Chải"],
    ),
    "an annulment": (
        "phuc", lambda _stage: Annulment.objects.get(), ["124-MH/QĐ-UBND", "trứng mua ở tỉnh khác"],
    ),
    "a withdrawn product": (
        "thu", lambda stage: item_of(stage, "le-say"), ["Chủ thể đã rút"],
    ),
    "a conflict after the seal": (
        "thu", lambda stage: item_of(stage, "bach-tra"), ["em họ mới vào làm tại xưởng chè"],
    ),
    "a corrected sheet": (
        "thu", lambda stage: item_of(stage, "tui-tho-cam"), ["đánh nhầm dòng ở tiêu chí 3.1"],
    ),
    "corrected minutes": (
        "thu", lambda stage: stage.meetings["first"], ["02-MH/BB-HĐ", "Phòng họp số 3"],
    ),
    "a meeting put off": (
        "thu", lambda stage: stage.meetings["put-off"], ["Phiên họp đã hoãn", "Đã hoãn, chờ lịch mới"],
    ),
    "the ministry's answer": (
        "phuc", lambda stage: stage.decisions["ministry"], ["214-MH/BNNMT-VPĐP", "87,4"],
    ),
    "a replaced certificate": (
        "phuc", lambda stage: stage.decisions["replaced"], ["126-MH/QĐ-UBND", "Hợp tác xã Mẫu Sợi Lanh"],
    ),
}  # fmt: skip
"""Who looks at what, and what they read there."""


@pytest.mark.parametrize("what", PAGES)
def test_the_page_says_it(province, what):
    who, thing, sentences = PAGES[what]
    text = shown(province, who, thing(province).get_absolute_url())
    assert [sentence for sentence in sentences if sentence not in text] == []


def kinds(stage: Stage, on: str, *keys: str) -> list[Is]:
    return [standing_of(recognition_of(stage, key), day(on)).kind for key in keys]


def test_dissolved_before_the_decision_the_certificate_holds(province):
    """The commune's paper is on record, the revocation has taken it up; nobody has signed."""
    ended = {one.kind: one.state for one in Cessation.objects.all()}
    assert ended == {"dissolved": "taken_up", "stopped": "reported"}
    assert revocation_of(province, "mang-kho").state == "prepared"
    assert kinds(province, "11-24", "mang-kho") == [Is.VALID]


def test_one_of_three_is_taken_back_and_two_stay(province):
    three = ("seng-cu", "nep-cam", "banh-chung")
    assert kinds(province, "11-16", *three) == [Is.VALID] * 3
    assert kinds(province, "11-17", *three) == [Is.REVOKED, Is.VALID, Is.VALID]


def test_a_batch_lapses_on_one_day(province):
    """47 by one decision; one was extended until the day before its result was told."""
    batch, whole = Recognition.objects.filter(number="47-MH/QĐ-UBND"), [*BATCH, *AGAIN, *never_filed()]
    assert {one.product for one in batch} == {province.products[key] for key in whole}
    assert kinds(province, "10-31", *whole) == [Is.VALID] * 47
    others = [key for key in whole if key != LATE]
    assert kinds(province, "11-01", LATE, *others) == [Is.EXTENDED, *[Is.EXPIRED] * 46]
    assert kinds(province, "11-11", LATE) == [Is.EXTENDED]
    assert kinds(province, "11-12", *whole) == [Is.EXPIRED] * 47
    filed = [key for key in whole if key in province.dossiers]
    assert (sorted(filed), len(whole) - len(filed)) == (sorted([LATE, *AGAIN]), 41)


@pytest.mark.parametrize("key", [LATE, *AGAIN])
def test_what_came_back_misses_a_minimum_with_points_enough(province, key):
    item = item_of(province, key)
    assert (item.stars, item.total >= 50) == (2, True)


def test_the_last_day_and_the_first_day_after(province):
    assert kinds(province, "11-22", "chao-vung", "muoi-ot") == [Is.VALID, Is.VALID]
    assert kinds(province, "11-23", "chao-vung", "muoi-ot") == [Is.EXPIRED, Is.VALID]
    assert kinds(province, "11-24", "chao-vung", "muoi-ot") == [Is.EXPIRED, Is.EXPIRED]


def test_a_term_from_the_day_that_the_decision_names(province):
    known = recognition_of(province, "thao-qua")
    assert [known.decided_on, known.valid_from, known.expires_on] == [
        day("2024-06-20"), day("2024-07-01"), day("2027-07-01"),
    ]  # fmt: skip
    assert [standing_of(known, day(on)).kind for on in ("2024-06-30", "2024-07-01")] == [Is.NOT_YET, Is.VALID]


def test_what_an_ended_district_signed_holds(province):
    known = recognition_of(province, "que-chi")
    assert (known.authority, known.decided_on) == ("UBND thị xã Sa Pa", day("2025-06-16"))
    assert kinds(province, "11-23", "que-chi") == [Is.VALID]


def test_enrolled_but_never_recognised(province):
    assert kinds(province, "11-23", "dau-tam") == [Is.NOT_RECOGNISED]


def test_a_bad_sample_stops_a_good_score(province):
    item = item_of(province, "lap-suon")
    assert (item.stars, item.recommendation) == (4, "none")
    assert ResultNotice.objects.filter(item=item).exists()
    sample = Sample.objects.get(demand__dossier=item.dossier)
    text = shown(province, "phuc", sample.get_absolute_url())
    assert "Salmonella: Phát hiện /25g, giới hạn Không phát hiện /25g" in text


def test_the_holder_reads_what_concerns_her(province):
    """Each of her products as it stands, and that she will not renew one."""
    text = shown(province, "pua", "/san-pham-cua-toi/")
    assert re.search(r"Mật ong rừng.{1,120}Hết hạn .*Nước táo mèo.{1,120}Còn hiệu lực", text)
    assert Decline.objects.get().recognition == recognition_of(province, "ruou-ta-chai")


SHOPS = {
    "mang-kho": "Còn hiệu lực đến hết ngày 20/12/2027",
    "seng-cu": "Đã thu hồi từ ngày 17/11/2026, theo văn bản số 121-MH/QĐ-UBND",
    "nep-cam": "Còn hiệu lực",
    "che-day": "Hết hạn",
    "vit-coc-ly": "Đã huỷ bỏ từ ngày 18/11/2026, theo văn bản số 124-MH/QĐ-UBND",
}


@pytest.mark.parametrize("key", SHOPS)
def test_a_shopper_reads_how_it_stands(province, key):
    assert SHOPS[key] in shown(province, None, f"/san-pham/{province.products[key].slug}/")


def test_a_shopper_reads_nothing_of_what_was_never_recognised(province):
    assert Client().get(f"/san-pham/{province.products['dau-tam'].slug}/").status_code == 404


def test_the_replaced_certificate_keeps_its_term(province):
    old, new = Certificate.objects.filter(product=province.products["tui-tho-cam"]).order_by("pk")
    assert (old.stars, old.expires_on, old.product_code) == (new.stars, new.expires_on, new.product_code)
    assert standing_of(old.recognition, day("11-20")).kind == Is.REPLACED
    assert "Giấy này đã được thay bằng giấy mã" in shown(province, None, f"/xac-minh/{old.code}/")


def test_mishaps_are_on_record(province):
    """A draft that was never counted, both editions of a sheet, the paper beside the minutes."""
    withdrawn = ScoreSheet.objects.filter(item=item_of(province, "le-say"))
    assert sorted(withdrawn.values_list("seat__person__username", "state")) == [
        ("uyvien1", "sealed"), ("uyvien3", "draft"),
    ]  # fmt: skip
    correction = Correction.objects.get()
    assert (correction.state, correction.made.edition, correction.sheet.edition) == ("allowed", 2, 1)
    assert MinutesCorrection.objects.get().meeting == province.meetings["first"]


def test_two_communes_stand_until_the_day_and_what_lies_in_them_follows(province, monkeypatch):
    assert "31-MH/NQ-UBTVQH" in shown(province, "kien", "/sap-nhap/")
    rows = Listing.objects.filter(product__producer__commune__code__in=OLDS)
    assert {row.commune.name for row in rows.select_related("commune")} == {"Gia Phú", "Xuân Quang"}
    assert place(NEW.code, "commune", day("11-23")) is None
    at = datetime.combine(ON, time(8), tzinfo=VIETNAM)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    assert settle(at=at) == 1
    assert {row.commune.name for row in rows.select_related("commune")} == {"Gia Quang (minh hoạ)"}
