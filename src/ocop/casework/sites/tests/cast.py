"""Lan's cooperative with a recognised product, and its site in any state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.casework.sites import acts
from ocop.casework.sites.models import Site
from ocop.registers.producers.acts import register_producer
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import list_anew, search_text


class Sites:
    """Lan acts for it, Minh is the commune's officer, Quang a stranger."""

    def __init__(self, cast: Any, at: datetime) -> None:
        self.cast, self.at, self.lan, self.minh, self.quang = cast, at, cast.lan, cast.minh, cast.quang
        cast.appoint(cast.minh, "commune_officer", level="commune")
        self.producer = self.register("HTX Mẫu Nà Lốc", by=self.lan)
        self.product = self.recognised("Dứa quả Bản Lầu")

    def register(self, name: str, *, by: Any) -> Any:
        """A cooperative that somebody registers."""
        fields = {
            "name": name,
            "legal_form": "cooperative",
            "commune": self.cast.commune,
            "phone": "0912345678",
        }
        return register_producer(fields=fields, representative=None, by=by, at=self.at)

    def recognised(self, name: str, producer: Any = None) -> Product:
        """A product with 3 stars of the register."""
        owner = producer or self.producer
        slug = f"san-pham-{Product.objects.count()}"
        row = Product(
            producer=owner, name=name, slug=slug, source="self", commune=self.cast.commune, created_at=self.at
        )
        row.search_text = search_text(row)
        row.save()
        Recognition.objects.create(
            product=row, stars=3, year=2023, status_code="recognised", date_precision="year", number="3/QĐ"
        )
        list_anew([row.pk])
        return row

    def opened(self, **fields: Any) -> Site:
        """Begun and written."""
        site = acts.open_site(self.producer, by=self.lan, at=self.at)
        known = {"tagline": "Dứa ngọt trên đồi", "story": "Chúng tôi trồng dứa.", "look": "paper", **fields}
        acts.write_site(site, fields=known, by=self.lan, at=self.at)
        return site

    def shown(self, **fields: Any) -> Site:
        """The same, for everyone."""
        site = self.opened(**fields)
        acts.publish_site(site, by=self.lan, at=self.at)
        return site
