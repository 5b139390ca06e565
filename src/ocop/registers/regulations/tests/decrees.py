"""Texts in the form of a decree's annex, in our own words:
whole regulations from the data, and a small one by hand.
"""

from __future__ import annotations

import html
import io
import zipfile

from ocop.kernel.law import Criterion, ProductSet, Regulation

Row = tuple[str, str]

BY_HAND = """<html><head><style>p { color: red }</style></head><body>
<p>PHỤ LỤC II</p><p>Danh sách: 1. Bộ sản phẩm thử</p>
<p><b>1. Bộ sản phẩm: Rau thử</b></p>
<table>
<tr><th>Tiêu chí</th><th>Điểm</th></tr>
<tr><td><p>PHẦN A: LÀM CÙNG NHAU</p></td><td>40</td></tr>
<tr><td>1. CÁCH LÀM</td><td>18</td></tr>
<tr><td><p>1.1. Gốc gác của rau thử</p><p>Trồng cả ở trong tỉnh thử</p></td><td>3</td></tr>
<tr><td>&#9633; Ít rau của xã</td><td>1</td></tr>
<tr><td><p>□ Nửa rau của xã</p><p>□ Gần hết rau của xã ****</p></td><td><p>2</p><p>3</p></td></tr>
<tr><td>1.2. Giấy của ruộng thử</td><td>2</td></tr>
<tr><td>□ Ruộng chưa có giấy</td><td>0</td></tr>
<tr><td>□ Ruộng có giấy quốc tế</td><td>2</td></tr>
<tr><td>1.3. Thêm giá trị thử</td><td>3</td></tr>
<tr><td>□ Làm một ít</td><td>7</td></tr>
<tr><td>□ Làm bằng máy</td><td>2</td></tr>
</table>
<p>4. Bộ sản phẩm: Mật thử</p>
<table>
<tr><td>1.2. Giấy của ong thử</td><td>2</td></tr>
<tr><td>□ Ong chưa có giấy</td><td></td></tr>
<tr><td>□ Ong có giấy trong nước</td><td>1</td></tr>
<tr><td>7. Chất bổ thử</td><td>3</td></tr>
<tr><td>□ Rất bổ</td><td>13</td></tr>
</table></body></html>"""


def rows(product_set: ProductSet) -> list[Row]:
    """A set as the rows of its table:
    parts, sections, criteria, options with their boxes, points as printed.
    """
    found: list[Row] = []
    for part in product_set.parts:
        found.append((f"PHẦN {part.code}: {part.label.vi.upper()}", str(part.max)))
        for section in part.sections:
            if not section.is_single:
                found.append((f"{section.code}. {section.label.vi.upper()}", str(section.max)))
            for criterion in section.criteria:
                found += _criterion(criterion)
    return [*found, ("TỔNG ĐIỂM", "100")]


def _criterion(criterion: Criterion) -> list[Row]:
    found = [(f"{criterion.code}. {criterion.label.vi}", str(criterion.max))]
    for case, options in criterion.ladders:
        if case:
            found.append((f"Trường hợp {case}", ""))
        for option in options:
            printed = str(option.points) if option.points_published is None else option.points_published
            found.append((f"□ {option.label.vi} {'*' * (option.min_for_stars or 0)}", printed))
    return found


def as_html(regulation: Regulation) -> bytes:
    """A whole regulation as one HTML page."""
    body = []
    for product_set in regulation.sets.values():
        body.append(f"<h2>{product_set.number}. Bộ sản phẩm: {html.escape(product_set.label.vi)}</h2><table>")
        body += [
            f"<tr><td>{html.escape(text)}</td><td>{points}</td></tr>" for text, points in rows(product_set)
        ]
        body.append("</table>")
    return "".join(body).encode()


def as_docx(product_set: ProductSet) -> bytes:
    """One set as a Word document."""
    table = "".join(
        f"<w:tr><w:tc>{_paragraph(text)}</w:tc><w:tc>{_paragraph(points)}</w:tc></w:tr>"
        for text, points in rows(product_set)
    )
    heading = _paragraph(f"{product_set.number}. Bộ sản phẩm: {product_set.label.vi}")
    return docx(f"<w:body>{heading}<w:tbl>{table}</w:tbl></w:body>")


def document(body: str) -> str:
    """The XML of a document with this body."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {namespace}>{body}</w:document>"


def docx(body: str, head: str = "", encoding: str = "utf-8") -> bytes:
    """A document with this body; `head` goes before everything."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", (head + document(body)).encode(encoding))
    return buffer.getvalue()


def _paragraph(text: str) -> str:
    half = len(text) // 2  # Word cuts runs anywhere
    runs = "".join(f"<w:r><w:t>{html.escape(one)}</w:t></w:r>" for one in (text[:half], text[half:]))
    return f"<w:p>{runs}</w:p>"
