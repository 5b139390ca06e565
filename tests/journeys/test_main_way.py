"""The whole way of one product: from a producer's telephone to a certificate that a shopper can check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.journeys import council, offices, producer
from tests.journeys.browser import PHONE, TABLET, Tab

pytestmark = needs_chromium

PRODUCT = "Dứa mật Na Nhung"
Opens = Callable[..., Tab]


def test_a_product_goes_its_whole_way(tab: Opens, site: str, tmp_path: Path) -> None:
    lan = tab("chuthe1", PHONE)
    producer.register_product(lan, PRODUCT)
    dossier = producer.open_dossier(lan)
    producer.write_forms(lan, dossier)
    producer.assess(lan, dossier)
    assert producer.submit(lan, dossier).startswith("HS-")
    offices.receive_and_propose(tab("xa.banlau", PHONE), dossier)
    phuc = tab("tinh")
    offices.accept(phuc, dossier)
    meeting = offices.schedule(phuc, PRODUCT)
    hold(tab, meeting)
    decision = offices.draft_decision(phuc, PRODUCT)
    khanh = tab("kyquyetdinh")
    address = offices.sign(khanh, decision)
    assert offices.certificate_points_to(khanh, tmp_path) == address
    assert address.startswith(f"{site}/v/")
    offices.check_in_public(tab(size=PHONE), address, PRODUCT)
    lan.open(dossier)
    lan.sees("Được công nhận")
    lan.picture("chu-the-ket-qua")


def hold(tab: Opens, meeting: str) -> None:
    """The meeting with six members, of whom one has a conflict and neither sees nor scores the product."""
    council.open_meeting(tab("thuky"), meeting)
    yen = tab("uyvien5", TABLET)
    council.declare(yen, meeting, has_conflict=True)
    hoa = tab("uyvien1", TABLET)
    council.declare(hoa, meeting)
    council.score_by_hand(hoa, meeting, set_number=producer.FRESH_FRUIT, turn=0)
    sheet = hoa.page.url
    assert yen.open(sheet) in {403, 404}
    for number, username in enumerate(("uyvien2", "uyvien3", "uyvien4", "chutich"), start=1):
        member = tab(username, TABLET)
        council.declare(member, meeting)
        council.score_at_once(member, meeting, set_number=producer.FRESH_FRUIT, turn=3 * number)
    council.close_meeting(member, meeting, PRODUCT)
    assert yen.open(meeting) == 200
    assert "70," not in yen.says("main")
