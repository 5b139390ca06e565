"""Openings by week: each line once, no address kept, hostile lines passed over."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ocop.casework.sites.models import WeekOfVisits
from ocop.casework.sites.rules import Opened
from ocop.casework.sites.tests.cast import Sites
from ocop.casework.sites.writes.logs import Opening, read_line
from ocop.casework.sites.writes.visits import count_visits

MONDAY = date(2026, 11, 30)


def line(
    path: str, *, when: str = "30/Nov/2026:10:00:00 +0700", status: int = 200, browser: str = "Firefox"
) -> str:
    return f'203.0.113.7 - - [{when}] "GET {path} HTTP/1.1" {status} 512 "-" "{browser}"\n'


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (line("/san-pham/che/"), Opening(Opened.PRODUCT, "che", MONDAY)),
        (line("/en/san-pham/che/?q=1", status=304), Opening(Opened.PRODUCT, "che", MONDAY)),
        (line("/chu-the/htx/", when="29/Nov/2026:20:00:00 +0000"), Opening(Opened.SITE, "htx", MONDAY)),
        (line("/V/7K3M9QXV2T8B4WZN"), Opening(Opened.CODE, "7K3M9QXV2T8B4WZN", MONDAY)),
        (line("/xac-minh/7k3m-9qxv-2t8b-4wzn/"), Opening(Opened.CODE, "7K3M9QXV2T8B4WZN", MONDAY)),
        (
            '[2026-11-30 03:00:00 +0000] 203.0.113.7 - "GET /san-pham/che/ HTTP/1.1" 200 1.5\n',
            Opening(Opened.PRODUCT, "che", MONDAY),
        ),
        (line("/san-pham/che/", status=404), None),
        (line("/san-pham/che/", browser="Googlebot/2.1"), None),
        (line("/san-pham/che/", when="31/Nov/2026:10:00:00 +0700"), None),
        (line("/san-pham/che/", when="30/Nov/2026:10:00:00 +9999"), None),
        (line("/viec/"), None),
        (line("/san-pham/../../etc/passwd/"), None),
        ("\x00\xff\n", None),
        ('"GET /san-pham/che/ HTTP/1.1" 200\n', None),
        (line("/san-pham/" + "a" * 9000 + "/"), None),
    ],
)  # fmt: skip
def test_what_a_line_says(text, opening):
    assert read_line(text.encode()) == opening


@pytest.fixture
def log(tmp_path: Path, sites: Sites) -> Path:
    path = tmp_path / "access.log"
    lines = [line(f"/san-pham/{sites.product.slug}/")] * 7 + [line("/san-pham/khong-co/")] * 9
    path.write_text("".join([*lines, line(f"/chu-the/{sites.producer.slug}/")]))
    return path


def counts() -> dict[tuple[str, date], int]:
    return {(one.what, one.monday): one.count for one in WeekOfVisits.objects.all()}


def test_the_same_lines_are_counted_once_and_new_ones_added(log: Path, sites: Sites):
    assert (count_visits(log), count_visits(log)) == (8, 0)
    with log.open("a") as more:
        more.write(line(f"/san-pham/{sites.product.slug}/") + "half a li")
    assert count_visits(log) == 1
    turned = log.with_name("access.log.1.gz")
    turned.write_bytes(gzip.compress(log.read_bytes()))
    assert count_visits(turned) == 0
    assert counts() == {("product", MONDAY): 8, ("site", MONDAY): 1}


def test_a_log_that_has_only_begun_waits(tmp_path: Path, sites: Sites):
    path = tmp_path / "access.log"
    path.write_text(line(f"/san-pham/{sites.product.slug}/"))
    assert count_visits(path) == 0
    path.write_text(line(f"/san-pham/{sites.product.slug}/") * 20)
    assert count_visits(path) == 20


def test_the_producer_sees_weeks_and_few_as_less_than_five(log: Path, sites: Sites, client):
    count_visits(log)
    client.force_login(sites.lan)
    page = client.get(f"/trang-web/{sites.producer.slug}/luot-xem/").text
    assert "&lt;5" in page
    assert "Không kể bản do bộ nhớ đệm giữ" in page
    assert "203.0.113.7" not in page
    client.force_login(sites.quang)
    assert client.get(f"/trang-web/{sites.producer.slug}/luot-xem/").status_code == 404


def test_the_command_names_a_log_that_is_not_there(log: Path, capsys):
    call_command("count_visits", str(log))
    assert capsys.readouterr().out == f"{log}: 8\n"
    with pytest.raises(CommandError, match="khong-co"):
        call_command("count_visits", str(log.with_name("khong-co")))
