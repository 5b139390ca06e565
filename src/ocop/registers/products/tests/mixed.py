"""A register in which every kind of product is found, and the answers as they were told before listings were
kept: by subqueries over all recognitions.
"""

from datetime import date, timedelta

from django.db.models import BigIntegerField, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from ocop.foundation.places.models import Place, Succession
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.rules import Source
from ocop.registers.products.acts import register_product
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES
from ocop.registers.products.writes import record_event, record_recognition

NEWEST = (F("year").desc(), F("decided_on").desc(nulls_last=True), F("pk").desc())


def term(stars, begins, ends=None, **more):
    ends = ends or begins.replace(year=begins.year + 3) - timedelta(days=1)
    return {
        "stars": stars, "year": begins.year, "decided_on": begins, "date_precision": "day",
        "valid_from": begins, "expires_on": ends, "status_code": "recognised", **more,
    }  # fmt: skip


def year(stars, of, **more):
    return {"stars": stars, "year": of, "date_precision": "year", "status_code": "recognised", **more}


def build(cast, tuan, at):
    """Products by name: never recognised, once, renewed, expired, extended, revoked, annulled, to begin,
    candidates, of which only the year or the month is known, in merged places, of two producers.
    """
    today = at.date()
    begins = today - timedelta(days=100)
    merged = Place.objects.filter(level="commune", valid_to__isnull=False, successors__isnull=False)
    old = merged.order_by("pk")
    here = {"legal_form": "cooperative", "commune": cast.commune}
    owners = [
        register_producer(fields=fields, representative=None, by=tuan, at=at, source=Source.REGISTER)
        for fields in (
            {"name": "HTX Bản Lầu", **here},
            {"name": "Hộ Á Đông", **here, "commune": old[0]},
            {"name": "Tổ hợp tác", "legal_form": "cooperative", "commune": None},
        )
    ]
    made = {}

    def product(name, owner=0, recognitions=(), **fields):
        one = register_product(
            owners[owner], fields={"name": name, **fields}, by=tuan, at=at, source=Source.REGISTER
        )
        made[name] = [record_recognition(one, fields=facts, by=tuan, at=at) for facts in recognitions]

    tea = {"regulation_code": "qd-26-2026", "leaf": "I.5.a", "set_number": 11}
    fruit = {"regulation_code": "qd-26-2026", "leaf": "I.1.a", "set_number": 1}
    product("Chưa công nhận")
    product("Chưa công nhận, nơi cũ", 1, **fruit)
    product("Một lần", 0, [term(3, begins)], **tea)
    product("Một lần cùng ngày", 2, [term(3, begins)], **tea)
    product("Nâng hạng", 1, [term(3, begins - timedelta(days=700)), term(4, begins)], **tea)
    product("Sắp thay", 0, [term(3, begins), term(5, today + timedelta(days=3))], **fruit)
    product("Hết hạn", 0, [term(4, date(2021, 12, 14))])
    product("Hết hạn hôm qua", 0, [term(4, date(2023, 3, 1), today - timedelta(days=1))])
    product("Hết hạn hôm nay", 2, [term(4, date(2023, 3, 1), today)], commune=cast.commune)
    product("Kéo dài", 1, [term(3, date(2023, 3, 1), today - timedelta(days=9))])
    product("Kéo dài xong", 1, [term(3, date(2023, 3, 1), today - timedelta(days=9))], commune=old[1])
    product("Thu hồi", 0, [term(3, begins)], **fruit)
    product("Thu hồi từ xưa", 2, [year(None, 2020, status_code="revoked")])
    product("Huỷ bỏ", 1, [term(4, begins), term(3, begins)])
    product("Chỉ biết năm", 0, [year(3, 2021)], commune=old[0], **fruit)
    product("Biết tháng", 0, [year(3, 2021, date_precision="month", decided_on=date(2021, 12, 1))])
    product("Đề nghị", 1, [year(4, 2025, status_code="candidate")])
    product("Xét lại không đạt", 2, [year(3, 2022), year(2, 2025, status_code="renewal_failed")])

    def event(name, kind, on, which=-1):
        record_event(made[name][which], kind=kind, on=on, by=tuan, at=at)

    event("Kéo dài", "extended", today - timedelta(days=9))
    event("Kéo dài xong", "extended", today - timedelta(days=9))
    event("Kéo dài xong", "renewal_result", today - timedelta(days=2))
    event("Thu hồi", "renewal_filed", today - timedelta(days=30))
    event("Thu hồi", "revoked", today - timedelta(days=1))
    event("Huỷ bỏ", "annulled", today + timedelta(days=2))
    event("Huỷ bỏ", "revoked", today + timedelta(days=2), 0)
    return made


def listed():
    """The public products with the facts of their newest recognition, as asked before."""
    own = Recognition.objects.filter(product=OuterRef("pk"), status_code__in=PUBLIC_STATUSES)
    newest = own.order_by(*NEWEST)
    followed = Succession.objects.filter(old=OuterRef("commune_then"))
    return Product.objects.filter(Exists(own)).annotate(
        stars_now=Subquery(newest.values("stars")[:1]),
        year_now=Subquery(newest.values("year")[:1]),
        decided_now=Subquery(newest.values("decided_on")[:1]),
        commune_then=Coalesce("commune_id", "producer__commune_id", output_field=BigIntegerField()),
        commune_now=Coalesce(
            Subquery(followed.values("new")[:1]), "commune_then", output_field=BigIntegerField()
        ),
    )


def in_order(rows, sort):
    """Those in one of the orders of the public list, as sorted before."""
    newest = (F("year_now").desc(), F("decided_now").desc(nulls_last=True), "search_text", "pk")
    orders = {
        "moi": newest,
        "ten": ("search_text", "pk"),
        "sao": (F("stars_now").desc(nulls_last=True), *newest),
    }
    return rows.order_by(*orders[sort])


def on_desk(desk):
    """The products on a desk with stars and year of the newest recognition, as asked before."""
    own = Recognition.objects.filter(product=OuterRef("pk"), status_code__in=PUBLIC_STATUSES).order_by(
        *NEWEST
    )
    return desk.annotate(
        latest_stars=Subquery(own.values("stars")[:1]), latest_year=Subquery(own.values("year")[:1])
    )
