"""The commune's check in a browser:
what was ticked and typed is what is stored, however fast the button follows.
"""

from __future__ import annotations

from collections.abc import Callable

from ocop.foundation.ui.tests.browsing import eventually, needs_chromium
from tests.journeys.browser import Tab

pytestmark = needs_chromium

WRITTEN = """() => Object.fromEntries([...document.querySelectorAll("main form [name]")]
  .filter((one) => !["hidden", "submit"].includes(one.type) && one.value)
  .filter((one) => one.type !== "radio" || one.checked)
  .map((one) => [one.name, one.value]))"""
SAVED = "Lưu phiếu kiểm tra của xã"


def test_everything_of_the_check_is_stored(tab: Callable[..., Tab]) -> None:
    minh = tab("xa.banlau")
    minh.open("/tiep-nhan/?q=chuoi+say")
    minh.follow("Chuối sấy giòn Nà Lốc")
    dossier = minh.page.url
    minh.follow("Kiểm tra")
    check = minh.page.url
    for finding in minh.page.locator("[name^=finding_][value=ok]").all():
        finding.check()
    written = {
        str(one.get_attribute("name")): "ok" for one in minh.page.locator("[name^=finding_][value=ok]").all()
    }
    assert len(written) == 8
    texts = {
        "note_evidence": "Đủ hợp đồng", "samples_count": "5", "samples_handed_by": "Mẫu Thị Lan",
        "materials": "Chuối trồng tại xã", "labour": "Mười hộ", "idea_origin": "Nghề cũ",
        "identity": "Phơi gác bếp",
    }  # fmt: skip
    minh.fill(**texts)
    written |= texts
    minh.sent()
    minh.page.reload()
    eventually(minh.page, lambda: minh.page.evaluate(WRITTEN), written)
    minh.fill(labour="Mười hai hộ")
    written["labour"] = "Mười hai hộ"
    minh.press("Lưu và đề nghị tỉnh")
    assert minh.page.url != check
    minh.open(check)
    eventually(minh.page, lambda: minh.page.evaluate(WRITTEN), written)

    minh.fill(labour="")
    minh.page.locator("[name=labour]").press_sequentially("Mười hai hộ trong xã", delay=20)
    minh.page.locator("[name=finding_evidence][value=missing]").check()
    with minh.page.expect_navigation():
        minh.page.click("[name=go][value=stay]")
    minh.sees("Đã lưu phiếu kiểm tra.")
    minh.page.reload()
    written |= {"labour": "Mười hai hộ trong xã", "finding_evidence": "missing"}
    eventually(minh.page, lambda: minh.page.evaluate(WRITTEN), written)
    minh.open(dossier)
    assert minh.says("main").count(SAVED) == 2
