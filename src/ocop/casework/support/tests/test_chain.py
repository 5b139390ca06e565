"""The picture of a value-chain link."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.support.acts import add_beneficiary, add_party, plan_activity
from ocop.casework.support.documents.chain import WIDTH, chain_svg, chain_words, contract_rows, tiers_of
from ocop.casework.support.models import Activity

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def scene(cast: object, at: datetime) -> Scene:
    return Scene(cast, at)


@pytest.fixture
def link(scene: Scene) -> Activity:
    """Twelve households, a cooperative, a company; entered in another order than they supply."""
    made = plan_activity(
        kind="value_chain_link", name="Liên kết dứa", place=scene.cast.commune, agency="UBND xã",
        starts_on=date(2026, 3, 1),
        facts={"goods": "dứa Queen", "volume": "1234.5", "volume_unit": "tấn",
        "price_rule": "Giá sàn 5.000 đồng/kg"},
        by=scene.phuc, at=scene.at,
    )  # fmt: skip
    add_party(made, role="company", name="Công ty <Đồng Giao> & bạn", by=scene.phuc, at=scene.at)
    add_party(made, role="household", name="Các hộ Na Nhung", households=1200, by=scene.phuc, at=scene.at)
    add_party(
        made, role="cooperative", name="HTX Dứa Bản Lầu", producer=scene.producer, by=scene.phuc, at=scene.at
    )
    return made


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(f'<x xmlns="{SVG[1:-1]}">{svg}</x>').iter(f"{SVG}text")]


def test_who_supplies_stands_above_whom_it_supplies(link: Activity) -> None:
    roles = [tier.role for tier in tiers_of(link, list(link.parties.all()))]
    assert roles == ["Hộ sản xuất", "Hợp tác xã", "Công ty"]


def test_the_picture_says_names_volume_and_is_safe(link: Activity) -> None:
    svg = chain_svg(link, list(link.parties.all()))
    assert texts(svg) == [
        "Hộ sản xuất", "• Các hộ Na Nhung (1.200 hộ)", "Hợp tác xã", "• HTX Dứa Bản Lầu", "Công ty",
        "• Công ty <Đồng Giao> & bạn", "1.234,5 tấn mỗi năm",
    ]  # fmt: skip
    assert "style=" not in svg


def test_the_picture_has_title_and_description(link: Activity) -> None:
    root = ET.fromstring(f'<x xmlns="{SVG[1:-1]}">{chain_svg(link, list(link.parties.all()))}</x>')
    assert root.find(f".//{SVG}title").text == "Liên kết dứa Queen"
    assert root.find(f".//{SVG}desc").text == (
        "Hộ sản xuất: Các hộ Na Nhung (1.200 hộ) → Hợp tác xã: HTX Dứa Bản Lầu → "
        "Công ty: Công ty <Đồng Giao> & bạn. 1.234,5 tấn mỗi năm"
    )


def test_long_names_are_wrapped_and_boxes_do_not_touch(scene: Scene, link: Activity) -> None:
    add_party(link, role="buyer", name="Trung tâm " + "thương mại " * 12, by=scene.phuc, at=scene.at)
    root = ET.fromstring(f'<x xmlns="{SVG[1:-1]}">{chain_svg(link, list(link.parties.all()))}</x>')
    boxes = [(int(one.get("y")), int(one.get("height"))) for one in root.iter(f"{SVG}rect")]
    assert all(top + height < below for (top, height), (below, _height) in pairwise(boxes))
    svg = root.find(f"{SVG}svg")
    assert svg.get("viewBox").split()[2:] == [str(WIDTH), str(boxes[-1][0] + boxes[-1][1] + 10)]
    assert max(len(text) for text in texts(ET.tostring(svg, encoding="unicode"))) <= 40


def test_one_role_is_no_chain(scene: Scene, link: Activity) -> None:
    assert chain_svg(link, [one for one in link.parties.all() if one.role == "company"]) == ""
    assert chain_words(link, []) == "1.234,5 tấn mỗi năm"


def test_the_contract_stands_beside_it(link: Activity) -> None:
    assert contract_rows(link) == [
        ("Hàng hoá liên kết", "dứa Queen"),
        ("Sản lượng mỗi năm", "1.234,5"),
        ("Đơn vị tính", "tấn"),
        ("Cách tính giá", "Giá sàn 5.000 đồng/kg"),
    ]


def test_the_picture_is_on_the_page_of_the_link_and_of_the_producer(scene: Scene, link: Activity) -> None:
    add_beneficiary(link, producer=scene.producer, by=scene.phuc, at=scene.at)
    client = Client()
    client.force_login(scene.lan)
    assert 'class="chain"' in client.get(link.get_absolute_url()).content.decode()
    assert 'class="chain"' in client.get(f"/ho-tro/chu-the/{scene.producer.slug}/tieu-chi/").content.decode()
