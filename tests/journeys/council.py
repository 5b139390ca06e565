"""A meeting of the council: secretary, members, chair."""

from __future__ import annotations

from tests.journeys.browser import Tab
from tests.journeys.choices import words

SEND = """async ([base, choices]) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const [code, choice] of Object.entries(choices)) {
    const answer = await fetch(`${base}tieu-chi/${code}/`, {
      method: "POST", headers: {"X-Requested-With": "keep"},
      body: new URLSearchParams({choice, csrfmiddlewaretoken: token}),
    });
    if (!answer.ok) return `${code}: ${answer.status}`;
  }
  return "";
}"""


def open_meeting(thu: Tab, meeting: str) -> None:
    """The secretary: attendance, opening, scoring open for every product."""
    thu.open(f"{meeting}diem-danh/")
    absent = thu.page.locator("li", has_text="Mẫu Hương Giang")
    absent.locator("[type=checkbox]").uncheck()
    absent.locator("[type=text]").fill("Đi công tác")
    thu.picture("thu-ky-diem-danh")
    thu.press("Ghi điểm danh")
    thu.open(f"{meeting}khai-mac/")
    thu.press("Khai mạc")
    thu.press("Mở chấm tất cả")
    thu.picture("thu-ky-bang-theo-doi")


def declare(member: Tab, meeting: str, *, has_conflict: bool = False) -> None:
    """A member says whether there is a conflict of interest."""
    member.open(meeting)
    member.follow("Khai báo cho 1 sản phẩm")
    if has_conflict:
        member.page.check("[name^=conflict_][value=co]")
        member.page.select_option("[name^=relation_]", "family")
        member.page.fill("[name^=note_]", "Em gái là thành viên hợp tác xã (minh hoạ)")
        member.picture("uy-vien-khai-xung-dot")
    else:
        member.page.check("[name^=conflict_][value=khong]")
        member.picture("uy-vien-khai-bao")
    member.press("Gửi lời khai")


def score_by_hand(member: Tab, meeting: str, *, set_number: int, turn: int) -> str:
    """Criterion after criterion on the tablet, then seals; the code for the paper sheet."""
    member.open(meeting)
    member.follow("Chấm tiếp")
    choices = words(set_number, points=70, stars=4, turn=turn)
    for place, (code, value) in enumerate(choices.items()):
        assert member.page.url.endswith(f"/tieu-chi/{code}/")
        member.page.locator(f'[name=choice][value="{value}"]').locator("xpath=ancestor::label").click()
        if place == 1:
            member.picture("uy-vien-cham")
        with member.page.expect_navigation():
            member.page.locator("[name=go][value=on]").click()
    member.picture("uy-vien-xem-lai")
    member.press("Chốt phiếu")
    member.picture("uy-vien-da-chot")
    return member.says(".sheet-code")


def score_at_once(member: Tab, meeting: str, *, set_number: int, turn: int) -> None:
    """The same sheet as the page's script sends it, without turning every page."""
    member.open(meeting)
    member.follow("Chấm tiếp")
    base = member.page.url.partition("tieu-chi/")[0]
    assert member.page.evaluate(SEND, [base, words(set_number, points=71, stars=4, turn=turn)]) == ""
    member.open(f"{base}chot/")
    member.press("Chốt phiếu")
    member.sees("Đã chốt phiếu")


def close_meeting(chair: Tab, meeting: str, product: str) -> None:
    """The chair looks at the tally and closes; the minutes are there."""
    chair.open(meeting)
    chair.page.locator(f"#board a:has-text('{product}')").first.click()
    chair.sees("4 sao")
    chair.picture("chu-tich-tong-hop")
    chair.open(f"{meeting}be-mac/")
    chair.fill(minutes_no="02-MH/BB-HĐ", closing_note="Hội đồng nhất trí.")
    chair.picture("chu-tich-be-mac")
    chair.press("Bế mạc và lập biên bản")
    chair.sees("Biên bản số 02-MH/BB-HĐ")
    chair.waits_out("Đang lập bản PDF")
    chair.picture("chu-tich-phien-hop-da-be-mac")
