"""Type by content, never by name.
Strict on the first bytes, because a lax reader is what polyglots live on.
"""

from __future__ import annotations

import io
import re
import zipfile

import puremagic

from ocop.foundation.documents.inspection.sounds import begins_mp3

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MP4_BRANDS = {
    b"isom",
    b"iso2",
    b"iso3",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"MSNV",
    b"dash",
}
_SOUND_BRANDS = {b"M4A ", b"M4B "}
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_MARKUP = re.compile(rb"<\s*(?:!doctype|html|script|svg|body|iframe|\?php|\?xml)", re.IGNORECASE)


def media_type_of(content: bytes) -> str:
    """The media type of accepted content, or an empty string."""
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _MP4_BRANDS:
        return "video/mp4"
    if content[4:8] == b"ftyp" and content[8:12] in _SOUND_BRANDS:
        return "audio/mp4"
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if begins_mp3(content):
        return "audio/mpeg"
    if content.startswith(b"PK\x03\x04"):
        return _office_type(content)
    return ""


def is_heic(content: bytes) -> bool:
    """A photograph of an iPhone in its own format."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS


def looks_like(content: bytes) -> str:
    """The ending that fits refused content, such as "exe" or "html", or an empty string:
    only for the sentence.
    """
    if _MARKUP.search(content[:1024]):
        return "svg" if b"<svg" in content[:1024].lower() else "html"
    if content.startswith(b"MZ"):
        return "exe"
    try:
        return puremagic.from_string(content[:65536]).lstrip(".").lower()
    except (puremagic.PureError, ValueError):
        return ""


def is_two_kinds(content: bytes, media_type: str) -> bool:
    """Whether content of this type is at the same time a page, a PDF or an archive.

    Readers look for %PDF- anywhere in the first kilobyte and for an archive's directory at the very end.
    """
    head = content[:1024]
    if media_type != "application/pdf" and b"%PDF-" in head:
        return True
    if media_type not in {_WORD, _SHEET}:
        if _holds_archive(content):
            return True
        # an image may carry its XMP note as XML; only pages and programs are meant here
        return bool(re.search(rb"<\s*(?:!doctype|html|script|iframe|\?php)", head, re.IGNORECASE))
    return False


def _holds_archive(content: bytes) -> bool:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return bool(archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _office_type(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # a torn archive; its first entry still tells what it was going to be
        names = set()
        if b"[Content_Types].xml" in content[:4096] or b"word/" in content or b"xl/" in content:
            return _WORD if b"word/" in content else _SHEET
    if "[Content_Types].xml" not in names:
        return ""
    if any(name.startswith("word/") for name in names):
        return _WORD
    return _SHEET if any(name.startswith("xl/") for name in names) else ""
