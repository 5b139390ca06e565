"""The rules of wording find what they are for, leave names in peace, and the house keeps to them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))
import words  # noqa: E402 - a script beside the package

WRONG = {
    "Uỷ ban nhân dân tỉnh": "Uỷ", "UỶ BAN NHÂN DÂN": "UỶ", "uỷ quyền": "uỷ", "Khóa tài khoản": "Khóa",
    "hàng hóa": "hóa",
    "Hủy phiên họp": "Hủy", "xóa ảnh": "xóa", "Bản minh họa": "họa", "tỉ lệ": "tỉ lệ",
    "theo qui định": "qui định",
    "Địa chỉ email của bạn": "email", "Chọn tập tin": "Tập tin".lower(), "Hãy click vào đây": "click",
    "Thứ 6, 27/11": "Thứ 6", "2 trên 9": "2 trên 9", "{{ done }} trên {{ total }}": "} trên {",
    "%(done)s trên %(all)s": ")s trên %(", "Thôi": "Thôi", "Để sau": "Để sau", "Dứa (mẫu)": "(mẫu)",
    "Người làm thay": "Người làm thay", "Đăng nhập bằng khoá trên máy": "khoá trên máy",
    "Công văn 820-MH/UQ-UBND": "Công văn 820-MH/UQ-",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_what_is_written_otherwise_is_named(text: str):
    assert [word for word, _instead in words.faults(text)] == [WRONG[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Vàng Thị Hòa", "xã Hòa Bình",
        "bán trên 9 tỉnh",
        "Send the e-mail again", "the file", "%(email)s đã được ghi", "lan@email.vn đã có", "Thôi thực hiện",
        "Mẫu 01", "Thứ Sáu", "thứ 12 trong danh sách",
    ],
)  # fmt: skip
def test_what_is_right_is_left_in_peace(text: str):
    assert list(words.faults(text)) == []


def test_every_kind_of_file_is_read(tmp_path: Path):
    wrong = {
        "a.py": '"""Uỷ in a docstring is for readers of code."""\nword = "Uỷ"\n',
        "b.html": '{% translate "Uỷ" %}\n<p class="Uỷ">Uỷ</p>\n',
        "c.typ": '\n#text("Uỷ")\n',
        "d.json": '{"name": ["Uỷ"]}',
        "vi/e.po": 'msgid "Uỷ"\nmsgstr "Ủy, "\n"Uỷ"\n',
        "en/f.po": 'msgid "Uỷ"\nmsgstr "Uỷ"\n',
    }
    for name, text in wrong.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = sorted({(one.path.name, one.line) for one in words.look_through(tmp_path)})
    assert found == [
        ("a.py", 2), ("b.html", 1), ("b.html", 2), ("c.typ", 2), ("d.json", 1), ("e.po", 2), ("f.po", 1),
    ]  # fmt: skip


def test_the_house_keeps_to_its_words():
    said = subprocess.run(
        [sys.executable, "script/words.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (said.stdout, said.returncode) == ("", 0)
