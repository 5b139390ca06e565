"""Minh in her commune, Phúc in the province, Dung who leads, Quang the stranger;
pages and lines of a press plan.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile

from ocop.casework.communication import acts
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.rules import Channel, NewsKind
from ocop.foundation.documents.tests.corpus import picture
from ocop.foundation.places.models import Place
from ocop.registers.programme.models import Plan, Task

TITLE = "Mở đợt đánh giá thứ hai"
BODY = "Đợt hai nhận hồ sơ đến hết **29/10/2026**.\n\n- Nộp ở xã\n- Hoặc nộp qua mạng"
ENGLISH = {"title_en": "The second round opens", "body_en": "Dossiers until 29 October 2026."}


class Newsroom:
    """Everybody around the pages and the press plan."""

    def __init__(self, cast: Any, at: datetime) -> None:
        self.cast, self.at, self.today = cast, at, at.date()
        self.lan, self.minh, self.quang = cast.lan, cast.minh, cast.quang
        self.phuc, self.dung = cast.person("phuc", "Phạm Phúc"), cast.person("dung", "Ngô Dung")
        self.sen = cast.person("sen", "Vàng Thị Sen")
        self.province, self.commune = cast.province, cast.commune
        self.elsewhere = Place.objects.filter(level="commune", name="Sa Pa", valid_to__isnull=True).get()
        cast.appoint(self.minh, "commune_officer", level="commune")
        cast.appoint(self.sen, "commune_officer", level="commune", place=self.elsewhere)
        cast.appoint(self.phuc, "province_officer")
        cast.appoint(self.dung, "leader")

    def page(self, title: str = TITLE, body: str = BODY, *, by: Any = None, **given: Any) -> NewsPage:
        """A draft of the province unless another writes it."""
        by = by or self.phuc
        place = given.pop("place", None) or (self.commune if by == self.minh else self.province)
        kind = given.pop("kind", NewsKind.NEWS)
        content = {"title": title, "body": body, **given}
        return acts.write_page(place=place, kind=kind, content=content, by=by, at=self.at)

    def published(
        self, title: str = TITLE, body: str = BODY, *, on: date | None = None, **given: Any
    ) -> NewsPage:
        """A page that everyone reads from today unless said otherwise."""
        page = self.page(title, body, **given)
        acts.publish_page(page, publish_on=on or self.today, by=self.phuc, at=self.at)
        return page

    def photo(self, name: str = "vuon-dua.jpg") -> ContentFile[bytes]:
        """A small picture."""
        return ContentFile(picture(), name=name)

    def plan(self, year: int = 2026, place: Place | None = None, state: str = "issued") -> Plan:
        """A plan on record."""
        row = Plan(
            place=place or self.province, year=year, name=f"Kế hoạch OCOP năm {year}", is_partly_known=True,
            created_at=self.at, created_by=self.phuc,
        )  # fmt: skip
        row.__dict__["state"] = state
        row.closed_on = date(year, 12, 31) if state == "closed" else None
        row.save()
        return row

    def task(self, plan: Plan) -> Task:
        """A task of a plan."""
        return Task.objects.create(plan=plan, number=1, name="Truyền thông", agency="Văn phòng điều phối")

    def item(self, title: str = "Phát thanh về đợt hai", *, by: Any = None, **given: Any) -> PressItem:
        """A line of the province for the commune's radio next week unless said otherwise."""
        known = {
            "plan": None, "place": self.commune, "channel": Channel.COMMUNE_RADIO,
            "planned_on": date(2026, 12, 1),
        }  # fmt: skip
        return acts.note_item(title=title, by=by or self.phuc, at=self.at, **{**known, **given})

    def done(self, title: str = "Phát thanh về đợt một", **given: Any) -> PressItem:
        """A line that was carried out."""
        done_on = given.pop("done_on", self.today)
        item = self.item(title, planned_on=given.pop("planned_on", done_on), **given)
        acts.record_item(
            item, done_on=done_on, times=3, link="https://laocai.example/1", by=self.phuc, at=self.at
        )
        return item
