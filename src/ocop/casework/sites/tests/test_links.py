"""The officers' list of places to buy."""

from __future__ import annotations

from ocop.casework.sites import acts
from ocop.casework.sites.selectors import links_of
from ocop.casework.sites.tests.cast import Sites
from ocop.kernel.text import fold


def test_officers_see_what_was_found_on_which_day(sites: Sites, client, at):
    site = sites.opened()
    link = acts.add_link(site, shop="voso", url="https://voso.vn/dua", by=sites.lan, at=at)
    acts.publish_site(site, by=sites.lan, at=at)
    assert links_of(sites.product) == [link]
    client.force_login(sites.minh)
    assert "Chưa xem" in client.get("/gian-hang/").text
    acts.look_at_link(link, seen="other", by=sites.minh, at=at)
    page = client.get("/gian-hang/?thay=other").text
    assert "Mở ra sản phẩm khác" in page
    assert links_of(sites.product) == []
    client.force_login(sites.quang)
    assert client.get("/gian-hang/").status_code == 403


def test_officers_find_a_place_to_buy_by_producer_or_product(sites: Sites, client, at):
    """Without marks, every word; what nobody is called finds nothing."""
    site = sites.opened()
    acts.add_link(site, shop="voso", url="https://voso.vn/moi-thu", by=sites.lan, at=at)
    acts.add_link(site, shop="own", url="https://mau.vn/rieng", product=sites.product, by=sites.lan, at=at)
    client.force_login(sites.minh)

    def found(words: str) -> set[str]:
        page = client.get("/gian-hang/", {"q": words}).text
        return {url for url in ("https://voso.vn/moi-thu", "https://mau.vn/rieng") if url in page}

    assert found(fold(site.producer.name)) == {"https://voso.vn/moi-thu", "https://mau.vn/rieng"}
    assert "https://mau.vn/rieng" in found(fold(sites.product.name))
    assert found("khong ai ten the nay") == set()


def test_both_lists_are_saved_as_tables(sites: Sites, client, at):
    site = sites.opened()
    acts.add_link(site, shop="voso", url="https://voso.vn/dua", by=sites.lan, at=at)
    acts.ask_producer(sites.product, acts.Asked("once", "Có bán sỉ không?"), at=at)
    client.force_login(sites.lan)
    assert client.get("/hoi-dap/?xuat=xlsx").content[:2] == b"PK"
    client.force_login(sites.minh)
    assert client.get("/gian-hang/?xuat=xlsx").content[:2] == b"PK"
