"""Every certificate of the demonstration is signed; one is checked from the files of the snapshot."""

from __future__ import annotations

import pytest
from django.test import Client

from ocop.casework.certificates.models import Certificate
from ocop.kernel.signed.commands import verify_command
from ocop.outlets.catalogue.snapshot import Snapshot
from ocop.outlets.demo.moments import moment

ON = ("--on", "2026-11-23")


def test_every_certificate_is_signed(province):
    assert Certificate.objects.filter(proof__isnull=True).count() == 0
    assert Certificate.objects.count() > 0


@pytest.fixture
def files(province, tmp_path, settings, monkeypatch):
    """The pages of one certificate and the keys, of all that the snapshot writes."""
    settings.SITE_ADDRESS = "http://testserver"
    code = Certificate.objects.order_by("-pk")[0].code
    made = Snapshot(tmp_path, moment("11-23 09:00"))
    some = [address for address in made.pages() if code in address or "khoa-ky" in address]
    monkeypatch.setattr(made, "pages", lambda: iter(some))
    made.write()
    assert made.missing == []
    return code, tmp_path


def test_a_certificate_is_verified_from_the_snapshot(files, capsys):
    code, folder = files
    signed, keys = folder / "xac-minh" / code / "ban-ky.txt", folder / "khoa-ky.json"
    assert verify_command([str(signed), "--keys", str(keys), *ON]) == 0
    assert code in capsys.readouterr().out.replace("-", "")
    other = signed.read_text().replace("4", "5", 1)
    assert verify_command([other.strip(), "--keys", str(keys), *ON]) == 1


def test_the_check_page_leads_to_the_signed_text(files):
    code, folder = files
    page = (folder / "xac-minh" / code / "index.html").read_text("utf-8")
    assert f"/xac-minh/{code}/ban-ky/" in page
    assert (folder / "xac-minh" / code / "ban-ky" / "index.html").exists()
    assert (folder / "en" / "xac-minh" / code / "ban-ky" / "index.html").exists()
    assert f"ban-ky-{code}.txt" in Client().get(f"/xac-minh/{code}/ban-ky.txt")["Content-Disposition"]
