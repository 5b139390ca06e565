"""A village, a homestay, a route and a chain in Lan's commune, in any state."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from ocop.casework.support import acts as support
from ocop.casework.support.models import Activity
from ocop.casework.support.tests.cast import Desk
from ocop.casework.tourism import acts
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.registers.programme.models import Programme

WORDS = {
    "tagline": "Bản bên suối", "about": "Nhà sàn, cơm lam.", "homes": 8, "capacity": 60,
    "months": 0b1111_1000_0001, "season": "Mận chín tháng 6", "services": "Ngủ nhà sàn\nDệt vải",
    "safety": "Trạm y tế cách 1 km", "hours": "Cả ngày", "directions": "Theo đường 4E",
}  # fmt: skip


class Valley:
    """Lan owns the homestay, Minh keeps the commune's pages, Phúc those of the province, Quang a stranger."""

    def __init__(self, cast: Any, at: datetime) -> None:
        self.desk, self.at = Desk(cast, at), at
        self.lan, self.minh, self.phuc, self.quang = (
            getattr(self.desk, one) for one in ("lan", "minh", "phuc", "quang")
        )
        self.programme = Programme.objects.create(
            province=self.desk.province, name="OCOP", agency_name="Văn phòng điều phối",
            authority_name="Chủ tịch UBND tỉnh", seat="Lào Cai", created_at=at,
        )  # fmt: skip
        self.producer, self.commune, self.other = (
            self.desk.producer, self.desk.commune, self.desk.other_commune
        )  # fmt: skip

    def opened(self, name: str = "Bản Nà Lốc", *, by: Any = None, **fields: Any) -> Spot:
        """A village that Minh begins, or a place of somebody else."""
        known = {"kind": "village", "place": self.commune, **fields}
        return acts.open_spot(self.programme, name=name, **known, by=by or self.minh, at=self.at)

    def homestay(self) -> Spot:
        """Lan's own."""
        return self.opened("Homestay Lan", kind="homestay", producer=self.producer, by=self.lan)

    def shown(self, name: str = "Bản Nà Lốc", **fields: Any) -> Spot:
        """A village that everyone sees."""
        spot = self.opened(name)
        acts.write_spot(spot, fields=WORDS | fields, by=self.minh, at=self.at)
        acts.publish_spot(spot, by=self.minh, at=self.at)
        return spot

    def route(self, *, stops: int = 2) -> Route:
        """A day with so many stops, the first in the village, the others sights of another commune."""
        made = acts.open_route(
            self.programme, name="Một ngày ở đồi dứa", place=self.commune, by=self.minh, at=self.at
        )
        if stops:
            spot = Spot.objects.filter(slug="ban-na-loc").first() or self.shown()
            acts.add_stop(made, starts_at=time(7), minutes=60, spot=spot, by=self.minh, at=self.at)
        for number in range(1, stops):
            acts.add_stop(
                made, starts_at=time(7 + number), minutes=30, sight=f"Chợ {number}", place=self.other,
                note="Ăn sáng", by=self.minh, at=self.at,
            )  # fmt: skip
        return made

    def link(self, kind: str = "value_chain_link", **facts: Any) -> Activity:
        """A link of twelve households and a cooperative; finished."""
        known: dict[str, Any] = {"value_chain_link": {"goods": "dứa Queen"}}.get(kind, {})
        made = support.plan_activity(
            kind=kind, name="Liên kết dứa", place=self.commune, agency="UBND xã",
            starts_on=date(2026, 3, 1), facts=known | facts, by=self.phuc, at=self.at,
        )  # fmt: skip
        if kind == "value_chain_link":
            add = {"by": self.phuc, "at": self.at}
            support.add_party(made, role="household", name="Ông Giàng A Bí Mật", households=12, **add)
            support.add_party(made, role="cooperative", name="HTX Dứa Bản Lầu", producer=self.producer, **add)
            support.add_party(made, role="buyer", name="Siêu thị <Xanh> & Sạch", **add)
        support.start_activity(made, by=self.phuc, at=self.at)
        Activity.objects.filter(pk=made.pk).update(state="finished", result="Xong", result_on=self.at.date())
        made.refresh_from_db()
        return made

    def chain(self, area: Activity | None = None) -> Chain:
        """The page of such a link."""
        return acts.open_chain(self.programme, link=self.link(), area=area, by=self.minh, at=self.at)
