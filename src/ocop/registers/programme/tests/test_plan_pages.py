"""The pages of a plan: a plan is written, issued, amended and reported on through them,
and nothing typed is lost.
"""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from ocop.foundation.accounts.rules import Role
from ocop.foundation.tables.tests.building import Page, xls
from ocop.foundation.ui.keeping.values import boxes
from ocop.foundation.ui.tests.markup import tight
from ocop.registers.programme import acts
from ocop.registers.programme.models import Frame, Plan, Target, TargetResult, Task
from ocop.registers.programme.tests.test_importing import TABLE

HERE = "/ke-hoach/10/2022/"


def rows(prefix, *typed, initial=0):
    """What a page of rows sends."""
    data = {f"{prefix}-TOTAL_FORMS": len(typed), f"{prefix}-INITIAL_FORMS": initial}
    return data | {
        f"{prefix}-{n}-{name}": value for n, row in enumerate(typed) for name, value in row.items()
    }


def test_writing_a_plan_from_nothing(client, programme, old_province, tuan):
    client.force_login(tuan)
    frame = {"place": old_province.pk, "name": "Đề án OCOP", "first_year": "2021", "last_year": "2025"}
    assert client.post("/ke-hoach/lap/de-an/", frame).url == "/ke-hoach/lap/"
    page = client.get("/ke-hoach/lap/").content.decode()
    assert [words in page for words in ("Lào Cai (đến 30/06/2025)", "Đề án OCOP (2021–2025)")] == [True, True]
    given = {"place": old_province.pk, "year": 2022, "name": "Kế hoạch 2022", "frame": Frame.objects.get().pk}
    assert client.post("/ke-hoach/lap/", given).url == HERE
    assert client.post("/ke-hoach/lap/", given).status_code == 422

    typed = [
        {"name": "Sản phẩm mới", "value": "30", "unit": "sản phẩm", "count_rule": "new_products"},
        {"name": "Thẩm định cơ sở", "unit": "cơ sở", "bound": "all_due"},
        {},
    ]
    assert client.post(f"{HERE}soan/chi-tieu/", rows("chi-tieu", *typed)).url == HERE
    kept = [(one.name, one.bound, one.value, one.count_rule) for one in Target.objects.all()]
    assert kept == [
        ("Sản phẩm mới", "at_least", 30, "new_products"), ("Thẩm định cơ sở", "all_due", None, ""),
    ]  # fmt: skip

    typed = [
        {"name": "Mở lớp", "agency": "Sở Nông nghiệp", "starts_on": "1/3/2022", "due_on": "30/6/2022"},
        {},
    ]
    assert client.post(f"{HERE}soan/nhiem-vu/", rows("nhiem-vu", *typed)).url == HERE
    task = Task.objects.get()
    assert (task.number, task.due_on) == (1, date(2022, 6, 30))
    typed = [{"name": "Tập huấn", "source": "province", "amount": "1,5 tỷ", "task_id": task.pk}]
    assert client.post(f"{HERE}soan/kinh-phi/", rows("kinh-phi", *typed)).url == HERE
    typed = [{"kind": "dossiers", "starts_on": "1/2/2022", "ends_on": "30/4/2022"}, {}]
    assert client.post(f"{HERE}soan/chu-trinh/", rows("buoc", *typed)).url == HERE
    assert (
        client.post(f"{HERE}soan/nhiem-vu/1/chi-tieu/", {"targets": [Target.objects.first().pk]}).url
        == f"{HERE}nhiem-vu/1/"
    )
    page = client.get(HERE).content.decode()
    for words in (
        "từ 30 sản phẩm trở lên",
        "tất cả đến hạn",
        "1. Mở lớp",
        "1.500.000.000",
        "Lập hồ sơ",
        "Đề án OCOP",
    ):
        assert words in page

    issue = {"number": "100/KH-UBND", "issued_on": "1/3/2022", "signer_name": "Người Ký"}
    assert client.post(f"{HERE}ban-hanh/", {"number": "100/KH-UBND"}).status_code == 422
    assert client.post(f"{HERE}ban-hanh/", issue).url == HERE
    assert Plan.objects.get().state == "issued"
    assert client.get(f"{HERE}soan/chi-tieu/").status_code == 409


