"""PDF through Typst: templates are files of the packages, data arrives as JSON and is never evaluated.

A template of any package begins with

    #import "/foundation/documents/typst/state.typ": *

because the root of every import is the folder of `ocop`. Nothing outside it can be read, no system font is
used.

PDF/A asks for a glyph for every letter, and Typst refuses the whole paper over one that no typeface has. That
guard stays, and `letters.printed` sees to it that no stored text meets it: what cannot be shown is a box,
never a gap.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils.functional import Promise
from PIL import Image

from ocop.foundation.documents.engines.letters import FONTS, printed

ROOT = Path(__file__).resolve().parents[3]


def render(template: Path | str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """The template filled with `data`, as PDF/A-2b. The same input gives the same bytes; `at` is the moment
    of making.

    `template` is a path inside the package `ocop`, which reads `data`. Data: texts, whole numbers, truth
    values, dates, lists and mappings of them; other numbers are written out by the caller, so that their
    rounding is a decision. ValueError when the template lies elsewhere, TypeError for other data,
    typst.TypstError for a fault in the template.
    """
    path = (ROOT / template).resolve()
    if not path.is_relative_to(ROOT):
        raise ValueError(f"{template} lies outside {ROOT}.")
    pdf: bytes = typst.compile(
        str(path),
        root=str(ROOT),
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(plain(data, printed), ensure_ascii=False, sort_keys=True)},
        pdf_standards="a-2b",
        timestamp=at.astimezone(UTC).replace(microsecond=0),  # typst counts whole seconds
        package_path=str(ROOT),
    )
    return pdf


def picture(content: bytes, *, longest: int = 1000) -> str:
    """A photograph (WebP, JPEG or PNG bytes) as text for `data`;
    the template shows it with `photo(data.picture)`.
    """
    with Image.open(io.BytesIO(content)) as image:
        image.thumbnail((longest, longest), reducing_gap=2.0)
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=85)
        width, height = image.size
    encoded = base64.b64encode(out.getvalue()).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{encoded}"/></svg>'
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def plain(value: Any, text: Callable[[str | Promise], str] = str) -> Any:
    """The same in the types of JSON, as data are kept until they are printed.

    TypeError for what the caller has to write out.
    """
    if isinstance(value, Mapping):
        return {str(key): plain(item, text) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item, text) for item in value]
    if isinstance(value, datetime):
        raise TypeError("A moment is written out by the caller, in the time zone it is meant in.")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | Promise):
        return text(value)
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(f"{type(value).__name__} is written out as text by the caller.")
