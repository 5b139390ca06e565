"""An archive that is sent while it is made."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from ocop.foundation.documents.engines.archive import streamed

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)


def test_the_same_members_are_the_same_bytes_and_every_program_reads_them():
    members = [("01/phieu.pdf", b"%PDF" * 1000), ("00-danh-muc.txt", "Phiếu".encode())]
    content = b"".join(streamed(members, at=AT))
    assert content == b"".join(streamed(members, at=AT))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [(one.filename, archive.read(one)) for one in archive.infolist()] == members
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 23, 9, 0, 0)}


def test_a_piece_is_sent_before_the_next_member_is_asked_for():
    asked = []

    def members():
        for name in ("a", "b"):
            asked.append(name)
            yield name, name.encode()

    stream = streamed(members(), at=AT)
    assert b"a" in next(stream)
    assert asked == ["a"]


@pytest.mark.parametrize("name", ["phiếu.pdf", "/a", "../a", "a"])
def test_names_that_an_archive_does_not_take(name):
    with pytest.raises(ValueError, match="no name"):
        list(streamed([("a", b""), (name, b"")], at=AT))
