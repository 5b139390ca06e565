"""The tables themselves: what they must hold, and what a faulty one is refused for."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop.foundation.places.rules import RECORDS_BEGIN, REFORM_ON, Level
from ocop.foundation.places.tables import DATA, Register, Unit

TODAY = date(2026, 11, 23)
LAST_DAY = REFORM_ON - timedelta(days=1)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register()


def standing(register: Register, on: date, level: Level, province: str | None = None) -> list[Unit]:
    found = [unit for unit in register.units if unit.level == level and unit.stands(on)]
    return [unit for unit in found if province is None or province_of(unit).code == province]


def province_of(unit: Unit) -> Unit:
    return unit if unit.parent is None else province_of(unit.parent)


def test_the_country_today(register: Register) -> None:
    provinces = Counter(unit.kind for unit in standing(register, TODAY, Level.PROVINCE))
    communes = Counter(unit.kind for unit in standing(register, TODAY, Level.COMMUNE))
    assert provinces == {"tỉnh": 25, "thành phố": 9}
    assert communes == {"xã": 2599, "phường": 709, "đặc khu": 13}
    assert communes.total() == 3321
    assert standing(register, TODAY, Level.DISTRICT) == []


def test_every_special_zone_is_listed(register: Register) -> None:
    zones = {unit.name: province_of(unit).name for unit in standing(register, TODAY, Level.COMMUNE)
             if unit.kind == "đặc khu"}  # fmt: skip
    assert zones == {
        "Vân Đồn": "Quảng Ninh",
        "Cô Tô": "Quảng Ninh",
        "Cát Hải": "Hải Phòng",
        "Bạch Long Vĩ": "Hải Phòng",
        "Cồn Cỏ": "Quảng Trị",
        "Hoàng Sa": "Đà Nẵng",
        "Lý Sơn": "Quảng Ngãi",
        "Trường Sa": "Khánh Hòa",
        "Phú Quý": "Lâm Đồng",
        "Côn Đảo": "Hồ Chí Minh",
        "Phú Quốc": "An Giang",
        "Thổ Châu": "An Giang",
        "Kiên Hải": "An Giang",
    }


def test_lao_cai_today_and_before(register: Register) -> None:
    today = Counter(unit.kind for unit in standing(register, TODAY, Level.COMMUNE, "15"))
    assert today == {"xã": 89, "phường": 10}
    before = {code: len(standing(register, LAST_DAY, Level.COMMUNE, code)) for code in ("10", "15")}
    assert before == {"10": 151, "15": 168}
    districts = {code: len(standing(register, LAST_DAY, Level.DISTRICT, code)) for code in ("10", "15")}
    assert districts == {"10": 9, "15": 9}


def test_every_old_commune_has_exactly_one_successor_and_all_99_are_reached(register: Register) -> None:
    followed = Counter(old.key for old, _new, _on in register.successions if old.level == Level.COMMUNE)
    old = {unit.key for unit in standing(register, LAST_DAY, Level.COMMUNE)}
    assert followed == dict.fromkeys(old, 1)
    assert len(old) == 319
    reached = {new.key for old, new, _on in register.successions if old.level == Level.COMMUNE}
    assert reached == {unit.key for unit in standing(register, TODAY, Level.COMMUNE, "15")}
    assert len(reached) == 99


def test_both_old_provinces_became_todays_lao_cai(register: Register) -> None:
    pairs = [(old.code, old.name, new.code, new.name) for old, new, _on in register.successions
             if old.level == Level.PROVINCE]  # fmt: skip
    assert pairs == [("10", "Lào Cai", "15", "Lào Cai"), ("15", "Yên Bái", "15", "Lào Cai")]


def test_a_successor_begins_the_day_after_the_old_unit_ended(register: Register) -> None:
    assert {(old.valid_to, new.valid_from, on) for old, new, on in register.successions} == {
        (LAST_DAY, REFORM_ON, REFORM_ON)
    }


def test_points_lie_in_the_country_and_unknown_ones_are_few(register: Register) -> None:
    communes = standing(register, TODAY, Level.COMMUNE)
    known = [unit for unit in communes if unit.latitude is not None and unit.longitude is not None]
    assert len(communes) - len(known) == 7
    islands = {"Hoàng Sa", "Trường Sa"}
    assert [
        unit.name
        for unit in known
        if not (8.5 < unit.latitude < 23.5 and 102 < unit.longitude < 109.5) and unit.name not in islands
    ] == []
    lao_cai = standing(register, TODAY, Level.COMMUNE, "15")
    assert all(21.3 < unit.latitude < 22.9 and 103.5 < unit.longitude < 105.2 for unit in lao_cai)
    assert all(unit.area_km2 > 0 for unit in communes if unit.area_km2 is not None)


def test_names_are_spelt_one_way(register: Register) -> None:
    new_style = re.compile(r"(o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
    assert [unit.name for unit in register.units if new_style.search(unit.name)] == []
    assert [unit.name for unit in register.units if "'" in unit.name or unit.name != unit.name.strip()] == []


def test_old_units_begin_with_the_records(register: Register) -> None:
    assert {unit.valid_from for unit in register.units} == {RECORDS_BEGIN, REFORM_ON}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in DATA.glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("table", "line", "fault"),
    [
        ("places_2025", "commune,02788,xã,Bản Lầu,15,2025-07-01,,,,", "commune 02788 stands twice."),
        ("places_until_2025", "province,15,tỉnh,Lào Cai,,2025-01-01,,,,", "province 15 stands twice."),
        ("places_2025", "commune,99999,xã,Mới,16,2025-07-01,,,,", "No province 16 on 2025-07-01."),
        ("successions", "commune,02788,99999,2025-07-01", "No commune 99999 on 2025-07-01."),
        ("changes_of_kind", "commune,02788,phường,xã,2026-01-01,1/NQ", "commune 02788 is xã, not phường."),
        ("other_spellings", "commune,99999,2025-07-01,Mới", "No commune 99999 on 2025-07-01."),
    ],
)
def test_a_faulty_table_is_refused(folder: Path, table: str, line: str, fault: str) -> None:
    with (folder / f"{table}.csv").open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    with pytest.raises(ValueError, match=f"^{re.escape(fault)}$"):
        Register(folder)