def test_rows_keep_what_was_typed(client, filled, tuan):
    client.force_login(tuan)
    page = client.get(f"{HERE}soan/chi-tieu/").content.decode()
    assert page.count('name="chi-tieu-') == 7 * 7 + 4  # seven boxes in seven rows, and the counts of the rows
    typed = [{"name": "Hội chợ", "unit": "lần", "value": "x"}, {"name": "Sổ tay", "unit": "cuốn"}]
    first, second = (_row(one) for one in filled.targets.all())
    more = client.post(
        f"{HERE}soan/chi-tieu/", {**rows("chi-tieu", first, second, *typed, initial=2), "more": "1"}
    )
    assert (more.status_code, more.content.decode().count('name="chi-tieu-8-name"')) == (200, 1)
    assert "Sổ tay" in more.content.decode()
    wrong = client.post(f"{HERE}soan/chi-tieu/", rows("chi-tieu", first, second, *typed, initial=2))
    assert (wrong.status_code, filled.targets.count(), "Sổ tay" in wrong.content.decode()) == (422, 2, True)
    twice = {"name": "Sản phẩm mới nữa", "unit": "sản phẩm", "value": "3", "count_rule": "new_products"}
    refused = client.post(f"{HERE}soan/chi-tieu/", rows("chi-tieu", first, second, twice, initial=2))
    assert (refused.status_code, "đếm trùng" in refused.content.decode(), filled.targets.count()) == (
        422,
        True,
        2,
    )


def _row(target):
    names = ("name", "bound", "unit", "count_rule")
    return {"pk": target.pk, "value": target.value or "", **{name: getattr(target, name) for name in names}}


def test_rows_edit_and_take_out(client, filled, tuan):
    client.force_login(tuan)
    first, second = (_row(one) for one in filled.targets.all())
    data = rows("chi-tieu", first | {"DELETE": "on"}, second | {"unit": "nơi"}, initial=2)
    assert client.post(f"{HERE}soan/chi-tieu/", data).url == HERE
    assert [(one.name, one.unit) for one in filled.targets.all()] == [("Thẩm định cơ sở", "nơi")]
    assert (
        client.post(
            f"{HERE}soan/nhiem-vu/",
            rows("nhiem-vu", {"pk": filled.tasks.get().pk, "DELETE": "on"}, initial=1),
        ).status_code
        == 422
    )
    assert filled.tasks.count() == 1


def test_a_row_that_somebody_else_took_out(client, filled, tuan, at):
    client.force_login(tuan)
    first, second = (_row(one) for one in filled.targets.all())
    acts.remove_target(filled.targets.first(), by=tuan, at=at)
    page = client.post(f"{HERE}soan/chi-tieu/", rows("chi-tieu", first | {"value": "9"}, second, initial=2))
    assert (page.status_code, "vừa được người khác bỏ" in page.content.decode()) == (422, True)


def opened(client, address):
    """What a page of rows holds when it stands open, and what it has seen."""
    page = client.get(address)
    rows, seen = page.context["rows"], page.context["keep"].seen
    typed = {box.name: box.stored[0] for box in boxes(rows) if box.stored}
    hidden = {form["pk"].html_name: form.initial["pk"] for form in rows.forms if form.initial}
    known = {f"{rows.prefix}-TOTAL_FORMS": rows.total_form_count()}
    known[f"{rows.prefix}-INITIAL_FORMS"] = rows.initial_form_count()
    return typed | hidden | known | {"keep-seen": seen}


def test_a_row_that_somebody_else_added_is_there_once(client, filled, tuan, at):
    client.force_login(tuan)
    address = f"{HERE}soan/chi-tieu/"
    mine = opened(client, address)
    fields = {"name": "Hội chợ", "unit": "lần", "bound": "at_least", "value": 2}
    acts.add_target(filled, fields=fields, by=tuan, at=at)
    assert client.post(address, mine | {"chi-tieu-0-value": "41"}).url == HERE
    assert [(one.name, one.value) for one in filled.targets.all()] == [
        ("Sản phẩm mới", 41), ("Thẩm định cơ sở", filled.targets.all()[1].value), ("Hội chợ", 2),
    ]  # fmt: skip


