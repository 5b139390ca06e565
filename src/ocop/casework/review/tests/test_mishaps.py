"""One meeting with every mishap; its minutes are read back and compared word for word "
"with what happened."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Correction, EarlierResult, Meeting, ScoreSheet
from ocop.casework.review.rules import Agency, Function, Relation
from ocop.casework.review.tests.cast import Room, refused, worth
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.tests.printed import make_papers

NAMES = ("Dứa sấy dẻo", "Mận sấy", "Chè shan", "Gạo nếp", "Quế thanh", "Mật ong")
BY_ACTS = {
    "guards of the database", "rows as acts left them", "states as moves left them", "dossiers as handed in",
}  # fmt: skip
"""What does not hold of a room whose dossiers and seats are written as rows, with the guards lifted."""


class Day:
    """The meeting of six judges, minute by minute."""

    def __init__(self, room: Room, at) -> None:
        self.room, self.at = room, at
        room.dung, room.en = room.cast.person("dung", "Hà Dũng"), room.cast.person("en", "Mã Én")
        room.members += [
            room.seat(room.dung, Function.VICE_CHAIR, Agency.AGRICULTURE),
            room.seat(room.en, Function.MEMBER, Agency.SCIENCE),
        ]
        self.meeting = room.scoring(*NAMES)

    def later(self, minutes: int):
        """So many minutes after the opening."""
        return self.at + timedelta(minutes=minutes)

    def item(self, place: int) -> AgendaItem:
        return self.room.item(self.meeting, place)

    def code(self, place: int, person, **which) -> str:
        """The short code of a sheet."""
        return ScoreSheet.objects.get(item=self.item(place), seat__person=person, **which).code

    def seal(self, place: int, minutes: int, **totals: int) -> AgendaItem:
        item = self.item(place)
        for name, total in totals.items():
            person = getattr(self.room, name)
            self.room.seal(item, person, worth(item.dossier, total), self.later(minutes))
        return self.item(place)


@pytest.fixture
def day(room, at) -> Day:
    return Day(room, at)


def told(meeting: Meeting) -> str:
    """The minutes as they are printed, in one line."""
    pages = PdfReader(io.BytesIO(content_of(meeting.minutes))).pages
    return re.sub(r"\s+", "", " ".join(page.extract_text() for page in pages))


def rescored_with_one_away(day: Day) -> None:
    """Spread 16; Én leaves when it is scored again; the chair lets her earlier sheet count."""
    room = day.room
    item = day.seal(1, 5, son=80, hoa=80, bao=82, chi=80, dung=80, en=66)
    acts.order_rescoring(item, reason="Chênh lệch 16 điểm", by=room.thu, at=day.later(10))
    away = {room.members[-1]: (False, "về sớm")}
    acts.record_attendance(day.meeting, away, by=room.thu, at=day.later(12))
    item = day.seal(1, 15, son=78, hoa=78, bao=78, chi=78, dung=78)
    assert (item.state, item.pass_no) == ("scoring", 2)
    assert refused(acts.tally_item, item, by=room.thu, at=day.later(16)) == "earlier_sheet_undecided"
    say = {"counts": True, "reason": "Đã cho điểm trước khi về", "at": day.later(17)}
    rule = acts.rule_on_earlier
    assert refused(rule, item, seat=room.members[-1], by=room.thu, **say) == "not_chair"
    assert refused(rule, item, seat=room.members[0], by=room.son, **say) == "nothing_undecided"
    blank = {**say, "reason": " "}
    assert refused(rule, item, seat=room.members[-1], by=room.son, **blank) == "reason_missing"
    acts.rule_on_earlier(item, seat=room.members[-1], by=room.son, **say)
    item = day.item(1)
    assert (item.state, item.total_exact) == ("disputed", "76")  # (5 x 78 + 66) / 6, spread 12
    from ocop.casework.review.rules import ResolutionKind

    acts.record_resolution(
        item, kind=ResolutionKind.SPREAD, text="Giữ kết quả", by=room.son, at=day.later(18)
    )


def taken_back_once(day: Day) -> None:
    room = day.room
    item = day.seal(2, 20, son=60, hoa=60, bao=60, chi=60, dung=60)
    assert (item.state, item.total_exact) == ("tallied", "60")
    assert refused(acts.reopen_item, item, reason="x", by=room.thu, at=day.later(21)) == "not_chair"
    assert refused(acts.reopen_item, item, reason=" ", by=room.son, at=day.later(21)) == "reason_missing"
    acts.reopen_item(item, reason="Tính nhầm mẫu thử", by=room.son, at=day.later(21))
    item = day.seal(2, 25, son=64, hoa=64, bao=64, chi=64, dung=64)
    assert (item.state, item.total_exact, item.pass_no) == ("tallied", "64", 2)
    assert refused(acts.reopen_item, item, reason="x", by=room.son, at=day.later(26)) == "taken_back_before"


def conflict_found_late(day: Day) -> None:
    room = day.room
    item = day.seal(3, 30, son=70, hoa=75, bao=70, chi=70, dung=70)
    assert item.total_exact == "71"
    found = {"relation": Relation.FAMILY, "note": "Chị dâu của giám đốc", "at": day.later(31)}
    acts.record_conflict(item, room.members[0], by=room.thu, **found)
    item = day.item(3)
    assert (item.state, item.total_exact, len(item.result["members"])) == ("tallied", "70", 4)
    entry = Entry.objects.get(action="agenda_item.late_conflict")
    assert entry.data == {
        "seat": room.members[0].pk,
        "sheet": ScoreSheet.objects.get(item=item, seat=room.members[0]).sha256,
        "before": {"total": "71", "spread": "5.00", "stars": 2, "pass": 1},
        "after": {"total": "70", "spread": "0.00", "stars": 2, "pass": 1},
        "quorum": {"present": 4, "needed": 4},
    }
    assert refused(acts.record_conflict, item, room.members[0], by=room.thu, **found) == (
        "conflict_recorded_before"
    )


def sheet_corrected(day: Day, client) -> None:
    """Bảo chose wrongly; he says so with his password, the chair consents."""
    room = day.room
    item = day.seal(4, 35, son=60, hoa=60, bao=50, chi=60, dung=60)
    assert item.total_exact == "58"
    right = worth(item.dossier, 60)
    wrong = worth(item.dossier, 50)
    changed = {code: choice for code, choice in right.items() if choice != wrong[code]}
    ask = {"choices": changed, "reason": "Đọc nhầm mức", "at": day.later(36)}
    assert refused(acts.ask_correction, item, by=room.thu, **ask) == "not_member"
    assert refused(acts.ask_correction, item, by=room.bao, **{**ask, "choices": {}}) == "nothing_changed"
    room.bao.set_password("mat-khau-cua-bao")
    room.bao.save()
    client.force_login(room.bao)
    url = reverse("review:ask_correction", args=[item.key])
    form = client.get(url).context["form"]
    sent = {name: field.initial for name, field in form.fields.items() if name.startswith("choice_")}
    from ocop.casework.dossiers.rules.answers import word

    for place, criterion in enumerate(form.criteria):
        if criterion.code in changed:
            sent[f"choice_{place}"] = word(criterion, changed[criterion.code])
    sent["reason"] = "Đọc nhầm mức"
    wrong_password = client.post(url, {**sent, "password": "khong-phai"})
    assert (wrong_password.status_code, wrong_password.context["form"].errors["password"]) == (
        422,
        ["Mật khẩu chưa đúng."],
    )
    assert client.post(url, {**sent, "password": "mat-khau-cua-bao"}).status_code == 302
    assert refused(acts.ask_correction, day.item(4), by=room.bao, **ask) == "correction_asked_before"
    assert refused(acts.close_meeting, day.meeting, minutes_no="1-MH", by=room.thu, at=day.later(37)) == (
        "correction_waiting"
    )
    correction = Correction.objects.get()
    assert correction.choices == changed
    assert refused(acts.allow_correction, correction, by=room.bao, at=day.later(37)) == "not_chair"
    old = ScoreSheet.objects.get(item=item, seat__person=room.bao)
    kept = ScoreSheet.objects.filter(pk=old.pk).values().get()
    acts.allow_correction(Correction.objects.get(), by=room.son, at=day.later(38))
    item = day.item(4)
    assert (item.state, item.total_exact) == ("tallied", "60")
    assert ScoreSheet.objects.filter(pk=old.pk).values().get() == kept
    new = ScoreSheet.objects.get(corrects=old)
    assert (new.edition, new.state, new.choices, new.content["corrects"]) == (
        2, "sealed", {**old.choices, **changed}, old.sha256,
    )  # fmt: skip
    assert (new.content["reason"], new.content["allowed_by"]) == ("Đọc nhầm mức", "Lê Sơn")
    assert Correction.objects.get().state == "allowed"


def withdrawn_by_its_producer(day: Day, client) -> None:
    """After a sheet was sealed; a stranger may not, the producer may."""
    room = day.room
    item = day.seal(5, 40, son=60)
    assert refused(acts.remove_from_agenda, item, reason="x", by=room.thu, at=day.later(41)) == (
        "sheets_already_sealed"
    )
    for person in (room.thu, room.cast.quang):
        assert refused(acts.withdraw_product, item, reason="x", by=person, at=day.later(41)) == "not_entitled"
    client.force_login(room.scene.lan)
    page = client.get(Dossier.objects.get(pk=item.dossier_id).get_absolute_url()).content.decode()
    url = reverse("review:withdraw", args=[item.key])
    assert url in page
    assert client.post(url, {"reason": "Đổi bao bì trước đã"}).status_code == 302
    item = day.item(5)
    assert (item.state, item.dossier.state, item.total) == ("withdrawn", "withdrawn", None)
    told = Message.objects.filter(kind="review.withdrawn").values_list("person__username", flat=True)
    assert sorted(told) == ["bao", "chi", "dung", "en", "hoa", "son", "thu"]


def too_few_judges_left(day: Day) -> None:
    """Two late conflicts leave three of the four that are needed: nothing can be decided."""
    room = day.room
    item = day.seal(6, 45, son=60, hoa=60, bao=60, chi=60, dung=60)
    for seat, minutes in ((room.members[1], 46), (room.members[2], 47)):
        found = {"relation": Relation.OTHER, "note": "Cùng góp vốn", "at": day.later(minutes)}
        acts.record_conflict(item, seat, by=room.thu, **found)
        item = day.item(6)
    assert (item.state, item.total, item.stars) == ("tallied", item.total, 2)  # 3 of 4 is three quarters
    acts.record_conflict(
        item, room.members[0], relation=Relation.OTHER, note="Cùng góp vốn", by=room.thu, at=day.later(48)
    )
    item = day.item(6)
    assert (item.state, item.total, item.total_exact) == ("scoring", None, "")
    assert refused(acts.tally_item, item, by=room.thu, at=day.later(49)) == "item_quorum_not_met"
    acts.remove_from_agenda(item, reason="Không đủ người chấm", by=room.thu, at=day.later(49))
    assert Dossier.objects.get(pk=item.dossier_id).state == "accepted"


def chair_and_member_replaced(day: Day) -> None:
    """The chair's own seat is given anew with an authority, Phin replaces Chi; each place counts once."""
    room, at = day.room, day.later(55)
    end = room.paper("44-MH/QĐ-UBND", days_ago=1)
    acts.end_seat(room.members[2], reason="Chuyển công tác", ended_by=end, by=room.phuc, at=at)
    phin = room.cast.person("phin", "Giàng Phin")
    acts.seat_member(
        room.council, phin, function=Function.MEMBER, agency=Agency.CULTURE, seated_by=end,
        replaces=room.members[2], by=room.phuc, at=day.later(56),
    )  # fmt: skip
    acts.end_seat(room.chair, reason="Uỷ quyền chủ trì", ended_by=end, by=room.phuc, at=at)
    room.chair = acts.seat_member(
        room.council, room.son, function=Function.CHAIR, agency=Agency.AGRICULTURE,
        authorised_by=room.paper("45-MH/UQ-UBND"), seated_by=end, starts_at=day.at - timedelta(days=3),
        by=room.phuc, at=day.later(56),
    )  # fmt: skip
    seats = dict.fromkeys(room.council.seats.filter(ends_at=None), (True, ""))
    seats[room.members[-1]] = (False, "về sớm")
    acts.record_attendance(day.meeting, seats, by=room.thu, at=day.later(57))


