"""`ocop verify`: what holds, what was altered, whose key it is; files that were made to harm."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from ocop.kernel.signed import Facts, KeyFileError, Signer, TrustedKey, Verdict, check, read_trusted, sign
from ocop.kernel.signed import trusted_as_json as as_json
from ocop.kernel.signed.commands import verify_command
from ocop.kernel.signed.facts import pack

DAY = date(2026, 11, 30)
FACTS = Facts(
    code="0123456789ABCDEF", product_code="15-02788-3-2026", product="Chè Shan Suối Giàng",
    producer="Hợp tác xã Mẫu Nà Lốc", stars=4, number="512-MH/QĐ-UBND", decided_on=DAY,
    authority="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", valid_from=DAY,
    valid_until=date(2029, 11, 30), programme="OCOP Lào Cai", signed_on=DAY,
)  # fmt: skip
SIGNER, OTHER = Signer(bytes(range(32))), Signer(bytes(32))
KEY = TrustedKey(SIGNER.public, DAY)
TRUSTED = {KEY.number: KEY}
TEXT = sign(FACTS, SIGNER)


def verdict(text: str = TEXT, key: TrustedKey = KEY, on: date = DAY) -> Verdict:
    return check(text, {key.number: key}, on).verdict


def test_what_was_signed_holds_on_every_day_of_its_term_and_on_no_other():
    assert check(TEXT, TRUSTED, DAY).facts == FACTS
    days = {DAY - timedelta(1): "not_yet", DAY: "valid", date(2029, 11, 30): "valid"}
    assert {day: verdict(on=day) for day in days} == days
    assert verdict(on=date(2029, 12, 1)) == "expired"


def test_it_goes_through_blanks_and_line_ends():
    assert verdict(f" {TEXT[:50]}\n{TEXT[50:]}\r\n") == "valid"


@given(st.integers(0, len(TEXT) - 1), st.sampled_from("ABCabc019-_.\x1b "))
def test_no_letter_can_be_changed(place, letter):
    changed = TEXT[:place] + letter + TEXT[place + 1 :]
    assert (changed == TEXT) == (verdict(changed) == "valid")


@given(st.text(max_size=300))
def test_any_other_text_is_not_one(text):
    assert verdict(text) == "malformed"


def test_another_product_or_another_key_is_not_signed():
    forged = sign(replace(FACTS, product="Trà khác", stars=5), OTHER).split(".")
    assert verdict(".".join(forged)) == "other_key"
    assert verdict(".".join((forged[0], KEY.number, *forged[2:]))) == "altered"
    signature = TEXT.rpartition(".")[2]
    assert verdict(".".join((forged[0], KEY.number, forged[2], signature))) == "altered"


def test_the_same_signature_is_good_for_no_other_purpose_and_key_number():
    raw = pack(TEXT)
    assert not KEY.is_signature(raw.signature, raw.content)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"until": DAY}, "valid"),
        ({"starts_on": DAY + timedelta(1)}, "outside_period"),
        ({"starts_on": DAY - timedelta(9), "until": DAY - timedelta(1)}, "outside_period"),
        ({"withdrawn_on": DAY + timedelta(400)}, "key_withdrawn"),
    ],
)
def test_a_key_holds_for_its_days_and_a_withdrawn_one_for_none(changes, expected):
    assert verdict(key=replace(KEY, **changes)) == expected


def test_a_key_that_follows_leaves_what_was_signed_before_good():
    old, new = replace(KEY, until=DAY), TrustedKey(OTHER.public, DAY)
    keys = read_trusted(json.dumps(as_json([new, old])).encode())
    assert keys == {old.number: old, new.number: new}
    assert check(TEXT, keys, DAY).is_valid


BROKEN = [
    b"", b"{", b"[]", b'{"keys": 1}', b'{"keys": [1]}', b'{"keys": [{"public": "AA", "from": "2026-01-01"}]}',
    b'{"keys": [{"public": 5, "from": "2026-01-01"}]}', b"[" * 100_000, b" " * 300_000,
    json.dumps({"keys": [{**as_json([KEY])["keys"][0], "id": "0000000000"}]}).encode(),
    json.dumps({"keys": [{**as_json([KEY])["keys"][0], "also": 1}]}).encode(),
    json.dumps({"keys": [{**as_json([KEY])["keys"][0], "from": "gần đây"}]}).encode(),
]  # fmt: skip


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_file_of_keys_is_read_exactly_or_not_at_all(content):
    with pytest.raises(KeyFileError):
        read_trusted(content)


def test_a_private_key_is_not_shown():
    assert SIGNER.written() not in repr(SIGNER)
    assert Signer.read(SIGNER.written()) == SIGNER
    with pytest.raises(KeyFileError, match=r"^private$"):
        Signer.read("bí mật")


def pdf(keywords: str | None) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    if keywords is not None:
        writer.add_metadata({"/Keywords": keywords})
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def keys(tmp_path) -> Path:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(as_json([KEY])), "utf-8")
    return path


def said(capsys, *argv: object) -> tuple[int, str]:
    code = verify_command([str(one) for one in argv])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_the_command_says_what_was_signed_and_what_it_cannot_know(capsys, keys):
    code, told = said(capsys, TEXT, "--keys", keys, "--on", "2027-01-01")
    assert code == 0
    for words in (
        "HỢP LỆ: chữ ký đúng", "Sản phẩm: Chè Shan Suối Giàng", "Hạng sao: 4", "Quyết định số: "
        "512-MH/QĐ-UBND",
        "Đến hết ngày: 30/11/2029", f"Khoá {KEY.number}, dùng từ 30/11/2026 đến nay", "không biết giấy có "
        "bị thu hồi",
    ):  # fmt: skip
        assert words in told
    assert (
        "cannot know whether" in said(capsys, TEXT, "--keys", keys, "--on", "2027-01-01", "--lang", "en")[1]
    )


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (pdf(f"OCOP {TEXT}"), 0, "HỢP LỆ"),
        (TEXT.encode() + b"\r\n", 0, "HỢP LỆ"),
        (b"\xef\xbb\xbf" + TEXT.encode(), 0, "HỢP LỆ"),
        (pdf(None), 1, "không mang bản ký"),
        (pdf("OCOP1.abc"), 1, "đã bị cắt mất"),
        (b"%PDF-1.7\n" + b"\xff" * 5_000, 1, "Không đọc được tệp PDF"),
        (pdf(TEXT)[:300], 1, "Không đọc được tệp PDF"),
        (b"\xff\xfe\x00", 1, "không phải PDF"),
        (b"x" * 50_000, 1, "không phải PDF"),
        (b"", 1, "không mang bản ký"),
    ],
    ids=["pdf", "text", "text with mark", "unsigned", "cut", "hostile", "half", "binary", "long", "empty"],
)
def test_files(capsys, keys, tmp_path, content, code, words):
    path = tmp_path / "giay.pdf"
    path.write_bytes(content)
    found, told = said(capsys, path, "--keys", keys, "--on", "2027-01-01")
    assert (found, words in told) == (code, True), told


def test_without_file_or_keys_it_says_what_is_missing(capsys, keys, tmp_path, monkeypatch):
    assert said(capsys, "khong-co.pdf", "--keys", keys) == (
        1, "Không có tệp này, và đây cũng không phải bản ký (bắt đầu bằng OCOP1).\n",
    )  # fmt: skip
    monkeypatch.setenv("OCOP_DATA_DIR", str(tmp_path))
    code, told = said(capsys, TEXT)
    assert (code, "/khoa-ky.json" in told) == (1, True)
    keys.write_text("{", "utf-8")
    assert said(capsys, TEXT, "--keys", keys)[0] == 1


def test_an_expired_one_says_so_and_ends_with_one(capsys, keys):
    code, told = said(capsys, TEXT, "--keys", keys, "--on", "2029-12-01")
    assert (code, "HẾT HẠN" in told, "30/11/2029" in told) == (1, True, True)
