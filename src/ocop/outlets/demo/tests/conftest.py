"""The demonstration, built once for the tests of this package and taken back at their end."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.test import override_settings

from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.story import tell_story

SIGNING = "signing-of-the-demonstration"
"""The folder of its key, beside the one that is empty for every other test."""


@pytest.fixture(autouse=True)
def _its_key(settings: LazySettings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.SIGNING_DIR = tmp_path_factory.getbasetemp() / SIGNING


@pytest.fixture(scope="package")
def stage(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Iterator[Stage]:
    """The whole story; each test's own changes are rolled back to this."""
    settings = {
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "MEDIA_ROOT": tmp_path_factory.getbasetemp() / "files",
        "SIGNING_DIR": tmp_path_factory.getbasetemp() / SIGNING,
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
    }
    with django_db_blocker.unblock(), transaction.atomic():
        began = time.process_time()
        with override_settings(**settings):
            told = tell_story()
        print(f"\nThe demonstration was built in {time.process_time() - began:.1f} s of processor time.")  # noqa: T201
        yield told
        transaction.set_rollback(True)


@pytest.fixture
def province(stage: Stage, db: None) -> Stage:
    """The story, with a database that the test may change."""
    return stage