def test_a_meeting_with_every_mishap_is_told_word_for_word(client, day, at, monkeypatch):
    room = day.room
    monkeypatch.setattr(timezone, "now", lambda: day.later(36))
    rescored_with_one_away(day)
    taken_back_once(day)
    conflict_found_late(day)
    sheet_corrected(day, client)
    withdrawn_by_its_producer(day, client)
    too_few_judges_left(day)
    chair_and_member_replaced(day)
    acts.close_meeting(
        Meeting.objects.get(pk=day.meeting.pk), minutes_no="05-MH/BB-HĐ", by=room.thu, at=day.later(60)
    )
    make_papers(day.later(60))
    meeting = Meeting.objects.get(pk=day.meeting.pk)
    said = meeting.minutes_content
    moment = "ngày 23 tháng 11 năm 2026"

    assert said["count"] == "5/6 thành viên chấm điểm"
    assert [line.partition(",")[0] for line in said["present"]] == [
        "Lê Sơn", "Hà Dũng", "Lý Thị Hoa", "Vàng Bảo", "Giàng Phin", "Nguyễn Thu",
    ]  # fmt: skip
    assert said["absent"] == ["Mã Én, Sở Khoa học và Công nghệ, ủy viên: về sớm"]
    decision = "Quyết định 44-MH/QĐ-UBND ngày 22 tháng 11 năm 2026"
    assert said["changes"] == [
        f"Mã Én vắng mặt từ 09 giờ 12, {moment}: về sớm",
        f"Lê Sơn thôi chủ tịch hội đồng từ 09 giờ 55, {moment} theo {decision}; lý do: Uỷ quyền chủ trì",
        f"Lê Sơn làm chủ tịch hội đồng từ 09 giờ 55, {moment}, thay Lê Sơn theo {decision}",
        f"Đặng Chi thôi ủy viên từ 09 giờ 55, {moment} theo {decision}; lý do: Chuyển công tác",
        f"Giàng Phin làm ủy viên từ 09 giờ 56, {moment}, thay Đặng Chi theo {decision}",
        f"Giàng Phin dự họp từ 09 giờ 57, {moment}",
        f"Lê Sơn dự họp từ 09 giờ 57, {moment}",
    ]
    assert [(row["name"], row["total"], row["proposal"]) for row in said["products"]] == [
        ("Dứa sấy dẻo", "76,00", "Không đề nghị công nhận"),
        ("Mận sấy", "64,00", "Không đề nghị công nhận"),
        ("Chè shan", "70,00", "Không đề nghị công nhận"),
        ("Gạo nếp", "60,00", "Không đề nghị công nhận"),
        ("Quế thanh", "", "Chủ thể rút hồ sơ"),
    ]
    assert said["removed"] == ["“Mật ong”: Không đủ người chấm"]
    assert said["conflicts"] == [
        "Lý Thị Hoa không tham gia đánh giá “Chè shan”: người thân của chủ thể (Chị dâu của giám "
        "đốc); ghi lúc "
        f"09 giờ 31, {moment}, sau khi chốt phiếu {day.code(3, room.hoa)}: phiếu không được tính",
        *(
            f"{person} không tham gia đánh giá “Mật ong”: lý do khác (Cùng góp vốn); ghi lúc 09 giờ "
            f"{minute}, "
            f"{moment}, sau khi chốt phiếu {day.code(6, person)}: phiếu không được tính"
            for person, minute in ((room.hoa, 48), (room.bao, 46), (room.chi, 47))
        ),
    ]
    details = {
        row["name"]: [line for line in row["lines"] if "Chưa đạt" not in line] for row in said["details"]
    }
    own = "Chủ thể tự chấm, trong ngoặc là chênh lệch của hội đồng: A 10,00 (+30,00), "
    assert details == {
        "Dứa sấy dẻo": [
            "Chấm sản phẩm này: 6/6 thành viên",
            "Lượt 1: điểm trung bình 78,00, chênh lệch 16, 6 phiếu. Hội đồng chấm lại, lý do: Chênh "
            "lệch 16 điểm",
            "Lượt 2: điểm trung bình 76,00, chênh lệch 12, 6 phiếu: kết quả sau cùng",
            "Mã Én vắng mặt ở lượt 2; phiếu lượt 1 được tính theo quyết định của Lê Sơn: Đã cho điểm "
            "trước khi về",
            "Trung vị 78; lệch hơn 5 điểm: Mã Én (66)",
            *(
                f"Các phiếu khác nhau về yêu cầu {stars} sao ở {criterion}: 5; “{other}”: 1; kết luận: {met}"
                for stars, met in ((4, "đạt"), (5, "chưa đạt"))
                for criterion, other in (
                    ("6.3. Màu sắc: “Rất phù hợp với đặc tính sản phẩm”", "Chấp nhận được"),
                    ("6.5. Vị: “Phù hợp với đặc trưng sản phẩm, hấp dẫn”", "Vị khác thường"),
                )
            ),
            f"{own}B 1,00 (+22,00), C 6,00 (+7,00)",
            "Chênh lệch điểm: Giữ kết quả",
        ],
        "Mận sấy": [
            "Chấm sản phẩm này: 5/6 thành viên; vắng mặt: Mã Én (về sớm)",
            "Lượt 1: điểm trung bình 60,00, chênh lệch 0, 5 phiếu. Lê Sơn đưa về chấm lại, lý do: Tính "
            "nhầm mẫu "
            "thử",
            "Lượt 2: điểm trung bình 64,00, chênh lệch 0, 5 phiếu: kết quả sau cùng",
            "Trung vị 64",
            f"{own}B 1,00 (+22,00), C 6,00 (-5,00)",
        ],
        "Chè shan": [
            "Chấm sản phẩm này: 4/5 thành viên; vắng mặt: Mã Én (về sớm); không tham gia vì xung đột "
            "lợi ích: "
            "Lý Thị Hoa",
            "Lượt 1: điểm trung bình 71,00, chênh lệch 5, 5 phiếu. Phiếu của Lý Thị Hoa không được "
            "tính vì xung "
            "đột lợi ích phát hiện muộn: Chị dâu của giám đốc",
            "Lượt 1: điểm trung bình 70,00, chênh lệch 0, 4 phiếu: kết quả sau cùng",
            "Trung vị 70",
            "Điểm trung bình cách mức 70 điểm không quá 1 điểm",
            f"{own}B 1,00 (+22,00), C 6,00 (+1,00)",
        ],
        "Gạo nếp": [
            "Chấm sản phẩm này: 5/6 thành viên; vắng mặt: Mã Én (về sớm)",
            "Lượt 1: điểm trung bình 58,00, chênh lệch 10, 5 phiếu. Phiếu của Vàng Bảo được sửa, lý "
            "do: Đọc nhầm "
            "mức",
            "Lượt 1: điểm trung bình 60,00, chênh lệch 0, 5 phiếu: kết quả sau cùng",
            f"Phiếu lượt 1 của Vàng Bảo được sửa: mã {day.code(4, room.bao, edition=1)} thành "
            f"{day.code(4, room.bao, edition=2)}, Lê Sơn đồng ý lúc 09 giờ 38, {moment}; lý do: Đọc "
            f"nhầm mức",
            "Trung vị 60",
            f"{own}B 1,00 (+18,00), C 6,00 (-5,00)",
        ],
        "Quế thanh": [f"Chủ thể rút hồ sơ lúc 09 giờ 36, {moment}. Lý do: Đổi bao bì trước đã"],
    }
    assert "Bảng điểm ghi họ tên thành viên, theo mặc định vì quy chế không quy định" in said["rules"]
    printed = told(meeting)
    lines = [
        said["count"], *said["present"], *said["absent"], *said["changes"], *said["removed"],
        *said["conflicts"],
        *(line for row in said["details"] for line in row["lines"]),
        *(cell for table in said["scores"] for row in table["rows"] for cell in row),
    ]  # fmt: skip
    assert [line for line in lines if re.sub(r"\s+", "", line) not in printed] == []
    assert {row[-2] for table in said["scores"] for row in table["rows"]} == {
        sheet.code for sheet in ScoreSheet.objects.filter(state="sealed")
    }
    faults = [fault for one in INVARIANTS if one.name not in BY_ACTS for fault in one.faults()]
    assert faults == []

    client.force_login(room.thu)
    answer = client.get(reverse("review:scores", args=[meeting.key]))
    table = list(load_workbook(io.BytesIO(answer.content)).active.values)
    shown = [[*row[:1], *row[2:5], *row[-3:]] for row in table[1:]]
    assert [row for row in shown if row[0] == "Gạo nếp" and row[1] == "Vàng Bảo"] == [
        ["Gạo nếp", "Vàng Bảo", 1, 1, 50, day.code(4, room.bao, edition=1),
         f"không tính: đã sửa thành {day.code(4, room.bao, edition=2)}"],
        ["Gạo nếp", "Vàng Bảo", 1, 2, 60, day.code(4, room.bao, edition=2), "tính"],
    ]  # fmt: skip
    assert len(table) - 1 == ScoreSheet.objects.filter(state="sealed").count()
    client.force_login(room.hoa)  # has a conflict in this meeting
    assert client.get(reverse("review:scores", args=[meeting.key])).status_code == 403


def test_an_earlier_result_that_was_changed_by_hand_is_named(day):
    room = day.room
    item = day.seal(2, 20, son=60, hoa=60, bao=60, chi=60, dung=60, en=60)
    acts.reopen_item(item, reason="Nhầm mẫu", by=room.son, at=day.later(21))
    from ocop.casework.review.selectors import earlier_faults

    earlier = EarlierResult.objects.get()
    assert earlier_faults(earlier) == []
    earlier.total_exact = "61"
    assert earlier_faults(earlier) == ["total_exact"]
    earlier.result["sheets"][str(room.chair.pk)] = "0" * 64
    assert earlier_faults(earlier) == ["sheets"]
