"""The small province once for all addresses; every check leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from ocop.foundation.exports.actions import ask_export
from ocop.foundation.exports.making import make_waiting
from ocop.foundation.exports.models import Export
from ocop.outlets.demo.stage import Stage
from tests import templates
from tests.matrix.places import arguments
from tests.matrix.table import ROLES
from tests.province import tell


@pytest.fixture(scope="package")
def stage(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The province, taken back at the end."""
    files = tmp_path_factory.getbasetemp() / "files"  # where every test looks for files
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            yield templates.stage("province", files)
            templates.fill(connection.connection)
            return
        with override_settings(MEDIA_ROOT=files), transaction.atomic():
            yield tell()
            transaction.set_rollback(True)


@pytest.fixture(scope="package")
def clients(stage: Stage) -> Iterator[dict[str, Client]]:
    """A browser for every role. What its pages were made of is not kept: a copy for every part of a page."""
    made = {}
    for role, person in ROLES.items():
        made[role] = Client(raise_request_exception=False)
        if person:
            made[role].force_login(stage.people[person])
    with patch("django.test.client.store_rendered_templates", lambda *_told, **_named: None):
        yield made


@pytest.fixture(scope="package")
def places(
    stage: Stage, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Any, ...]]:
    """What stands in the addresses of the table, by its word."""
    files = tmp_path_factory.getbasetemp() / "files"  # where every test looks for files
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=files):
        return arguments(stage) | {"export": (_made_export(stage).pk,)}


def _made_export(stage: Stage) -> Export:
    """A file of a list, made now for the officer of the province: it lives for a day."""
    export = ask_export("/danh-ba/san-pham/", by=stage.people["phuc"], at=timezone.now())
    make_waiting(timezone.now)
    return export
