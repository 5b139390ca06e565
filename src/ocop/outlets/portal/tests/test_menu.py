"""The menu: every line leads to a page that this role may open."""

import pytest
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.outlets.portal.menu import items


@pytest.mark.parametrize("who", ["lan", "quang", *Role])
def test_every_line_opens(client, people, htx, who):
    client.force_login(people[who])
    found = [item.url for item in items(people[who], timezone.now())]
    answers = {url: client.get(url, follow=True).status_code for url in found}
    assert answers == dict.fromkeys(found, 200)


@pytest.mark.parametrize(
    ("who", "own", "desk", "people_page"),
    [("quang", True, False, False), ("lan", True, False, False), ("commune_officer", False, True, False),
     ("province_officer", False, True, False), ("operator", False, False, True),
     ("repairer", False, False, True)],
)  # fmt: skip
def test_lines_of_roles(people, htx, at, who, own, desk, people_page):
    people["repairer"] = Person.objects.create_superuser("sua-chua", full_name="Người Sửa")
    found = {item.url for item in items(people[who], at)}
    shown = ("/chu-the-cua-toi/" in found, "/tiep-nhan/" in found, "/nguoi-dung/" in found)
    assert shown == (own, desk, people_page)


def test_the_line_of_this_page_is_marked(client, people):
    client.force_login(people["quang"])
    page = client.get("/san-pham-cua-toi/").content.decode()
    assert page.count('<a href="/san-pham-cua-toi/" aria-current="page">') == 1
