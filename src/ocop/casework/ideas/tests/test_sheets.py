"""Ideas from a workbook: looked through without saving, marked, saved whole or not at all."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from ocop.casework.dossiers.tests.cast import SET, Scene, leaf_of
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas.acts import check_sheet, save_sheet, saving
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.rules.rows import leaf_key, twin_key
from ocop.casework.ideas.selectors.columns import EXAMPLE, columns, communes_today
from ocop.casework.ideas.selectors.sheets import look_through
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.access import refuse_read
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.models import Place, Succession
from ocop.foundation.tables.labels import doubt_words, fault_words
from ocop.foundation.tables.tests.building import Page, ods, text, xls

HEADER = [
    "STT",
    "Tên sản phẩm *",
    "Nguyên liệu địa phương *",
    "Người hoặc cơ sở có ý tưởng *",
    "Xã, phường *",
]
MORE = [
    "Điện thoại",
    "Mã số đăng ký kinh doanh",
    "Bán cho ai, ở đâu",
    "Cần giúp gì",
    "Mô tả",
    "Nhóm sản phẩm",
]
GOOD = ["Mứt dứa", "Dứa của xã", "Sùng A Páo", "02788"]


def workbook(*rows: list[Any]) -> ContentFile:
    book = Workbook()
    sheet = book.active
    sheet.append([*HEADER, *MORE])
    for number, row in enumerate(rows, start=1):
        sheet.append([number, *row])
    out = io.BytesIO()
    book.save(out)
    return ContentFile(out.getvalue(), name="y-tuong.xlsx")


def check(scene: Scene, *rows: list[Any], by: Any = None) -> IdeaSheet:
    return check_sheet(workbook(*rows), by=by or scene.minh, at=scene.at)


def reasons(sheet: IdeaSheet, by: Any) -> dict[int, str]:
    """What is said of each row."""
    found = look_through(sheet, by, sheet.uploaded_at).found
    said = {fault.line: fault_words(fault) for fault in found.faults}
    return {doubt.row: doubt_words(doubt) for doubt in found.doubts} | said


def predecessor(place: Place) -> Place:
    """An old commune of another name and code that became part of this one alone."""
    for link in Succession.objects.filter(new=place).select_related("old"):
        if link.old.name != place.name and link.old.followed_by.count() == 1:
            return link.old
    raise AssertionError("no old commune")


def test_a_clean_workbook_is_looked_through_and_nothing_is_saved(scene: Scene) -> None:
    sheet = check(scene, GOOD, ["Chuối sấy", "Chuối", "Lý Mẩy", "xã Bản Lầu", "0912345678"])
    assert (sheet.row_count, sheet.faulty_count, sheet.saved_at) == (2, 0, None)
    assert Idea.objects.count() == 0
    assert Entry.objects.get(action="idea_sheet.check").data == {"rows": 2, "faulty": 0}


def test_saving_registers_and_sends_every_row(scene: Scene) -> None:
    leaf = leaf_of(SET)["leaf"]
    row = [*GOOD, 912345678, scene.producer.registration_no, "Chợ", "Nhãn", "Hũ", f"{leaf} – Rau quả"]
    sheet = check(scene, row, ["Chuối sấy", "Chuối", "Lý Mẩy", "02788 – xã Bản Lầu"])
    assert save_sheet(sheet, by=scene.minh, at=scene.at) == 2
    one, other = Idea.objects.order_by("pk")
    assert (one.name, one.material, one.proposer, one.proposer_phone) == (
        "Mứt dứa",
        "Dứa của xã",
        "Sùng A Páo",
        "0912345678",
    )
    assert (one.producer, one.market, one.help_wanted, one.description) == (
        scene.producer,
        "Chợ",
        "Nhãn",
        "Hũ",
    )
    assert (one.set_number, one.leaf, one.state, one.is_entered_for_other, one.sheet) == (
        SET,
        leaf,
        "submitted",
        True,
        sheet,
    )
    assert (other.producer, other.whose, other.place) == (None, "Lý Mẩy", scene.cast.commune)
    sheet.refresh_from_db()
    assert sheet.saved_at == scene.at
    acts = Entry.objects.filter(object_type="ideas.idea", object_id=one.pk).order_by("sequence")
    assert [entry.action for entry in acts] == ["idea.import", "idea.submit"]
    assert Entry.objects.get(action="idea_sheet.save").data == {"ideas": 2}


def test_the_officers_are_told_once_of_all_of_them(scene: Scene) -> None:
    save_sheet(check(scene, GOOD, ["Chuối sấy", "Chuối", "Lý Mẩy", "02788"]), by=scene.minh, at=scene.at)
    told = Message.objects.filter(kind__startswith="ideas.")
    assert [(one.person, one.kind, one.subject) for one in told] == [
        (scene.minh, "ideas.imported", "2 ý tưởng mới từ bảng Excel")
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", "Dứa", "Páo", "02788"], "Chưa ghi “Tên sản phẩm”."),
        (["Mứt", "", "Páo", "02788"], "Chưa ghi “Nguyên liệu địa phương”."),
        (["Mứt", "Dứa", "", "02788"], "Chưa ghi “Người hoặc cơ sở có ý tưởng”."),
        (["Mứt", "Dứa", "Páo", ""], "Chưa ghi “Xã, phường”."),
        (
            ["Mứt", "Dứa", "Páo", "99999"],
            "Không thấy xã, phường “99999”; ghi tên hiện nay, hoặc xã cũ kèm huyện.",
        ),
        (
            ["Mứt", "Dứa", "Páo", "xã Không Có"],
            "Không thấy xã, phường “xã Không Có”; ghi tên hiện nay, hoặc xã cũ kèm huyện.",
        ),
        (["Mứt", "Dứa", "Páo", "02788", "12"], "“12” chưa đúng là một số điện thoại."),
        (["Mứt", "Dứa", "Páo", "02788", "", "X1"], "Chưa có chủ thể mang mã số này trong hệ thống."),
        (
            ["Mứt", "Dứa", "Páo", "02788", "", "", "", "", "", "X.9.z"],
            "Không có nhóm sản phẩm này; chọn trong danh sách.",
        ),
        (
            ["=1+1", "Dứa", "Páo", "02788"],
            "Ô công thức chưa có kết quả; mở bằng Excel, lưu lại hoặc ghi thẳng giá trị.",
        ),
    ],
)
def test_each_fault_is_named_by_its_row(scene: Scene, row: list[Any], said: str) -> None:
    sheet = check(scene, GOOD, row)
    assert (sheet.row_count, sheet.faulty_count) == (2, 1)
    assert reasons(sheet, scene.minh) == {3: said}
    assert refused(lambda: save_sheet(sheet, by=scene.minh, at=scene.at)) == "sheet_faulty"
    assert Idea.objects.count() == 0


def test_the_same_idea_twice_and_one_that_is_there_already(scene: Scene) -> None:
    twice = check(scene, GOOD, ["MUT DUA", "khác", "sung a pao", "xã Bản Lầu"])
    assert reasons(twice, scene.minh) == {3: "Trùng với dòng 2."}
    save_sheet(check(scene, GOOD), by=scene.minh, at=scene.at)
    assert reasons(check(scene, GOOD), scene.minh) == {2: "Ý tưởng này đã đăng ký rồi."}


def test_old_communes_are_taken_and_named_as_what_they_are_now(scene: Scene) -> None:
    old = predecessor(scene.cast.commune)
    sheet = check(scene, ["Mứt dứa", "Dứa", "Páo", f"{old.kind} {old.name}"])
    assert sheet.faulty_count == 0
    (said,) = reasons(sheet, scene.minh).values()
    assert said.startswith(f"{old.kind} {old.name}, ")
    assert said.endswith(" nay là xã Bản Lầu, tỉnh Lào Cai, mã 02788.")
    save_sheet(sheet, by=scene.minh, at=scene.at)
    assert Idea.objects.get().place == scene.cast.commune


def test_an_officer_enters_only_for_the_own_ground(scene: Scene) -> None:
    other = (
        Place.objects.filter(level="commune", valid_to=None, parent=scene.cast.province)
        .exclude(pk=scene.cast.commune.pk)
        .first()
    )
    row = ["Mứt", "Dứa", "Páo", other.code]
    assert check(scene, row).faulty_count == 1
    assert check(scene, row, by=scene.phuc).faulty_count == 0  # the province reaches every commune


def test_who_may_not_hand_in_read_or_save(scene: Scene) -> None:
    for person in (scene.lan, scene.quang):
        assert refused(lambda who=person: check(scene, GOOD, by=who)) == "not_officer"
    assert StoredFile.objects.filter(owner="dossiers.idea_sheet").count() == 0
    sheet = check(scene, GOOD, ["", "x", "x", "02788"])
    answers = {
        who.username: refuse_read(who, sheet.file, scene.at) for who in (scene.minh, scene.phuc, scene.lan)
    }
    assert {name: refusal and refusal.code for name, refusal in answers.items()} == {
        "minh": None, "phuc": "not_reader", "lan": "not_reader"
    }  # fmt: skip
    clean = check(scene, GOOD)
    assert refused(lambda: save_sheet(clean, by=scene.phuc, at=scene.at)) == "not_reader"
    save_sheet(clean, by=scene.minh, at=scene.at)
    assert refused(lambda: save_sheet(clean, by=scene.minh, at=scene.at)) == "conflict_sheet_saved"
    assert Idea.objects.count() == 1


def test_what_came_up_since_it_was_looked_through_stops_the_whole(scene: Scene) -> None:
    first, second = check(scene, GOOD), check(scene, ["Chuối", "Chuối", "Lý Mẩy", "02788"], GOOD)
    save_sheet(first, by=scene.minh, at=scene.at)
    assert refused(lambda: save_sheet(second, by=scene.minh, at=scene.at)) == "sheet_faulty"
    assert Idea.objects.count() == 1


def test_whoever_stops_halfway_saves_nothing(scene: Scene) -> None:
    steps = saving(check(scene, GOOD, ["Chuối", "Chuối", "Lý Mẩy", "02788"]), by=scene.minh, at=scene.at)
    assert next(steps) == 1
    steps.close()
    assert (Idea.objects.count(), IdeaSheet.objects.get().saved_at) == (0, None)


def test_a_workbook_that_cannot_be_taken_leaves_nothing_behind(scene: Scene) -> None:
    torn = ContentFile(workbook(GOOD).read()[:-200], name="hong.xlsx")
    assert refused(lambda: check_sheet(torn, by=scene.minh, at=scene.at)) == "file_broken"
    assert (IdeaSheet.objects.count(), StoredFile.objects.filter(owner="dossiers.idea_sheet").count()) == (
        0,
        0,
    )


def test_more_rows_than_are_taken_at_a_time(scene: Scene) -> None:
    sheet = check(scene, *([f"Mứt {n}", "Dứa", f"Hộ {n}", "02788"] for n in range(1_001)))
    assert (sheet.row_count, sheet.faulty_count) == (0, 1)
    assert refused(lambda: save_sheet(sheet, by=scene.minh, at=scene.at)) == "sheet_faulty"


@pytest.mark.parametrize("made", [xls, ods, text])
def test_every_form_of_table_gives_the_same_ideas(scene: Scene, made: Any) -> None:
    rows = [["BẢNG TỔNG HỢP Ý TƯỞNG"], HEADER, ["I", "Xã Bản Lầu"], [1, *GOOD], ["", "Cộng: 01 ý tưởng"]]
    content = made(rows) if made is text else made(Page(rows))
    sheet = check_sheet(ContentFile(content, name="y-tuong.xls"), by=scene.minh, at=scene.at)
    assert (sheet.row_count, sheet.faulty_count) == (1, 0)
    assert save_sheet(sheet, by=scene.minh, at=scene.at) == 1
    assert Idea.objects.get().place == scene.cast.commune


def test_an_idea_like_one_that_is_there_is_named(scene: Scene) -> None:
    save_sheet(check(scene, ["Kẹo chè shan", "Chè", "Lý Mẩy", "02788"]), by=scene.minh, at=scene.at)
    sheet = check(scene, ["Kẹo chè shan tuyết", "Chè", "Sùng A Páo", "02788"])
    assert (sheet.faulty_count, reasons(sheet, scene.minh)) == (
        0, {2: "Gần giống ý tưởng đã có ở xã này: “Kẹo chè shan”."}
    )  # fmt: skip


def test_as_many_queries_for_two_hundred_rows_as_for_two(scene: Scene) -> None:
    def cost(count: int) -> int:
        upload = workbook(*([f"Mứt {n}", "Dứa", f"Hộ {n}", "02788"] for n in range(count)))
        with CaptureQueriesContext(connection) as queries:
            assert check_sheet(upload, by=scene.minh, at=scene.at).faulty_count == 0
        return len(queries)

    assert cost(2) == cost(200)


def test_the_template_is_read_back_by_the_columns_that_made_it(scene: Scene) -> None:
    communes = communes_today(scene.minh, scene.at)
    assert communes == [scene.cast.commune]
    book = load_workbook(io.BytesIO(template("Ý tưởng", columns(communes, scene.at), example=EXAMPLE)))
    for column, value in zip("BCDE", GOOD, strict=True):
        book.worksheets[0][f"{column}3"] = value
    out = io.BytesIO()
    book.save(out)
    sheet = check_sheet(ContentFile(out.getvalue(), name="mau.xlsx"), by=scene.minh, at=scene.at)
    assert (sheet.row_count, sheet.faulty_count) == (1, 0)


def test_the_key_of_a_kind_is_what_stands_before_the_dash() -> None:
    texts = ["I.1.a – Rau, củ, quả tươi", "I.1.a", " I.1.a - Rau ", "I.6", ""]
    assert [leaf_key(text) for text in texts] == ["I.1.a", "I.1.a", "I.1.a", "I.6", ""]


@pytest.mark.parametrize(
    ("row", "is_twin"),
    [
        (("DỨA SẤY", 7, "giàng thị lan"), True),
        (("Dứa khô", 7, "Giàng Thị Lan"), False),
        (("Dứa sấy", 8, "Giàng Thị Lan"), False),
        (("Dứa sấy", 7, "Giàng Thị Mai"), False),
    ],
)
def test_an_idea_written_twice(row: tuple[str, int, str], is_twin: bool):
    assert (twin_key(*row) == twin_key("Dứa sấy", 7, "Giàng Thị Lan")) is is_twin
