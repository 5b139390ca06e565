"""What the tests of accounts share."""

import re
from datetime import UTC, datetime

import pytest
from allauth.mfa.totp.internal import auth as totp

from ocop.foundation.accounts.rules import Role

PASSWORD = "mat-khau-thu"


@pytest.fixture
def operator(cast):
    """Bình, who manages the people of the province."""
    binh = cast.person("binh", "Nguyễn Bình")
    cast.appoint(binh, Role.OPERATOR)
    return binh


@pytest.fixture
def sign_in():
    """Signs in through the page, as people do; returns the answer to the form."""

    def act(client, login="lan", password=PASSWORD, **more):
        return client.post("/dang-nhap/", {"login": login, "password": password, **more})

    return act


@pytest.fixture
def prove():
    """Types the password once more, as is asked before something grave."""
    return lambda client: client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD})


def code_of(secret: str) -> str:
    """What an authenticator app shows now for this secret."""
    counter = int(datetime.now(UTC).timestamp()) // 30
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def secret_on(html: str) -> str:
    """The secret that the page of the authenticator app shows."""
    return re.search(r"<code>([A-Z2-7]{16,})</code>", html)[1]
