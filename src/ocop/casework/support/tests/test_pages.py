"""The pages of every kind, as officers and producers use them."""

from __future__ import annotations

import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.support import acts
from ocop.casework.support.models import Activity, Cost
from ocop.casework.support.rules import kinds
from ocop.casework.support.tests.cast import facts_for, picture
from ocop.foundation.places.selectors import communes_of, place

pytestmark = pytest.mark.django_db
KINDS = list(kinds().values())


@pytest.fixture
def browse(client, desk):
    """Opens a page as somebody; the person stays signed in."""

    def ask(name, *args, by=None, data=None, query=""):
        client.force_login(by or desk.phuc)
        url = reverse(f"support:{name}", args=args) + query
        return client.get(url) if data is None else client.post(url, data)

    return ask


def sent(kind, **fields):
    """What an officer types for a kind."""
    shown = {True: "yes", False: "no"}
    facts = {
        f"fact_{key}": shown[value] if isinstance(value, bool) else value
        for key, value in facts_for(kind).items()
    }
    return {
        "name": f"Việc {kind.key}",
        "agency": "Sở",
        "starts_on": "1/11/2026",
        "place": "",
        **facts,
        **fields,
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_is_entered_listed_shown_and_exported(desk, browse, kind):
    assert browse("plan", kind.slug).status_code == 200
    answer = browse("plan", kind.slug, data=sent(kind, place=desk.commune.pk, ends_on="30.11.2026"))
    activity = Activity.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, activity.get_absolute_url())
    assert (activity.kind, activity.place, activity.ends_on) == (kind.key, desk.commune, date(2026, 11, 30))
    assert (activity.plan, activity.facts) == (desk.plan, facts_for(kind))
    page = browse("activity", activity.key).content.decode()
    assert activity.name in page
    assert activity.name in browse("list", kind.slug).content.decode()
    sheet = openpyxl.load_workbook(io.BytesIO(browse("list", kind.slug, query="?xuat=xlsx").content)).active
    header, row = list(sheet.iter_rows(values_only=True))
    assert [field.label.vi for field in kind.fields if field.label.vi not in header] == []
    assert row[0] == activity.name


def test_the_spreadsheet_has_real_dates_numbers_and_words(desk, browse):
    kind = kinds()["organisation"]
    activity = desk.running("organisation", facts=facts_for(kind, whole=True))
    acts.add_beneficiary(activity, product=desk.product, by=desk.phuc, at=desk.at)
    acts.record_cost(activity, budget_line=desk.line, amount=7, paid_on=desk.today, by=desk.phuc, at=desk.at)
    sheet = openpyxl.load_workbook(io.BytesIO(browse("list", kind.slug, query="?xuat=xlsx").content)).active
    header, row = (list(one) for one in sheet.iter_rows(values_only=True))
    found = dict(zip(header, row, strict=True))
    assert (found["Lần đầu tham gia chương trình"], found["Loại hình lúc đầu"]) == (
        "Có",
        "Hộ sản xuất, hộ kinh doanh",
    )
    assert (found["Số thành viên lúc xong"], found["Doanh thu năm sau hỗ trợ (đồng)"]) == (12, 1_500_000)
    assert (found["Từ ngày"].date(), found["Đã chi (đồng)"]) == (activity.starts_on, 7)
    assert (found["Ai được hỗ trợ"], found["Trạng thái"], found["Kế hoạch năm"]) == (
        "Dứa sấy dẻo",
        "Đang làm",
        2026,
    )


