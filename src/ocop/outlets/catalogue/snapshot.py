"""The public site as files: what a web server shows while the database is off. No contacts; each page says
its age.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape

from ocop.casework.certificates.models import Certificate, Proof
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.registers.products import public
from ocop.registers.products.models import Listing

FLAG = "ocop.snapshot"
"""In the environment of a request, where no client of the web can put it."""
SUMS = "SHA256SUMS"
_LINKS = re.compile(r'(?:href|src)="(/[^"#?]*)"|srcset="([^"]*)"|url\("?(/[^")]*)"?\)')
_BESIDE = ("/static/", "/anh/", "/en/anh/")


def is_snapshot(request: Any) -> bool:
    """Whether the page is made for files."""
    return FLAG in request.META


class Snapshot:
    """Writes pages and all that they load into a folder."""

    def __init__(self, folder: Path, at: datetime) -> None:
        self.folder, self.at = folder, at
        secure = settings.SITE_ADDRESS.startswith("https://")
        host = settings.SITE_ADDRESS.partition("://")[2]
        self.client = Client(headers={"host": host})
        self.more: dict[str, Any] = {FLAG: at.isoformat(), "secure": secure}
        self.written: dict[str, str] = {}
        self.missing: list[str] = []

    def write(self) -> None:
        """All pages, then what they load, then the sums."""
        beside: set[str] = set()
        for address in self.pages():
            beside |= self._page(address)
        for address in sorted(beside):
            if not address.startswith("/static/"):
                self._keep(address, self.client.get(address, **self.more), address.lstrip("/"))
        for name, content in _static_files():
            self._put(f"static/{name}", content)
        lines = [f"{digest}  {name}" for name, digest in sorted(self.written.items())]
        (self.folder / SUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def pages(self) -> Iterator[str]:
        """The addresses of public pages in both languages: catalogue, producers, certificates, signed texts
        with the keys that check them.
        """
        fixed = [reverse(f"catalogue:{name}") for name in ("home", "products", "check_form")]
        fixed.append(reverse("certificates:keys"))
        for prefix in ("", "/en"):
            yield from (prefix + address for address in fixed)
            for slug in Listing.objects.public().order_by("pk").values_list("product__slug", flat=True):
                yield f"{prefix}/san-pham/{slug}/"
            for slug in public.listed_producers().order_by("pk").values_list("slug", flat=True):
                yield f"{prefix}/chu-the/{slug}/"
            yield from (prefix + address for address in travel_addresses())
            for code in Certificate.objects.order_by("pk").values_list("code", flat=True):
                yield f"{prefix}/xac-minh/{code}/"
            for code in Proof.objects.order_by("pk").values_list("certificate__code", flat=True):
                yield f"{prefix}/xac-minh/{code}/ban-ky/"
                yield f"{prefix}/xac-minh/{code}/ban-ky.txt"
        for code in Certificate.objects.order_by("pk").values_list("code", flat=True):
            yield f"/V/{code}"
        yield reverse("site:products_csv")

    def _page(self, address: str) -> set[str]:
        response = self.client.get(address, **self.more)
        name = address.lstrip("/")
        if response.get("Content-Type", "").startswith("text/html"):
            name = f"{name.rstrip('/')}/index.html".lstrip("/")
        text = self._keep(address, response, name)
        found = {part for groups in _LINKS.findall(text) for whole in groups for part in _addresses(whole)}
        return {one for one in found if one.startswith(_BESIDE)}

    def _keep(self, address: str, response: Any, name: str) -> str:
        if response.status_code != 200:
            self.missing.append(f"{address}: {response.status_code}")
            return ""
        content = b"".join(response.streaming_content) if response.streaming else response.content
        text = ""
        if response.get("Content-Type", "").startswith("text/html"):
            text = self._aged(content.decode())
            content = text.encode()
        self._put(unquote(name), content)
        return text

    def _put(self, name: str, content: bytes) -> None:
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise ValueError(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.written[name] = hashlib.sha256(content).hexdigest()

    def _aged(self, text: str) -> str:
        """A line on top says from when the page is; whoever reads it an hour later knows."""
        moment = date_format(timezone.localtime(self.at), "H:i d/m/Y")
        said = f"Bản chụp lúc {moment}, khi hệ thống tạm ngừng; việc xảy ra sau đó chưa có ở đây."
        english = f"Snapshot of {moment} (Vietnam time); nothing that happened since is here."
        bar = (
            f'<p class="snapshot-age" role="note">{escape(said)} <span lang="en">{escape(english)}</span></p>'
        )
        return re.sub(r"(<body[^>]*>)", lambda found: found[1] + bar, text, count=1)


def travel_addresses() -> Iterator[str]:
    """Villages, routes, chains and the map, in Vietnamese."""
    yield from ("/du-lich/", "/chuoi-gia-tri/", "/ban-do/")
    for model, start in ((Spot, "/du-lich/"), (Route, "/du-lich/tuyen/"), (Chain, "/chuoi-gia-tri/")):
        for slug in model.objects.on_show().order_by("pk").values_list("slug", flat=True):
            yield f"{start}{slug}/"


def _static_files() -> Iterator[tuple[str, bytes]]:
    """Styles, fonts and pictures as the server has them, without their packed twins; where they were not
    collected, as they lie in the packages.
    """
    root = Path(settings.STATIC_ROOT)
    if root.is_dir():
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix not in {".gz", ".br"}:
                yield path.relative_to(root).as_posix(), path.read_bytes()
        return
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            with storage.open(name) as file:
                yield Path(name).as_posix(), file.read()


def _addresses(whole: str) -> list[str]:
    """The paths in a link or in a set of pictures."""
    parts = [part.split()[0] for part in whole.split(",") if part.split()]
    return [urlsplit(part).path for part in parts]
