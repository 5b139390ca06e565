"""The officers' list of places to buy."""

from __future__ import annotations

from ocop.casework.sites import acts
from ocop.casework.sites.selectors import links_of
from ocop.casework.sites.tests.cast import Sites


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