def test_a_row_that_somebody_else_took_out_stays_out_and_shifts_nothing(client, filled, tuan, at):
    client.force_login(tuan)
    address = f"{HERE}soan/chi-tieu/"
    mine, last = opened(client, address), filled.targets.last()
    acts.remove_target(filled.targets.first(), by=tuan, at=at)
    page = client.post(address, mine | {"chi-tieu-1-unit": "nơi"})
    assert page.url == HERE
    [left] = filled.targets.all()
    assert (left.name, left.unit, left.value) == (last.name, "nơi", last.value)


def test_a_target_is_narrowed_on_its_own_page(client, filled, sa_pa, tuan):
    client.force_login(tuan)
    address = f"{HERE}soan/chi-tieu/rieng/san-pham-moi/"
    assert sa_pa.local_name in client.get(address).content.decode()
    given = {
        **_row(filled.targets.first()),
        "place_id": sa_pa.pk,
        "stars_from": "4",
        "set_numbers": ["1", "2"],
    }
    assert client.post(address, given).url == HERE
    kept = filled.targets.get(key="san-pham-moi")
    assert (kept.place, kept.stars_from, kept.set_numbers) == (sa_pa, 4, [1, 2])
    assert "bộ 1, 2; từ 4 sao" in client.get(HERE).content.decode()
    assert client.post(address, given | {"year_from": "2020"}).status_code == 422
    assert client.get(f"{HERE}soan/chi-tieu/rieng/khong-co/").status_code == 404


def test_importing_is_checked_first(client, draft, tuan):
    client.force_login(tuan)
    address = f"{HERE}soan/chi-tieu/tu-bang/"
    faulty = client.post(address, {"table": TABLE.replace("30,yes", "x,yes")}, follow=True)
    assert (faulty.context["faulty_count"], Target.objects.count()) == (1, 0)
    assert "“x” không đọc được thành số." in tight(faulty.content.decode())
    clean = client.post(address, {"table": TABLE}, follow=True)
    assert (clean.context["good_count"], Target.objects.count()) == (7, 0)
    here = f"{address}?bang={clean.context['file'].key}"
    assert client.post(here, {"save": "1"}).url == HERE
    assert Target.objects.count() == 7
    assert client.get(f"{here}&tai=1").status_code == 200
    assert client.get(f"{address}?bang=khong").status_code == 404


def test_importing_an_offices_table_with_decimals(client, draft, tuan):
    rows = [
        ["BIỂU CHỈ TIÊU"], ["TT", "Nội dung", "ĐVT", "Kế hoạch 2021", "Kế hoạch 2022", "Đơn vị thực hiện"],
        ["I", "Phát triển sản phẩm"], [1, "Doanh thu", "tỷ đồng", 10, 12.5, "Sở"], ["", "Cộng", "", "", 12.5],
    ]  # fmt: skip
    client.force_login(tuan)
    address = f"{HERE}soan/chi-tieu/tu-bang/"
    page = client.post(address, {"file": ContentFile(xls(Page(rows)), name="chi-tieu.xls")}, follow=True)
    assert "Có nhiều cột có thể là cột này" in page.content.decode()
    here = f"{address}?bang={page.context['file'].key}"
    chosen = {"columns": "1", "cot_text": "Nội dung", "cot_unit": "ĐVT", "cot_value": "Kế hoạch 2022"}
    page = client.post(here, chosen, follow=True)
    assert [cell.text for cell in page.context["rows"][0].cells] == ["Doanh thu", "tỷ đồng", "12,5"]
    assert client.post(here, {"save": "1"}).url == HERE
    assert "12,5 tỷ đồng" in tight(client.get(HERE).content.decode())
    assert client.get(f"{HERE}soan/chi-tieu/mau.xlsx").status_code == 200


