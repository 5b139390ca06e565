"""Good files and hostile ones, made in memory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def picture(
    kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object
) -> bytes:
    out = io.BytesIO()
    image = Image.new(mode, size, (200, 40, 40, 128)[: len(mode)] if mode != "L" else 90)
    image.save(out, kind, **options)
    return out.getvalue()


def photo_with_place() -> bytes:
    """As a phone makes it: lying on its side, with where and by what it was taken.
    Left half red, right half blue.
    """
    image = Image.new("RGB", (80, 40), (200, 30, 30))
    image.paste((30, 30, 200), (40, 0, 80, 40))
    exif = Image.Exif()
    exif[0x0110] = "Phone of Lan"
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 29.0, 1.0), 3: "E", 4: (103.0, 58.0, 1.0)})
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"secret remark", quality=95)
    return out.getvalue()


def flood_png(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises very many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf(pages: int = 1) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    return _written(writer)


def pdf_with_script() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('x');")}
    )
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)
    return _written(writer)


def pdf_with_launch() -> bytes:
    """A page with a button that starts a program, hidden two levels down in an annotation."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd.exe")}
    )
    annotation = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 99, 99)]),
            NameObject("/A"): action,
        }
    )
    page[NameObject("/Annots")] = ArrayObject([annotation])
    return _written(writer)


def pdf_hidden(packed: bytes, extra: bytes = b"", word: bytes = b"ObjStm") -> bytes:
    """A good PDF with one more packet of objects, as a later revision or a hidden one would have."""
    data = zlib.compress(packed)
    packet = (
        b"9 0 obj\n<< /Type /%s /N 1 /First 4 /Filter /FlateDecode %s /Length %d >>\n"
        b"stream\n%s\nendstream\nendobj\n"
    )
    good = pdf()
    return good[:15] + packet % (word, extra, len(data), data) + good[15:]


def pdf_locked(user_password: str = "bi-mat") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.encrypt(user_password, "chu", algorithm="RC4-128")
    return _written(writer)


def pdf_of_endless_pages(levels: int = 40) -> bytes:
    """Each level of the page tree names the next one ten times: 10 to the 40th pages in a few kilobytes."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    for level in range(2, levels + 2):
        kids = " ".join([f"{level + 1} 0 R"] * 10)
        objects.append(f"<< /Type /Pages /Count 1 /Kids [{kids}] >>")
    objects.append("<< /Type /Page /MediaBox [0 0 10 10] >>")
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (end + trailer).encode()


def office(
    kind: str = "word",
    *,
    content_type: str = "",
    relations: str = "",
    body: str = "",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A small Word or Excel file; `relations`, `body` and `extra` make it hostile."""
    main = {"word": "word/document.xml", "xl": "xl/workbook.xml"}[kind]
    content_type = content_type or {"word": WORD_TYPE, "xl": SHEET_TYPE}[kind]
    folder = main.split("/")[0]
    parts = {
        "[Content_Types].xml": (
            f'<Types><Override PartName="/{main}" ContentType="{content_type}"/></Types>'
        ).encode(),
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"/>'.encode(),
        main: (body or "<document>Xin chào</document>").encode(),
        f"{folder}/_rels/x.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'.encode(),
    } | (extra or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(kind: str, target: str, *, is_external: bool = True) -> str:
    mode = ' TargetMode="External"' if is_external else ""
    return f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def encrypted_entry() -> bytes:
    """The flag of a password set on every entry of an archive."""
    content = bytearray(office())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = content.find(mark)
        while position >= 0:
            content[position + at] |= 1
            position = content.find(mark, position + 4)
    return bytes(content)


def archive(name: str = "inside.exe") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, b"MZ program")
    return out.getvalue()


def mp4() -> bytes:
    def box(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data) + 8) + kind + data

    return box(b"ftyp", b"isom\0\0\2\0isomiso2") + box(b"moov", b"\0" * 32) + box(b"mdat", b"\1" * 64)


def heic() -> bytes:
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + b"\0" * 64
