"""A site as files that any server can hold: pages in both languages, styles, pictures. No contacts."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override

from ocop.casework.sites.models import Site
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.documents.selectors import image_of
from ocop.outlets.catalogue.sites.content import SitePage, page_of_site

STYLES = "catalogue/site.css"
PAGES = {"vi": "index.html", "en": "en.html"}


def zip_of(site: Site, *, at: datetime, on: date) -> bytes:
    """The site as it is shown. It says of which day it is and where the living one is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for language, name in PAGES.items():
            with override(language):
                page = page_of_site(site, site.shown, on, has_contacts=False)
                archive.writestr(name, _html(page, site, at, language))
        archive.writestr("site.css", _styles())
        for key, file in page.files.items():
            for size in ImageSize:
                archive.writestr(f"anh/{key}-{size}.webp", image_of(file, size))
    return out.getvalue()


def _html(page: SitePage, site: Site, at: datetime, language: str) -> str:
    context = {
        "page": page, "LANGUAGE_CODE": language, "styles": "site.css", "taken_at": at, "address": "",
        "other_language": PAGES["en" if language == "vi" else "vi"],
    }  # fmt: skip
    text: str = render_to_string("catalogue/site.html", context)
    for one in [*page.pictures, *(made.picture for made in page.products if made.picture)]:
        for url in (one.large, one.small):
            key, size = url.rsplit("/", 2)[1:]
            text = text.replace(url, f"anh/{key}-{size}")
    return text


def _styles() -> str:
    found = finders.find(STYLES)
    with open(str(found), encoding="utf-8") as file:
        return file.read()