def test_amending_shows_before_and_after_first(client, issued, tuan):
    client.force_login(tuan)
    first, second = (_row(one) for one in issued.targets.all())
    task, line = issued.tasks.get(), issued.budget_lines.get()
    paper = {"number": "200/KH-UBND", "issued_on": "1/7/2022", "reason": "Thiếu kinh phí"}
    data = paper | rows(
        "chi-tieu", first | {"value": "25"}, second, {"name": "Hội chợ", "unit": "lần"}, initial=2
    )
    data |= rows(
        "nhiem-vu",
        {"pk": task.pk, "name": task.name, "agency": task.agency, "due_on": "30/9/2022"},
        initial=1,
    )
    data |= rows(
        "kinh-phi",
        {"pk": line.pk, "name": line.name, "source": "province", "amount": "500.000.000", "task_id": task.pk},
        initial=1,
    )
    page = client.post(f"{HERE}dieu-chinh/", data)
    text = page.content.decode()
    assert (page.status_code, issued.amendments.count(), issued.targets.count()) == (200, 0, 2)
    assert [
        words in text for words in ('"before">30<', '"after">25<', "30/06/2022", "30/09/2022", "Hội chợ")
    ] == [True] * 5
    assert client.post(f"{HERE}dieu-chinh/", data | {"save": "1"}).url == f"{HERE}lich-su/"
    changes = issued.amendments.get().changes.values_list("thing", "field")
    assert sorted(changes) == [("target", "in_force"), ("target", "value"), ("task", "due_on")]
    assert "Chỉ tiêu như khi ban hành" in client.get(f"{HERE}lich-su/").content.decode()
    early = data | {"save": "1", "number": "1/KH", "issued_on": "1/1/2022"}
    assert client.post(f"{HERE}dieu-chinh/", early).status_code == 422


def test_recording_a_result_and_taking_it_back(client, issued, tuan):
    client.force_login(tuan)
    address = f"{HERE}ket-qua/tham-dinh-co-so/"
    given = {"on": "20/5/2022", "amount": "4", "note": "Bốn cơ sở chè"}
    assert client.post(f"{address}ghi/", given | {"on": "20/5/2023"}).status_code == 422
    assert client.post(f"{address}ghi/", given).url == address
    result = TargetResult.objects.get()
    assert "Đã ghi: 4 cơ sở." in client.get(address).content.decode()
    assert "Ghi tay: 4 cơ sở" in client.get(HERE).content.decode()
    assert client.post(f"{address}{result.pk}/rut/", {"reason": "Ghi trùng"}).url == address
    page = client.get(address).content.decode()
    assert ("Đã ghi: 0 cơ sở." in page, "Ghi trùng" in page) == (True, True)
    assert client.get(f"{address}999/rut/").status_code == 404


def test_the_holder_of_a_task_reports_it(client, filled, cast, tuan, at):
    office = cast.appoint(cast.hoa, Role.COMMUNE_OFFICER, level="commune").office
    cast.appoint(
        cast.minh,
        Role.COMMUNE_OFFICER,
        place=cast.province.children.filter(level="commune").last(),
        level="commune",
    )
    acts.edit_task(filled.tasks.get(), fields={"office": office}, by=tuan, at=at)
    client.force_login(cast.hoa)
    assert client.get(f"{HERE}nhiem-vu/1/").status_code == 404
    acts.issue_plan(filled, is_partly_known=True, by=tuan, at=at)
    assert "Báo xong" in client.get(f"{HERE}nhiem-vu/1/").content.decode()
    client.force_login(cast.minh)
    assert "Báo xong" not in client.get(f"{HERE}nhiem-vu/1/").content.decode()
    assert client.get(f"{HERE}nhiem-vu/1/xong/").status_code == 403
    client.force_login(cast.hoa)
    assert (
        client.post(f"{HERE}nhiem-vu/1/xong/", {"done_on": "1/6/2022", "result": "Ba lớp"}).url
        == f"{HERE}nhiem-vu/1/"
    )
    assert (
        client.post(f"{HERE}nhiem-vu/1/xong/", {"done_on": "1/6/2022", "result": "Ba lớp"}).status_code == 409
    )
    client.force_login(tuan)
    assert client.post(f"{HERE}nhiem-vu/1/mo-lai/", {"reason": "Báo nhầm"}).url == f"{HERE}nhiem-vu/1/"
    assert client.post(f"{HERE}nhiem-vu/1/thoi/", {"reason": "Không cần nữa"}).url == f"{HERE}nhiem-vu/1/"
    assert Task.objects.get().state == "dropped"


