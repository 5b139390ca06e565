"""Decision 1048/2019 through the room without network: the district's pass, the province's, and the second
after the laboratory.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from ocop.casework.dossiers.acts import accept_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.acts import record_resolution, reopen_item
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules import ResolutionKind
from ocop.casework.room.rules import words_of
from ocop.outlets.demo.sheets import choices_for
from tests.regimes.world import Former, moment

HONEY = 11
KEEP = {"X-Requested-With": "keep"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def y2022(monkeypatch: pytest.MonkeyPatch) -> Former:
    """October 2022, when districts scored first and products of 50 points went to the laboratory."""
    at = moment("2022-10-03")
    monkeypatch.setattr(timezone, "now", lambda: at)
    translation.activate("vi")
    return Former(at, "qd-1048-2019", HONEY)


def loaded(client: Client, item: AgendaItem) -> tuple[dict[str, Any], dict[str, Any]]:
    """The product and the own sheet, as the member's machine has them."""
    state = client.get(reverse("room:state", args=[item.meeting.key])).json()
    product = client.get(reverse("room:product", args=[item.key])).json()
    return product, state["sheets"][str(item.key)]


def hand_in(client: Client, item: AgendaItem, product: dict[str, Any]) -> ScoreSheet:
    """The sheet that the machine shows is sealed."""
    sheet = loaded(client, item)[1]
    whole = {
        "choices": sheet["choices"], "comments": {}, "general": "", "version": sheet["version"],
        "pass": sheet["pass"], "ready_at": "",
    }  # fmt: skip
    said = client.post(product["hand_in"], {"sheet": json.dumps(whole)}).json()
    sealed = {"item": item, "pass_no": sheet["pass"], "state": "sealed"}
    [found] = [one for one in ScoreSheet.objects.filter(**sealed) if one.code == said.get("sealed")]
    return found


def scored_in_the_room(former: Former, dossier: Dossier, points: int) -> AgendaItem:
    """Every member of the present council loads the product, saves each criterion and seals."""
    item = former.opened(dossier)
    words = words_of(set_of(dossier), choices_for(set_of(dossier), points=points, stars=0))
    for seat in former.room.judges:
        client = member(seat.person)
        product, sheet = loaded(client, item)
        assert (sheet["pass"], sheet["open"], sheet["choices"]) == (1, True, {})
        base = "0"
        for code in product["codes"]:
            sent = {"choice": words[code], "keep-field": "choice", "keep-base": base,
                    "keep-operation": f"may-{seat.pk}-{code}"}  # fmt: skip
            base = client.post(f"{product['keep']}{code}/", sent, headers=KEEP).json()["base"]
        assert base == str(len(product["codes"]))
        assert hand_in(client, item, product).version == len(product["codes"])
    return AgendaItem.objects.get(pk=item.pk)


def member(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_district_province_and_the_second_pass_after_the_laboratory(y2022: Former) -> None:
    dossier = y2022.at_district()
    y2022.district_council()
    at_district = scored_in_the_room(y2022, dossier, 61)
    assert (at_district.total_exact, at_district.meeting.council.level) == ("61", "district")
    y2022.close(at_district, "01-MH/BB-HĐ")
    accept_dossier(y2022.stored(dossier), note="Đủ hồ sơ.", by=y2022.room.phuc, at=y2022.at)
    y2022.province_council()
    item = scored_in_the_room(y2022, y2022.stored(dossier), 72)
    given = {"by": y2022.room.son, "at": y2022.at}
    record_resolution(item, kind=ResolutionKind.BY_HAND, text="Đã đối chiếu: đạt 4 sao.", **given)
    y2022.test(dossier, "KPH")
    reopen_item(item, reason="Có kết quả kiểm nghiệm, chấm lượt hai.", **given)
    for seat in y2022.room.judges:
        client = member(seat.person)
        product, sheet = loaded(client, item)
        assert (sheet["pass"], sheet["open"], set(sheet["choices"])) == (2, True, set(product["codes"]))
        assert "kiểm nghiệm" in product["forms"][product["codes"][0]].lower()
        hand_in(client, item, product)
    item = AgendaItem.objects.get(pk=item.pk)
    assert (item.pass_no, item.total_exact, item.earlier_results.get().total_exact) == (2, "72", "72")
