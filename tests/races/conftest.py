"""A committed world for the races of a module: it has `build(cast)`, whose answer tests get as `world`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings

from conftest import VIETNAM, Cast
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit import guards
from tests.races.keeping import brought_back, copied, keep

BY_ACTS = {"rows as acts left them", "states as moves left them", "words of rows"}
AT = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def built(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Any]:
    """The world of a module, in a database of its own."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one person write at a time: only PostgreSQL can show a race")
    files = override_settings(
        MEDIA_ROOT=tmp_path_factory.getbasetemp() / "files",  # where every test looks for files
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    )
    with files, django_db_blocker.unblock(), copied():
        world = request.module.build(Cast(AT))  # type: ignore[no-untyped-call]
        guards.install(connection)
        keep()
        yield world


@pytest.fixture
def db(built: Any, django_db_blocker: Any) -> Iterator[None]:
    """In place of the usual one: there is no transaction to take back, so every row is brought back."""
    with django_db_blocker.unblock(), brought_back():
        yield


@pytest.fixture
def world(request: pytest.FixtureRequest, built: Any, db: None) -> Iterator[Any]:
    """The module's world as it was built. Whatever a race did, the data must be in order after it.

    A world of which parts were written as rows says in `HOLDS` which invariants it can keep; the cast always
    is, so that no act vouches for its appointments, and so are some plans and pages (`BY_ACTS`).
    """
    yield built
    kept = getattr(request.module, "HOLDS", None)
    asked = [one for one in INVARIANTS if one.name not in BY_ACTS]
    asked = [one for one in asked if kept is None or one.name in kept]
    assert {one.name: list(one.faults()) for one in asked} == {one.name: [] for one in asked}
