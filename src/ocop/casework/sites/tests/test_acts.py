"""A site is written, shown, taken down; what it says of contacts rests on consent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.sites import acts
from ocop.casework.sites.models import BuyLink, Sale
from ocop.casework.sites.selectors import address_of_site, links_of, site_at, site_of
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused


def entries() -> list[str]:
    return list(
        Entry.objects.filter(action__regex="site|contact").order_by("pk").values_list("action", flat=True)
    )


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.refusal.code


def test_a_site_begins_is_written_shown_and_taken_down(sites, at):
    site = sites.opened()
    assert (site.state, site_of(sites.producer), acts.open_site(sites.producer, by=sites.lan, at=at)) == (
        "draft", None, site,
    )  # fmt: skip
    acts.publish_site(site, by=sites.lan, at=at)
    assert (site.shown["tagline"], site.live_since, site_of(sites.producer)) == (
        "Dứa ngọt trên đồi",
        at,
        site,
    )
    later = at + timedelta(days=2)
    acts.write_site(site, fields={"tagline": "Dứa mới"}, by=sites.lan, at=later)
    assert (site.shown["tagline"], site.has_unshown) == ("Dứa ngọt trên đồi", True)
    acts.publish_site(site, by=sites.lan, at=later)
    assert (site.shown["tagline"], site.live_since, site.changed_at) == ("Dứa mới", at, later)
    acts.withdraw_site(site, by=sites.lan, at=later)
    assert (site.state, site_of(sites.producer), site.tagline) == ("withdrawn", None, "Dứa mới")
    assert entries() == [
        "site.open", "site.write", "site.publish", "site.write", "site.publish", "site.withdraw"
    ]  # fmt: skip


def test_strangers_are_refused(sites, at):
    site = sites.shown()
    for act, more in (
        (acts.publish_site, {}), (acts.withdraw_site, {}),
        (acts.agree_to_show, {}), (acts.take_back_consent, {}),
        (acts.write_site, {"fields": {"tagline": "x"}}), (acts.name_host, {"host": "x.vn"}),
        (acts.add_photos, {"photos": [], "caption": ""}),
        (acts.add_link, {"shop": "own", "url": "https://x.vn/"}),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            act(site, **more, by=sites.quang, at=at)
        assert code_of(refused) == "not_entitled"


def test_nothing_is_shown_without_a_recognised_product_or_without_words(sites, cast, at):
    site = sites.opened(tagline="", story="")
    with pytest.raises(Refused) as refused:
        acts.publish_site(site, by=sites.lan, at=at)
    assert code_of(refused) == "nothing_written"
    sites.producer = sites.register("HTX Mới", by=sites.lan)
    with pytest.raises(Refused) as refused:
        acts.publish_site(sites.opened(), by=sites.lan, at=at)
    assert code_of(refused) == "none_recognised"


def test_consent_is_recorded_and_taken_back(sites, at):
    site = sites.shown()
    acts.agree_to_show(site, by=sites.lan, at=at)
    assert site.producer.contact_is_public_since == at
    with pytest.raises(Refused) as refused:
        acts.agree_to_show(site, by=sites.lan, at=at)
    assert code_of(refused) == "conflict_agreed"
    acts.take_back_consent(site, by=sites.lan, at=at)
    assert site.producer.contact_is_public_since is None
    assert entries()[-2:] == ["producer.share_contact", "producer.hide_contact"]


@pytest.mark.parametrize(
    ("shop", "url", "code"),
    [
        ("own", "javascript:alert(1)", "url_scheme"),
        ("own", "data:text/html,x", "url_scheme"),
        ("own", "http://192.168.1.1/shop", "url_private"),
        ("own", "http://[::1]/", "url_private"),
        ("own", "http://2130706433/", "url_private"),
        ("own", "http://0x7f.0.0.1/", "url_private"),
        ("own", "http://shop.local/", "url_private"),
        ("own", "http://may-chu/", "url_private"),
        ("own", "https://ten:mat-khau@shop.vn/", "url_unreadable"),
        ("own", "https://[x/", "url_unreadable"),
        ("postmart", "https://postmart.vn.lua-dao.com/a", "url_shop"),
        ("own", "http://localhost:8000/chu-the/nguoi-khac/", "url_private"),
        ("own", "https://ocop.example/en/chu-the/nguoi-khac/", "url_other"),
        ("own", "https://nguoi-khac.ocop.example/", "url_other"),
        ("own", "https://cua-nguoi-khac.vn/x", "url_other"),
    ],
)
def test_a_link_that_is_no_place_to_buy_is_refused_in_a_sentence(sites, cast, at, settings, shop, url, code):
    settings.SITE_ADDRESS, settings.SITES_DOMAIN = "https://ocop.example", "ocop.example"
    mine, own = sites.opened(), sites.producer
    sites.producer = sites.register("Người khác", by=sites.lan)
    acts.name_host(sites.opened(), host="cua-nguoi-khac.vn", by=sites.lan, at=at)
    assert own != sites.producer
    with pytest.raises(Refused) as refused:
        acts.add_link(mine, shop=shop, url=url, by=sites.lan, at=at)
    assert (code_of(refused), BuyLink.objects.count()) == (code, 0)


def test_a_link_is_shown_until_an_officer_finds_it_gone(sites, at):
    site = sites.opened()
    link = acts.add_link(site, shop="postmart", url="https://postmart.vn/a", by=sites.lan, at=at)
    with pytest.raises(Refused) as refused:
        acts.add_link(site, shop="postmart", url="https://postmart.vn/a", by=sites.lan, at=at)
    assert (code_of(refused), links_of(sites.product)) == ("url_again", [])
    acts.publish_site(site, by=sites.lan, at=at)
    assert links_of(sites.product) == [link]
    with pytest.raises(Refused) as refused:
        acts.look_at_link(link, seen="gone", by=sites.lan, at=at)
    assert code_of(refused) == "not_officer"
    acts.look_at_link(link, seen="gone", by=sites.minh, at=at)
    assert (link.seen_on, links_of(sites.product)) == (at.date(), [])
    acts.remove_link(link, by=sites.lan, at=at)
    assert site.contents()["links"] == []


def test_two_hundred_photographs_are_refused_and_nothing_is_lost(sites, at):
    site = sites.opened()
    with pytest.raises(Refused) as refused:
        acts.add_photos(site, photos=[None] * 200, caption="", by=sites.lan, at=at)
    assert (code_of(refused), site.photos.count()) == ("too_many_photos", 0)


def test_a_host_name_is_of_one_producer_and_none_of_ours(sites, at, settings):
    settings.SITE_ADDRESS, settings.SITES_DOMAIN = "https://ocop.example", "ocop.example"
    site = sites.shown()
    acts.name_host(site, host="Dua-Ban-Lau.vn", by=sites.lan, at=at)
    assert (site_at("dua-ban-lau.vn"), address_of_site(site)) == (site, "https://dua-ban-lau.vn/")
    sites.producer = sites.register("HTX Khác", by=sites.lan)
    other = sites.opened()
    for host, code in (
        ("dua-ban-lau.vn", "host_taken"), ("ocop.example", "host_ours"), ("x.ocop.example", "host_ours"),
        ("https://a.vn", "host_unreadable"), ("a b.vn", "host_unreadable"), ("10.0.0.1", "host_unreadable"),
        ("may.local", "host_unreadable"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            acts.name_host(other, host=host, by=sites.lan, at=at)
        assert (host, code_of(refused)) == (host, code)


def test_price_and_season(sites, at):
    said = {"price": 45000, "price_for": "1 kg", "season": "tháng 4 đến tháng 7"}
    acts.tell_sale(sites.product, **said, by=sites.lan, at=at)
    acts.tell_sale(sites.product, **said | {"price": 50000}, by=sites.lan, at=at)
    assert [(one.price, one.season) for one in Sale.objects.all()] == [(50000, "tháng 4 đến tháng 7")]
