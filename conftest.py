"""What every test may use: the small cast, places, and a database whose guards can be lifted for emptying tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
# a property is true or false, however busy the machine is
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

KERNEL = Path(__file__).parent / "src" / "ocop" / "kernel"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the kernel's tests; browser tests run one after another in one worker."""
    for item in items:
        if KERNEL in item.path.parents:
            item.add_marker(pytest.mark.kernel)
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """Loads the places once; lifts the append-only guards, which would forbid emptying tables between tests.

    The tests of the guards themselves put them back inside their own transaction.
    """
    from django.core.management import call_command

    from ocop.foundation.audit import guards

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        guards.remove(connection)
        call_command("load_places", verbosity=0)


@pytest.fixture(autouse=True)
def _fast_passwords(settings: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Cheap password hashes, mail kept in memory, files in a temporary folder."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "files"  # type: ignore[attr-defined]
    settings.STATIC_ROOT = tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """Every test begins in Vietnamese; a page asked for in English leaves its language behind otherwise."""
    from django.utils import translation

    with translation.override("vi"):
        yield


@pytest.fixture
def at() -> datetime:
    """A Monday morning in Lào Cai."""
    return datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


@pytest.fixture
def later(at: datetime) -> datetime:
    """The next minute."""
    return at + timedelta(minutes=1)


class Cast:
    """Lan the producer, Minh the commune officer, Hoa the council member, Quang the stranger, and their offices."""

    def __init__(self, at: datetime) -> None:
        from ocop.foundation.accounts.models import Person
        from ocop.foundation.places.selectors import place

        self.at = at
        self.long_ago = at - timedelta(days=365)
        self.province = place("15", "province", at.date())
        self.commune = place("02788", "commune", at.date())  # the number of the example product code: 15-02788-…
        self._Person = Person
        self.lan = self.person("lan", "Giàng Thị Lan")
        self.minh = self.person("minh", "Trần Văn Minh")
        self.hoa = self.person("hoa", "Lý Thị Hoa")
        self.quang = self.person("quang", "Đỗ Quang")

    def person(self, username: str, full_name: str):
        """A person who can sign in with the password "mat-khau-thu"."""
        found = self._Person.objects.filter(username=username).first()
        return found or self._Person.objects.create_user(
            username=username, full_name=full_name, password="mat-khau-thu"
        )

    def appoint(self, person, role: str, place=None, level: str = "province", **period):
        """Gives a person a role in an office of a place, from a year ago unless said otherwise."""
        from ocop.foundation.accounts.models import Appointment, Office

        place = place or (self.commune if level == "commune" else self.province)
        office, _ = Office.objects.get_or_create(level=level, place=place, name=f"UBND {place.name}")
        return Appointment.objects.create(
            person=person,
            office=office,
            role=role,
            starts_at=period.get("starts_at", self.long_ago),
            ends_at=period.get("ends_at"),
        )


@pytest.fixture
def cast(db: None, at: datetime) -> Iterator[Cast]:
    """The small cast of the tests."""
    return Cast(at)  # type: ignore[return-value]
