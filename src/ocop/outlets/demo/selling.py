"""Two producers of recognised products sell: a site each, where one buys, prices, months in which there is
some; an officer looks at the listings. So S17 counts two websites by itself.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from ocop.casework.sites import acts
from ocop.casework.sites.models import Site
from ocop.outlets.demo.pictures import photograph
from ocop.outlets.demo.stage import Stage
from ocop.registers.products.acts import amend_product
from ocop.registers.products.rules.seasons import ALL_YEAR, season_of

WORDS: dict[str, dict[str, Any]] = {
    "cao-nguyen": {
        "person": "mai", "look": "leaf", "picture": "tea", "products": ("che-shan", "hong-tra"),
        "tagline": "Minh hoạ: chè shan hái tay trên đồi mây",
        "story": "Minh hoạ: hai mươi nhà cùng hái, cùng sao, cùng bán. Ai đến cũng được mời một chén chè nóng"
        " và một chiếc gùi.",
        "season": "Chè xuân hái từ tháng 3; chè thu hái đến tháng 11.",
        "visit": "Minh hoạ: xưởng chè ở trung tâm xã, báo trước một ngày để có người dẫn lên đồi.",
        "hours": "7 giờ đến 17 giờ hằng ngày, nghỉ ba ngày Tết",
        "shop": "postmart", "url": "https://postmart.vn/minh-hoa/che-shan",
    },
    "soi-lanh": {
        "person": "sua", "look": "loom", "picture": "cloth", "products": ("tui-tho-cam",),
        "tagline": "Minh hoạ: lanh trồng, se, nhuộm và dệt tại bản",
        "story": "Minh hoạ: một tấm vải đi qua tay bà, tay mẹ, tay con; ba tháng từ hạt lanh đến chiếc túi.",
        "season": "Có quanh năm.",
        "visit": "Minh hoạ: đến xem nhuộm chàm vào sáng thứ Bảy.",
        "hours": "8 giờ đến 16 giờ, trừ Chủ nhật",
        "shop": "voso", "url": "https://voso.vn/minh-hoa/tui-tho-cam",
    },
}  # fmt: skip
MONTHS = {"che-shan": range(3, 12), "hong-tra": range(3, 12), "dua-qua": range(4, 8)}
PRICES = {"che-shan": (250_000, "hộp 100 g"), "tui-tho-cam": (180_000, "chiếc")}


def note_selling(stage: Stage) -> None:
    """The days after the decision."""
    for number, key in enumerate(WORDS):
        stage.diary.note(f"11-18 {14 + number}:05", partial(open_shop, stage, key))
    stage.diary.note("11-20 15:10", lambda at: _look(stage, at))


def open_shop(stage: Stage, key: str, at: datetime) -> None:
    """The site of one of them, from its first word to the day on which everyone sees it."""
    words = WORDS[key]
    person, producer = stage.people[words["person"]], stage.producers[key]
    for name in words["products"]:
        product = stage.products[name]
        product.refresh_from_db()
        season = season_of(MONTHS[name]) if name in MONTHS else ALL_YEAR
        amend_product(product, fields={"months": season}, by=person, at=at)
        if name in PRICES:
            price, unit = PRICES[name]
            acts.tell_sale(product, price=price, price_for=unit, season="", by=person, at=at)
    site = acts.open_site(producer, by=person, at=at)
    fields = {name: words[name] for name in ("tagline", "story", "season", "visit", "hours", "look")}
    acts.write_site(site, fields=fields, by=person, at=at)
    picture = photograph(words["picture"], f"{key}-site")
    acts.add_photos(site, photos=[picture], caption="Minh hoạ", by=person, at=at)
    acts.add_link(site, shop=words["shop"], url=words["url"], by=person, at=at)
    acts.publish_site(site, by=person, at=at)


def _look(stage: Stage, at: datetime) -> None:
    """The province's officer opens one of the listings; the other still waits for that."""
    site = Site.objects.get(producer=stage.producers["cao-nguyen"])
    acts.look_at_link(site.links.get(), seen="sells", by=stage.people["phuc"], at=at)
