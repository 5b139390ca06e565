"""Signed facts of certificates: with the certificate, in its PDF, on its page; the key; what is signed
later.
"""

from __future__ import annotations

import io
import json
import stat
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from ocop.casework.certificates.invariants import proof_faults
from ocop.casework.certificates.models import Certificate, Proof
from ocop.casework.certificates.signing import held_key, signer_on, take_up_key, trusted, withdraw_key
from ocop.casework.certificates.writes.proofs import prove_missing
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.printing.tests.printed import make_papers
from ocop.kernel.signed import KeyFileError, Signer, check, read_trusted
from ocop.kernel.signed.reading import in_pdf


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SIGNING_DIR, settings.SIGNING_KEY = tmp_path / "signing", ""
    return settings.SIGNING_DIR


@pytest.fixture
def key(desk):
    return take_up_key(desk.at.date())


def one(desk, **given) -> Certificate:
    decision = desk.signed(desk.item(), **given)
    return Certificate.objects.get(decision_item__decision=decision)


def test_signing_a_decision_signs_the_facts_of_its_certificates(desk, key):
    certificate = one(desk)
    found = check(certificate.proof.text, trusted(), desk.at.date())
    assert (found.is_valid, found.number) == (True, key.number)
    facts, known = found.facts, certificate.recognition
    assert (facts.code, facts.product_code, facts.stars) == (certificate.code, certificate.product_code, 4)
    assert (facts.product, facts.producer) == ("Chè Shan Suối Giàng", "Hợp tác xã Mẫu Nà Lốc")
    assert (facts.number, facts.decided_on) == ("512-MH/QĐ-UBND", known.decided_on)
    assert (facts.authority, facts.programme) == (known.authority, "OCOP Lào Cai")
    assert (facts.valid_from, facts.valid_until) == (certificate.valid_from, certificate.expires_on)
    assert list(proof_faults()) == []


def test_its_pdf_carries_the_signed_text(desk, key):
    certificate = one(desk)
    make_papers(desk.at)
    certificate.refresh_from_db()
    assert in_pdf(content_of(certificate.file)) == certificate.proof.text


def test_without_a_key_everything_goes_on_and_is_signed_later_once(desk):
    certificate = one(desk)
    make_papers(desk.at)
    assert not Proof.objects.exists()
    with pytest.raises(CommandError, match="no key in use"):
        call_command("sign_certificates")
    take_up_key(desk.at.date())
    assert [prove_missing(at=desk.at) for _ in range(2)] == [1, 0]
    entry = Entry.objects.get(action="certificate.prove")
    assert (entry.object_id, entry.by_name) == (str(certificate.pk), "")
    assert list(proof_faults()) == []


def test_a_broken_key_stops_no_decision(desk, key, folder):
    (folder / "private-key").write_text("không phải khoá", "utf-8")
    assert one(desk).stars == 4
    assert not Proof.objects.exists()
    with pytest.raises(KeyFileError):
        held_key()


def test_the_private_key_is_its_owners_alone_and_never_shown(desk, key, folder, capsys):
    path = folder / "private-key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    call_command("signing_key")
    printed = capsys.readouterr().out
    assert path.read_text("ascii").strip() not in printed
    assert json.loads(printed)["keys"][0]["id"] == key.number


def test_a_key_of_the_environment_is_published_and_not_stored(desk, settings, folder):
    settings.SIGNING_KEY = Signer(bytes(32)).written()
    assert signer_on(desk.at.date()) is None  # not published yet
    assert take_up_key(desk.at.date()) == take_up_key(desk.at.date())
    assert signer_on(desk.at.date()) == Signer(bytes(32))
    assert [path.name for path in folder.iterdir()] == ["keys.json"]


def test_a_key_that_follows_keeps_what_was_signed_and_a_withdrawn_one_is_signed_anew(desk, key):
    certificate = one(desk)
    later = desk.at + timedelta(days=3)
    new = take_up_key(later.date())
    assert (trusted()[key.number].until, new.until) == (later.date(), None)
    assert check(certificate.proof.text, trusted(), later.date()).is_valid
    assert prove_missing(at=later) == 0
    withdraw_key(key.number, later.date())
    assert check(certificate.proof.text, trusted(), later.date()).verdict == "key_withdrawn"
    assert prove_missing(at=later) == 1
    assert Proof.objects.get().key == new.number
    assert list(proof_faults()) == []


def test_whoever_changes_a_signed_text_or_a_certificate_is_named(desk, key):
    certificate = one(desk)
    text = certificate.proof.text
    for other in (text[:-4] + "AAAA", text.replace(key.number, "0000000000")):
        Proof.objects.update(text=other)
        assert len(list(proof_faults())) == 1
    Proof.objects.update(text=text)
    Certificate.objects.update(product_code="15-02788-9-2026")
    assert list(proof_faults()) == [f"signed text of certificate {certificate.code}: another content"]


def test_everyone_reads_text_code_and_keys(desk, key, client):
    certificate = one(desk)
    assert f"/xac-minh/{certificate.code}/ban-ky/" in client.get(f"/v/{certificate.code}").content.decode()
    page = client.get(f"/xac-minh/{certificate.code.lower()}/ban-ky/")
    assert (page.status_code, page.cookies, page["Cache-Control"]) == (200, {}, "public, max-age=60")
    assert certificate.proof.text in page.content.decode()
    assert qr.read(qr.png(certificate.proof.text, level="L")) == [certificate.proof.text]
    client.force_login(desk.lan)  # what anybody may keep is the same for everybody
    assert not client.get(page.request["PATH_INFO"]).wsgi_request.session.accessed
    plain = client.get(f"/xac-minh/{certificate.code}/ban-ky.txt").content.decode()
    keys = read_trusted(client.get("/khoa-ky.json").content)
    assert check(plain, keys, desk.at.date()).is_valid


def test_a_code_without_a_signed_text_says_so(desk, client):
    certificate = one(desk)
    assert "ban-ky" not in client.get(f"/v/{certificate.code}").content.decode()
    for code in (certificate.code, "0" * 16, "x"):
        assert client.get(f"/xac-minh/{code}/ban-ky/").status_code == 404
    assert client.get("/khoa-ky.json").json() == {"keys": []}


def test_the_commands(desk, capsys):
    call_command("signing_key", "--new", stdout=io.StringIO())
    number = next(iter(trusted()))
    call_command("sign_certificates")
    assert capsys.readouterr().out == "0 certificates signed\n"
    call_command("signing_key", "--withdraw", number, stdout=io.StringIO())
    with pytest.raises(CommandError, match="no key 00"):
        call_command("signing_key", "--withdraw", "00")