def test_files_follow_their_plan(client, issued, cast, tuan, png):
    client.force_login(tuan)
    given = {"title": "Tờ trình", "upload": png}
    assert client.post(f"{HERE}van-ban/", given).url == HERE
    png.seek(0)
    assert client.post(f"{HERE}nhiem-vu/1/van-ban/", given).url == f"{HERE}nhiem-vu/1/"
    png.seek(0)
    content = png.read()
    pages = [SimpleUploadedFile(f"{n}.png", content, "image/png") for n in (1, 2)]
    client.post(f"{HERE}nhiem-vu/1/van-ban/", {"title": "Bảng kê", "upload": pages})
    titles = issued.tasks.get().papers.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["Tờ trình", "Bảng kê", "Bảng kê (2)"]
    files = [issued.papers.get().file, issued.tasks.get().papers.first().file]
    assert [client.get(file.get_absolute_url()).status_code for file in files] == [200, 200]
    client.force_login(cast.lan)
    assert [client.get(file.get_absolute_url()).status_code for file in files] == [404, 404]


def test_copying_and_closing(client, issued, cast, tuan):
    client.force_login(tuan)
    given = {"place": cast.province.pk, "year": 2027, "name": "Kế hoạch 2027"}
    assert client.post(f"{HERE}sao-chep/", given).url == "/ke-hoach/15/2027/"
    assert "Nhiệm vụ chưa báo xong" in client.get(f"{HERE}ket-thuc/").content.decode()
    assert client.post(f"{HERE}ket-thuc/").url == HERE
    assert Plan.objects.get(year=2022).state == "closed"
    assert client.get(f"{HERE}dieu-chinh/").status_code == 409


def test_what_is_not_known_is_said(client, filled, tuan, at):
    acts.issue_plan(filled, number="100/KH-UBND", is_partly_known=True, by=tuan, at=at)
    client.force_login(tuan)
    assert "Chưa biết: ngày ban hành, người ký." in client.get(HERE).content.decode()


def test_editing_the_head(client, draft, tuan):
    client.force_login(tuan)
    assert client.post(f"{HERE}sua/", {"name": "Tên mới", "note": "Ghi chú"}).url == HERE
    assert (Plan.objects.get().name, Plan.objects.get().note) == ("Tên mới", "Ghi chú")
    assert client.post(f"{HERE}sua/", {"name": ""}).status_code == 422


PAGES = ["", "sua/", "ban-hanh/", "sao-chep/", "van-ban/", "lich-su/", "soan/chi-tieu/",
"soan/chi-tieu/tu-bang/",
         "soan/chi-tieu/rieng/san-pham-moi/", "soan/nhiem-vu/", "soan/nhiem-vu/1/chi-tieu/", "soan/kinh-phi/",
         "soan/chu-trinh/", "nhiem-vu/1/", "ket-qua/tham-dinh-co-so/"]  # fmt: skip


def test_english_pages(client, filled, tuan):
    client.force_login(tuan)
    assert [client.get(f"/en{HERE}{page}").status_code for page in PAGES] == [200] * len(PAGES)
    assert client.get("/en/ke-hoach/").status_code == 200


@pytest.mark.parametrize(("who", "status"), [("tuan", 200), ("minh", 200), ("lan", 403), (None, 302)])
def test_who_opens_the_list(client, issued, cast, tuan, who, status):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    if who:
        client.force_login(tuan if who == "tuan" else getattr(cast, who))
    page = client.get("/ke-hoach/")
    assert page.status_code == status
    if status == 200:
        assert ("100/KH-UBND" in page.content.decode(), "Lập kế hoạch" in page.content.decode()) == (
            True,
            who == "tuan",
        )
