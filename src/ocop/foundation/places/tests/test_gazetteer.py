"""Every commune of today and of before, by every usual way of writing it."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.foundation.places.gazetteer import Gazetteer, Unit, of_register

SHORT = {"xã": ("X.", "xã ", "Xã: "), "phường": ("P.", "phường "), "thị trấn": ("TT. ", "thị trấn ")}
ABOVE = {"huyện": "H.", "thị xã": "TX.", "thành phố": "TP."}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return of_register("15", date(2026, 11, 30))


def test_every_commune_of_today(gazetteer: Gazetteer) -> None:
    standing = [unit for unit in gazetteer.units.values() if unit.stands]
    assert len(standing) == 99
    wrong: list[tuple[str, list[Unit]]] = []
    for unit in standing:
        short = SHORT[unit.kind][0]
        texts = (
            unit.name, unit.code, f"{unit.kind} {unit.name}", f"{short}{unit.name}", unit.name.upper(),
            f"{unit.code} – {unit.kind} {unit.name}", f"- {unit.kind} {unit.name}",
            f"UBND {unit.kind} {unit.name}",
            f"{unit.kind} {unit.name}, tỉnh Lào Cai", f"{short}{unit.name} - T. Lào Cai",
        )  # fmt: skip
        wrong += [(text, found) for text in texts if (found := gazetteer.find(text)) != [unit]]
    assert wrong == []


def test_every_commune_of_before_with_its_district(gazetteer: Gazetteer) -> None:
    wrong, asked = [], 0
    for unit in gazetteer.units.values():
        if unit.stands:
            continue
        district = unit.full_name.split(", ")[1]
        word = next(word for word in ABOVE if district.startswith(word))
        above = f"{ABOVE[word]} {district.removeprefix(word).strip()}"
        for lead in SHORT[unit.kind]:
            for text in (
                f"{lead}{unit.name} - {above}", f"{lead}{unit.name}, {district}, tỉnh Lào Cai",
                f"- {lead}{unit.name} ({district})", f"Thôn 3, {lead}{unit.name}, {above}",
            ):  # fmt: skip
                asked += 1
                if {one.today for one in gazetteer.find(text)} != {unit.today}:
                    wrong.append((text, gazetteer.find(text)))
    assert (wrong, asked > 3_000) == ([], True)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("Nậm Chảy", {"Mường Khương"}), ("Nậm Chày", {"Nậm Chày"}), ("TT. Khánh Yên", {"Văn Bàn"}),
        ("xã Trung Tâm", {"Phúc Lợi"}), ("Thanh Bình", {"Mường Khương", "Bản Hồ"}), ("Minh Quân", {"Âu Lâu"}),
        ("xãBản Lầu", {"Bản Lầu"}), ("Bản Lầu-Mường Khương", {"Bản Lầu"}),
        ("TTNT Phong Hải", {"Phong Hải"}), ("H. Mường Khương", set()), ("02788 – xã Bắc Hà", set()),
        ("Na Lốc, Bắc Hà", set()), ("tỉnh Hà Giang", set()), ("", set()),
    ],
)  # fmt: skip
def test_what_is_near_another(gazetteer: Gazetteer, text: str, today: set[str]) -> None:
    found = gazetteer.find(text)
    assert {gazetteer.units[key].name for unit in found for key in unit.today} == today


def test_a_unit_knows_whether_it_stands() -> None:
    assert [Unit(1, "1", "xã", "A", "xã A", today).stands for today in ((1,), (2,), (1, 2))] == [
        True,
        False,
        False,
    ]
