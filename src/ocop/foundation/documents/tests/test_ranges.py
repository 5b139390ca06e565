"""Parts of files (RFC 9110, section 14)."""

from io import BytesIO

import pytest
from django.test import RequestFactory

from ocop.foundation.documents.ranges import ranged

CONTENT = bytes(range(10))


def ask(**headers: str):
    request = RequestFactory().get(
        "/", headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    return ranged(request, BytesIO(CONTENT), size=10, etag='"e"', media_type="a/b", name="Bảng.xlsx")


@pytest.mark.parametrize(
    ("asked", "given", "content"),
    [
        ("bytes=0-0", "bytes 0-0/10", CONTENT[:1]),
        ("bytes=2-5", "bytes 2-5/10", CONTENT[2:6]),
        ("bytes=7-", "bytes 7-9/10", CONTENT[7:]),
        ("bytes=7-99", "bytes 7-9/10", CONTENT[7:]),
        ("bytes=-3", "bytes 7-9/10", CONTENT[7:]),
        ("bytes=-99", "bytes 0-9/10", CONTENT),
    ],
)
def test_a_part(asked, given, content):
    answer = ask(Range=asked)
    assert (answer.status_code, answer["Content-Range"], answer["Content-Length"]) == (
        206, given, str(len(content)),
    )  # fmt: skip
    assert b"".join(answer.streaming_content) == content


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_part_that_is_not_there(asked):
    answer = ask(Range=asked)
    assert (answer.status_code, answer["Content-Range"], answer.content) == (416, "bytes */10", b"")


@pytest.mark.parametrize(
    "asked", ["", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=x-1", "9"]
)
def test_what_cannot_be_read_is_answered_with_the_whole(asked):
    answer = ask(Range=asked)
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, CONTENT)
    assert answer.has_header("Content-Range") is False


def test_a_part_of_another_file_is_answered_with_the_whole():
    assert ask(Range="bytes=2-5", If_Range='"e"').status_code == 206
    assert ask(Range="bytes=2-5", If_Range='"other"').status_code == 200