def test_what_was_typed_stays_when_something_is_refused(desk, browse):
    kind = kinds()["listing"]
    answer = browse("plan", kind.slug, data=sent(kind, starts_on="5/11/2026", ends_on="4/11/2026"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Ngày kết thúc 04/11/2026 sớm hơn ngày bắt đầu 05/11/2026." in text
    assert "Việc listing" in text
    assert Activity.objects.count() == 0


def test_a_listing_without_a_link_is_asked_for_it(browse):
    kind = kinds()["listing"]
    answer = browse("plan", kind.slug, data=sent(kind, fact_url=""))
    assert (answer.status_code, Activity.objects.count()) == (422, 0)
    assert "Hãy điền ô này." in answer.content.decode()


@pytest.mark.parametrize("value", ["javascript:alert(1)", "https://", "x" * 600])
def test_a_link_that_is_none_is_refused_in_the_form(browse, value):
    kind = kinds()["listing"]
    assert browse("plan", kind.slug, data=sent(kind, fact_url=value)).status_code == 422
    assert Activity.objects.count() == 0


def test_numbers_are_typed_as_people_write_them(browse):
    kind = kinds()["signboard"]
    browse("plan", kind.slug, data=sent(kind, fact_area_ha="1.250,5", fact_households="1.200"))
    facts = Activity.objects.get().facts
    assert (facts["area_ha"], facts["households"]) == ("1250.5", 1200)


def test_the_whole_province_is_chosen_by_choosing_no_commune(desk, browse):
    browse("plan", "hoi-cho", data=sent(kinds()["fair"]))
    assert Activity.objects.get().place == desk.province


def test_a_commune_officer_chooses_only_the_own_commune(desk, browse):
    form = browse("plan", "hoi-cho", by=desk.minh).context["form"]
    assert list(form.fields["place"].queryset) == [desk.commune]
    assert browse("plan", "hoi-cho", by=desk.minh, data=sent(kinds()["fair"])).status_code == 422
    good = sent(kinds()["fair"], place=desk.commune.pk)
    assert browse("plan", "hoi-cho", by=desk.minh, data=good).status_code == 302


def test_a_plan_of_2022_offers_the_places_of_2022(desk, browse):
    old = place("10", "province", date(2022, 5, 1))
    plan = desk.make_plan(old, 2022)
    commune = communes_of("10", date(2022, 5, 1)).first()
    query = f"?ke-hoach={plan.pk}"
    places = set(browse("plan", "hoi-cho", query=query).context["form"].fields["place"].queryset)
    assert commune in places
    assert commune.parent in places
    assert desk.commune not in places
    data = sent(kinds()["fair"], place=commune.pk, starts_on="1/5/2022")
    assert browse("plan", "hoi-cho", query=query, data=data).status_code == 302
    assert (Activity.objects.get().plan, Activity.objects.get().place) == (plan, commune)


@pytest.mark.parametrize("query", ["?ke-hoach=0", "?ke-hoach=99999999"])
def test_without_a_plan(browse, query):
    browse("plan", "hoi-cho", query=query, data=sent(kinds()["fair"]))
    assert Activity.objects.get().plan is None


def test_amending_shows_what_is_kept_and_keeps_it(desk, browse):
    for kind in KINDS:
        activity = desk.planned(kind.key, facts=facts_for(kind, whole=True))
        form = browse("edit", activity.key).context["form"]
        typed = {name: form[name].value() for name in form.fields}
        data = {
            name: "" if value is None else form.fields[name].prepare_value(value)
            for name, value in typed.items()
        }
        data = {name: f"{v:%d/%m/%Y}" if isinstance(v, date) else v for name, v in data.items()}
        assert browse("edit", activity.key, data=data).status_code == 302, kind.key
        assert desk.again(activity).facts == activity.facts


def test_from_the_plan_to_the_result_through_the_pages(desk, browse):
    activity = desk.planned("listing")
    key = activity.key
    assert browse("start", key).status_code == 200
    assert browse("start", key, data={}).status_code == 302
    text = browse("finish", key).content.decode()
    assert "chủ thể hoặc sản phẩm được hỗ trợ" in text
    found = browse("add_beneficiary", key, query="?q=dua+say")
    assert "Dứa sấy dẻo" in found.content.decode()
    choice = {"who": f"s{desk.product.pk}", "outcome": "Một gian"}
    assert browse("add_beneficiary", key, query="?q=dua+say", data=choice).status_code == 302
    assert browse("add_beneficiary", key, query="?q=dua+say", data=choice).status_code == 422
    look = {"on": f"{desk.today:%d/%m/%Y}", "state": "live", "sales": "1,5 triệu", "photo": picture()}
    assert browse("look", key, data=look).status_code == 302
    assert activity.looks.get().sales == 1_500_000
    result = {"result": "Đã bán được hàng.", "result_on": f"{desk.today:%d/%m/%Y}"}
    assert browse("finish", key, data={**result, "result": ""}).status_code == 422
    assert browse("finish", key, data=result).status_code == 302
    assert desk.again(activity).state == "finished"
    assert "Đã bán được hàng." in browse("activity", key).content.decode()


def test_the_refusal_of_a_result_stands_above_the_form(desk, browse):
    activity = desk.running("listing")
    answer = browse("finish", activity.key, data={"result": "Xong", "result_on": f"{desk.today:%d/%m/%Y}"})
    assert answer.status_code == 422
    assert "Chưa ghi kết quả được: còn thiếu" in answer.content.decode()


def test_a_step_and_its_lateness_on_the_page(desk, browse):
    activity = desk.running("trademark", starts_on=desk.today - timedelta(days=40))
    late = (timezone.localdate() - desk.today).days + 10
    assert f"chậm {late} ngày" in browse("activity", activity.key).content.decode()
    data = {"done_on": f"{desk.today:%d/%m/%Y}", "office_no": "TC-01", "upload": pdf()}
    assert browse("step", activity.key, "search", data=data).status_code == 302
    text = browse("activity", activity.key).content.decode()
    assert "TC-01" in text
    assert "chậm" not in text
    assert browse("step", activity.key, "khong-co").status_code == 404
    future = {"done_on": f"{timezone.localdate() + timedelta(days=1):%d/%m/%Y}"}
    assert browse("step", activity.key, "filing", data=future).status_code == 422


def test_a_payment_that_goes_over_asks_once_more(desk, browse):
    activity = desk.running()
    data = {"budget_line": desk.line.pk, "amount": "100.000.001", "paid_on": f"{desk.today:%d/%m/%Y}"}
    answer = browse("cost", activity.key, data=data)
    assert (answer.status_code, Cost.objects.count()) == (422, 0)
    assert 'name="accept_over"' in answer.content.decode()
    assert 'name="accept_over"' not in browse("cost", activity.key).content.decode()
    assert browse("cost", activity.key, data={**data, "accept_over": "on"}).status_code == 302
    cost = Cost.objects.get()
    assert "100.000.001 đồng" in browse("activity", activity.key).content.decode()
    assert "100.000.001" in browse("costs").content.decode()
    sheet = openpyxl.load_workbook(io.BytesIO(browse("costs", query="?xuat=xlsx").content)).active
    assert [row[-1] for row in sheet.iter_rows(values_only=True)] == ["Số tiền (đồng)", 100_000_001]
    assert browse("withdraw_cost", activity.key, cost.pk, data={"reason": "Nhầm"}).status_code == 302
    assert "100.000.001" not in browse("costs").content.decode()


def test_money_without_a_plan_is_refused_before_the_form(desk, browse):
    answer = browse("cost", desk.running(plan=None).key)
    assert answer.status_code == 403
    assert "Khoản chi chưa có nguồn." in answer.content.decode()


def test_artwork_through_the_pages(desk, browse):
    activity = desk.running("logo")
    assert "Chưa có sản phẩm nào để giao" in browse("kit", activity.key).content.decode()
    recognition = desk.recognised(days=30_000)
    acts.add_beneficiary(activity, product=desk.product, by=desk.phuc, at=desk.at)
    data = {"recognition": recognition.pk, "upload": pdf()}
    assert browse("kit", activity.key, data=data).status_code == 302
    page = browse("activity", activity.key, by=desk.lan).content.decode()
    assert activity.kits.get().file.get_absolute_url() in page


def test_a_paper_and_a_party_through_the_pages(desk, browse):
    activity = desk.running("value_chain_link")
    assert browse("paper", activity.key, data={"title": "Hợp đồng", "upload": pdf()}).status_code == 302
    assert browse("paper", activity.key, data={"title": "Hợp đồng"}).status_code == 422
    assert browse("paper", activity.key, data={"title": "Sổ", "upload": [pdf(), pdf()]}).status_code == 302
    assert sorted(activity.papers.values_list("title", flat=True)) == ["Hợp đồng", "Sổ", "Sổ (2)"]
    assert browse("add_party", activity.key, data={"role": "household", "name": "Các hộ"}).status_code == 422
    data = {"role": "household", "name": "Các hộ", "households": "1.200"}
    assert browse("add_party", activity.key, data=data).status_code == 302
    party = activity.parties.get()
    assert party.households == 1200
    assert browse("remove_party", activity.key, party.pk, data={}).status_code == 302
    assert activity.parties.count() == 0


def test_a_producer_sees_the_help_and_not_the_money(desk, browse):
    activity = desk.running("listing")
    one = acts.add_beneficiary(activity, producer=desk.producer, by=desk.phuc, at=desk.at)
    acts.record_cost(
        activity, budget_line=desk.line, amount=777, paid_on=desk.today, by=desk.phuc, at=desk.at
    )
    text = browse("activity", activity.key, by=desk.lan).content.decode()
    assert activity.name in text
    assert "777" not in text
    assert "Sửa thông tin" not in text
    assert activity.name in browse("received", desk.producer.slug, by=desk.lan).content.decode()
    assert browse("received", desk.producer.slug, by=desk.quang).status_code == 404
    assert browse("remove_beneficiary", activity.key, one.pk, by=desk.lan, data={}).status_code == 403


def test_cancelling_asks_why(desk, browse):
    activity = desk.planned()
    assert browse("cancel", activity.key, data={"reason": ""}).status_code == 422
    assert browse("cancel", activity.key, data={"reason": "Hết kinh phí"}).status_code == 302
    assert desk.again(activity).state == "cancelled"


FILTERS = [
    ("?dia_ban=ban+lau", 1), ("?dia_ban=khong+dau", 0), ("?chu_the=dua+ban", 1), ("?chu_the=quang", 0),
    ("?nam=2026", 1), ("?nam=2025", 0), ("?nam=2026,5", 0), ("?nam=-1", 0), ("?nam=99999", 0),
    ("?trang_thai=planned", 1), ("?trang_thai=finished", 0), ("?q=viec+fair", 1), ("?q=hop+tac+khac", 0),
]  # fmt: skip


@pytest.mark.parametrize(("query", "count"), FILTERS)
def test_the_filters_of_a_list(desk, browse, query, count):
    activity = desk.planned("fair")
    acts.add_beneficiary(activity, producer=desk.producer, by=desk.phuc, at=desk.at)
    assert len(browse("list", "hoi-cho", query=query).context["table"].rows) == count


def test_home_counts_each_kind(desk, browse):
    desk.planned("fair")
    desk.finished("listing")
    lines = {
        line.url: (line.planned, line.running, line.finished) for line in browse("home").context["lines"]
    }
    assert len(lines) == len(KINDS)
    assert lines[reverse("support:list", args=["hoi-cho"])] == (1, 0, 0)
    assert lines[reverse("support:list", args=[kinds()["listing"].slug])] == (0, 0, 1)


def test_unknown_kinds_and_activities_are_not_there(desk, browse):
    from uuid import uuid4

    assert browse("list", "khong-co").status_code == 404
    assert browse("plan", "khong-co").status_code == 404
    assert browse("activity", uuid4()).status_code == 404
    assert browse("activity", desk.planned().key, by=desk.sen).status_code == 404


def test_strangers_and_readers_enter_nothing(desk, browse):
    leader = desk.cast.person("dung", "Dũng")
    desk.cast.appoint(leader, "leader")
    activity = desk.planned()
    assert [browse("home", by=one).status_code for one in (desk.quang, desk.lan, leader)] == [403, 403, 200]
    assert [browse("plan", "hoi-cho", by=one).status_code for one in (desk.lan, leader)] == [403, 403]
    assert [browse(name, activity.key, by=leader).status_code for name in ("edit", "start", "cost")] == [
        403
    ] * 3


def test_the_page_in_english(desk, client):
    activity = desk.running("trademark")
    client.force_login(desk.phuc)
    text = client.get("/en" + activity.get_absolute_url()).content.decode()
    assert "Formal examination" in text
    assert "Ordinary trademark" in text


def test_the_history_says_what_each_act_was_about(desk, browse):
    activity = desk.running("trademark")
    acts.add_beneficiary(activity, product=desk.product, by=desk.phuc, at=desk.at)
    acts.record_step(activity.steps.get(key="search"), done_on=desk.today, by=desk.phuc, at=desk.at)
    acts.record_cost(
        activity, budget_line=desk.line, amount=1_500, paid_on=desk.today, by=desk.phuc, at=desk.at
    )
    acts.attach_papers(activity, uploads=[(pdf(), "Hợp đồng tư vấn")], by=desk.phuc, at=desk.at)
    entries = [(entry.title, entry.detail) for entry in browse("activity", activity.key).context["entries"]]
    assert entries == [
        ("Thêm giấy tờ", "Hợp đồng tư vấn"), ("Ghi khoản chi", "1.500 đồng"), ("Cập nhật bước", "Tra cứu"),
        ("Thêm đối tượng được hỗ trợ", "Dứa sấy dẻo"), ("Bắt đầu", ""), ("Ghi hoạt động", ""),
    ]  # fmt: skip


def test_the_head_names_the_next_step(desk, browse):
    activity = desk.running("trademark")
    page = browse("activity", activity.key).context
    assert (page["next_step"], page["due"]) == ("Tra cứu", activity.steps.get(key="search").due_on)
    assert "next_step" not in browse("activity", desk.running("fair").key).context
