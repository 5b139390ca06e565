"""What the tests of recovery share."""

import re

import pytest

from ocop.foundation.accounts.rules import Role

NEW = "lua-nep-khau-nhan"


@pytest.fixture
def operator(cast):
    """Bình, who manages the people of the province."""
    binh = cast.person("binh", "Nguyễn Bình")
    cast.appoint(binh, Role.OPERATOR)
    return binh


def use(client, login, code, password=NEW, again=None):
    """Fills in the page for whoever has a code."""
    data = {"login": login, "code": code, "password1": password, "password2": again or password}
    return client.post("/quen-mat-khau/ma/", data)


def code_on(answer):
    """The code that a page shows."""
    return re.search(r"\b(\d{4} \d{4})\b", answer.content.decode())[1]
