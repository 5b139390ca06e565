"""Good files and hostile ones, made in memory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import openpyxl
import xlsxwriter
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


INVOICE = b"""<?xml version="1.0" encoding="UTF-8"?>
<HDon xmlns="http://kekhaithue.gdt.gov.vn/TKhaiThue"><DLHDon Id="data"><TTChung><SHDon>7</SHDon>
</TTChung></DLHDon></HDon>"""


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


def png_piece(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def flood_png(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises very many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_piece(b"IHDR", header)
        + png_piece(b"IDAT", zlib.compress(b"\0"))
        + png_piece(b"IEND", b"")
    )


def black_png(width: int, height: int) -> bytes:
    """A good PNG of one bit a pixel: 39 million pixels in five kilobytes."""
    packer = zlib.compressobj(9)
    row = bytes((width + 7) // 8 + 1)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_piece(b"IHDR", header) + png_piece(b"IDAT", data) + png_piece(b"IEND", b"")
    )


def photograph(size: tuple[int, int] = (400, 300), kind: str = "PNG") -> bytes:
    """With something on every pixel, so that its data does not fit into one piece."""
    image = Image.effect_noise(size, 90)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf(pages: int = 1) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    return _written(writer)


def _dictionary(**known: object) -> DictionaryObject:
    """A dictionary of names, texts, lists and dictionaries; a text that begins with / is a name."""
    return DictionaryObject({NameObject(f"/{key}"): _object(value) for key, value in known.items()})


def _object(value: object) -> object:
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    return ArrayObject([_object(one) for one in value]) if isinstance(value, list) else value


def action(kind: str, **known: object) -> DictionaryObject:
    return _dictionary(S=f"/{kind}", **known)


def near() -> DictionaryObject:
    """What happens when the mouse comes near."""
    return _dictionary(E=action("URI", URI="https://x.example/"))


def pdf_opening(does: object) -> bytes:
    """Something happens when it is opened."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(_object(does))
    return _written(writer)


def pdf_with_link(does: DictionaryObject, **more: object) -> bytes:
    """A page with a link, two levels down in an annotation."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    place = ArrayObject([NumberObject(n) for n in (0, 0, 99, 99)])
    annotation = _dictionary(Type="/Annot", Subtype="/Link", Rect=place, A=does, **more)
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    return _written(writer)


def pdf_with_event(does: DictionaryObject) -> bytes:
    """Something happens when the second page is looked at."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    page = writer.add_blank_page(width=595, height=842)
    page[NameObject("/AA")] = _dictionary(O=does)
    return _written(writer)


def pdf_with_form_of_its_own() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(_dictionary(XFA="x"))
    return _written(writer)


def pdf_with_program(is_packed: bool = False) -> bytes:
    """A good PDF with a program beside the page; its objects may lie in compressed packets."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.add_attachment("hoa-don.exe", b"MZ program")
    content = _written(writer)
    if not is_packed:
        return content
    names = b"7 0 << /Names [(hoa-don.exe) 8 0 R] /EmbeddedFiles 9 0 R >>"
    return pdf_hidden(names)


def invoice(*files: tuple[str, bytes], relation: str = "/Data", more: bytes = b"") -> bytes:
    """A PDF/A-3 as programs of electronic invoices write it: its data lie inside, tied to the document."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    for name, content in files or (("hoa-don.xml", INVOICE),):
        writer.add_attachment(name, content)
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    places = [one for one in names if isinstance(one.get_object(), DictionaryObject)]
    for place in places if relation else ():
        place.get_object()[NameObject("/AFRelationship")] = NameObject(relation)
    writer.root_object[NameObject("/AF")] = ArrayObject(places)
    start, word, end = _written(writer).rpartition(b"startxref")
    return start + more + word + end


