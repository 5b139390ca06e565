"""The first command of the README, as a newcomer runs it:
a sound province is built by one process, and served.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from ocop.config.invariants import INVARIANTS
from ocop.outlets.demo.cast import PASSWORD
from tests.journeys.server import free_port, wait_for
from tests.templates import ROOT

BUILDING = 600  # seconds for the whole province beside other tests
PAPER = 60
HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
DOSSIER = re.compile(r'href="(/ho-so/[0-9a-f-]{36}/)"')


def test_a_province_built_a_moment_ago_prints_papers_and_stops(tmp_path: Path):
    port, log = free_port(), tmp_path / "server.log"
    with log.open("w", encoding="utf-8") as out:
        place = {"DATABASE_URL": "", "OCOP_DATA_DIR": str(tmp_path / "data"), "PORT": str(port)}
        command = [sys.executable, "-m", "ocop.cli", "demo"]
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | place, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, process, log, patience=BUILDING)
            visitor = _sign_in(address)
            dossier = DOSSIER.findall(_text(visitor, f"{address}/ho-so/"))[0]
            papers = [
                visitor.open(f"{address}{dossier}mau-{number}.pdf", timeout=PAPER).read()
                for number in ("01", "02")
            ]
            assert [paper[:5] for paper in papers] == [b"%PDF-", b"%PDF-"]
            process.send_signal(signal.SIGINT)
            assert process.wait(120) == 0
        finally:
            process.kill()
    verify = [sys.executable, "-m", "ocop.cli", "verify_all"]
    said = subprocess.run(
        verify, cwd=ROOT, env=os.environ | place, capture_output=True, text=True, check=True
    ).stdout
    assert said == "".join(f"{invariant.name}: holds\n" for invariant in INVARIANTS)
    assert log.read_text("utf-8").rstrip().endswith("Đã dừng, dữ liệu được giữ · stopped, the data are kept.")


def _sign_in(address: str) -> OpenerDirector:
    visitor = build_opener(HTTPCookieProcessor(CookieJar()))
    page = f"{address}/dang-nhap/"
    said = {
        "csrfmiddlewaretoken": HIDDEN.findall(_text(visitor, page))[0],
        "login": "chuthe1",
        "password": PASSWORD,
    }
    visitor.open(page, urlencode(said).encode(), timeout=PAPER)
    return visitor


def _text(visitor: OpenerDirector, address: str) -> str:
    with visitor.open(address, timeout=PAPER) as answer:
        return str(answer.read().decode())