def pdf_of_two_faults() -> bytes:
    """It leads elsewhere by itself and has a file inside."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.add_attachment("hoa-don.exe", b"MZ program")
    does = _object(action("URI", URI="https://x.example/"))
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(does)
    return _written(writer)


def pdf_of_scans(pages: int = 3) -> bytes:
    """As a scanner makes it: a picture on each page, whose bytes may be anything."""
    scans = [Image.effect_noise((300, 400), 60) for _ in range(pages)]
    out = io.BytesIO()
    scans[0].save(out, "PDF", save_all=True, append_images=scans[1:], producer="Scanner")
    return out.getvalue()


def pdf_with_script() -> bytes:
    return pdf_opening(action("JavaScript", JS="app.alert('x');"))


def pdf_with_launch() -> bytes:
    """A page with a button that starts a program."""
    return pdf_with_link(action("Launch", F="cmd.exe"))


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
    types: str = "",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A small Word or Excel file; `relations`, `body` and `extra` make it hostile."""
    main = {"word": "word/document.xml", "xl": "xl/workbook.xml"}[kind]
    content_type = content_type or {"word": WORD_TYPE, "xl": SHEET_TYPE}[kind]
    folder = main.split("/")[0]
    parts = {
        "[Content_Types].xml": (
            f'<Types><Override PartName="/{main}" ContentType="{content_type}"/>{types}</Types>'
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


def type_of(part: str) -> str:
    return f'<Override PartName="/{part}" ContentType="application/xml"/>'


def field(*pieces: str, prefix: str = "w") -> str:
    """A field of Word, its words in pieces."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    runs = "".join(
        f"<{prefix}:r><{prefix}:instrText>{piece}</{prefix}:instrText></{prefix}:r>" for piece in pieces
    )
    begin = f'<{prefix}:r><{prefix}:fldChar {prefix}:fldCharType="begin"/></{prefix}:r>'
    return f'<{prefix}:p xmlns:{prefix}="{name}">{begin}{runs}</{prefix}:p>'


def formula(words: str, tag: str = "f") -> dict[str, bytes]:
    return {"xl/worksheets/sheet1.xml": f"<sheet><c><{tag}>{words}</{tag}></c></sheet>".encode()}


FORMULAS = ('=A1&"|"&B1', "=SUM('a|b'!A1:A3)", "=IF(A1>0,1,2)")


def workbook_of_excel() -> bytes:
    """As Excel writes it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        first = book.add_worksheet("Danh sách | 2026")
        book.add_worksheet("a|b")
        for row, words in enumerate(FORMULAS):
            first.write_formula(row, 1, words)
        first.write_string(9, 0, "Đạt | không đạt")
        first.data_validation("C1:C9", {"validate": "list", "source": ["đạt|tốt", "không"]})
        first.write_url("D1", "https://laocai.gov.vn")
        first.insert_image("E1", "a.png", {"image_data": io.BytesIO(picture("PNG"))})
    return out.getvalue()


def workbook_of_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    for words in (*FORMULAS, "Đạt | không đạt"):
        book.active.append([words])
    out = io.BytesIO()
    book.save(out)
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


def box(kind: bytes, *inside: bytes) -> bytes:
    data = b"".join(inside)
    return struct.pack(">I", len(data) + 8) + kind + data


def mp4(shows: bytes = b"vide", *, first: int = 32, described: int = 1) -> bytes:
    """As a phone makes it, but of one picture; its data comes first, its index last."""
    table = lambda kind, *numbers: box(kind, struct.pack(f">{len(numbers) + 1}I", 0, *numbers))
    entry = box(b"avc1", b"\0" * 6 + b"\0\1" + b"\0" * 70)
    tables = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, described), entry),
        table(b"stts", 1, 1, 1),
        table(b"stsc", 1, 1, 1, 1),
        table(b"stsz", 0, 1, 64),
        table(b"stco", 1, first),
    )
    handler = box(b"hdlr", b"\0" * 8 + shows + b"\0" * 13)
    media = box(b"mdia", box(b"mdhd", b"\0" * 24), handler, box(b"minf", box(b"vmhd", b"\0" * 12), tables))
    index = box(b"moov", box(b"mvhd", b"\0" * 100), box(b"trak", box(b"tkhd", b"\0" * 84), media))
    return box(b"ftyp", b"isom\0\0\2\0isomiso2") + box(b"mdat", b"\1" * 64) + index


def mp3(frames: int = 40) -> bytes:
    """About a second of silence: frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz, one channel."""
    return (b"\xff\xfb\x90\xc4" + b"\0" * 413) * frames


def m4a(brand: bytes = b"M4A ", shows: bytes = b"soun") -> bytes:
    """A film without pictures; telephones also mark it `mp42`."""
    return mp4(shows).replace(b"ftypisom", b"ftyp" + brand, 1)


def ogg(first: bytes = b"OpusHead", pages: int = 3) -> bytes:
    """Pages of one stream, with one packet each."""
    packets = [first + b"\1\1" + b"\0" * 9, *(b"\0" * 60 for _n in range(pages - 1))]
    page = lambda kind, n, data: b"OggS\0" + struct.pack("<BqIIIBB", kind, 0, 7, n, 0, 1, len(data)) + data
    return b"".join(page(2 if n == 0 else 0, n, data) for n, data in enumerate(packets))


def junk_mp4() -> bytes:
    """The right boxes with nothing in them."""
    return box(b"ftyp", b"isom\0\0\2\0isomiso2") + box(b"moov", b"\0" * 32) + box(b"mdat", b"\1" * 64)


def heic() -> bytes:
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + b"\0" * 64
