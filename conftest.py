"""What every test may use: the small cast, places,
and a database whose guards can be lifted for emptying tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from tests import templates

pytest_plugins = ("tests.pace",)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
# a property is true or false, however busy the machine is
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

HERE = Path(__file__).parent
LISTS, DEMONSTRATION = "tests/matrix/test_same_cost.py", "src/ocop/outlets/demo/"
DIFFERS = {
    "tests/races/*": "locks: two people at once",
    "tests/matrix/test_same_cost.py": "the query of every list, at length",
    "src/ocop/outlets/demo/tests/*": "every act once, and every invariant of what is stored",
    "src/ocop/outlets/catalogue/tests/*": "searches of the public side",
    "src/ocop/outlets/api/tests/*": "queries of the API",
    "src/ocop/outlets/portal/tests/test_new_province.py": "the first steps of an empty database",
    "src/ocop/outlets/portal/tests/test_finding.py": "search without diacritics",
    "src/ocop/outlets/reports/tests/test_*count*.py": "what a plan counts",
    "src/ocop/outlets/reports/tests/test_past.py": "queries by periods",
    "src/ocop/*/*/tests/test_lists.py": "sorting, filtering, searching, paging",
    "src/ocop/*/*/tests/test_selectors.py": "queries",
    "src/ocop/*/*/tests/test_reads.py": "queries",
    "src/ocop/*/*/tests/test_likeness.py": "likeness of names",
    "src/ocop/*/*/tests/test_grounds.py": "queries of places through time",
    "src/ocop/*/*/tests/test_load.py": "data of migrations",
    "src/ocop/*/*/tests/test_record.py": "triggers that forbid changes",
    "src/ocop/*/*/tests/test_transition.py": "locks",
    "src/ocop/*/*/tests/test_numbering.py": "locks",
    "src/ocop/*/*/tests/test_once.py": "constraints inside a savepoint",
    "src/ocop/*/*/tests/test_save_choices.py": "JSON",
    "src/ocop/casework/review/tests/test_sheets.py": "JSON, and triggers that keep sealed sheets",
    "src/ocop/casework/review/tests/test_versions.py": "JSON",
    "src/ocop/casework/review/tests/test_closing.py": "constraints and JSON",
    "src/ocop/casework/dossiers/tests/test_keeping.py": "locks",
    "src/ocop/foundation/accounts/tests/test_commune_offices.py": "locks",
    "src/ocop/foundation/accounts/tests/test_tries.py": "locks",
    "src/ocop/foundation/recovery/tests/test_use_code.py": "locks",
    "src/ocop/foundation/ui/tests/test_nul.py": "a letter that PostgreSQL does not store",
    "src/ocop/casework/certificates/tests/test_sign.py": "constraints and locks",
    "src/ocop/casework/certificates/tests/test_printing.py": "locks, and rows written over others",
    "src/ocop/casework/dossiers/tests/test_submit.py": "constraints and locks",
    "src/ocop/casework/dossiers/tests/test_withdraw.py": "locks",
    "src/ocop/casework/certificates/tests/test_draft.py": "constraints",
    "src/ocop/casework/fieldwork/tests/test_visits.py": "constraints, JSON, and a guard",
    "src/ocop/casework/inspections/tests/test_inspection.py": "constraints, rows written in bulk",
    "src/ocop/casework/inspections/tests/test_shopper.py": "locks, a column of bytes",
    "src/ocop/casework/revocation/tests/test_revoke.py": "constraints and locks",
    "src/ocop/casework/renewals/tests/test_extend.py": "constraints",
    "src/ocop/casework/renewals/tests/test_answers.py": "constraints",
    "src/ocop/casework/communication/tests/test_press.py": "constraints",
    "src/ocop/casework/communication/tests/test_news.py": "constraints",
    "src/ocop/casework/dossiers/tests/test_open.py": "constraints",
    "src/ocop/casework/ideas/tests/test_states.py": "constraints",
    "src/ocop/casework/courses/tests/test_attendance.py": "constraints",
    "src/ocop/registers/programme/tests/test_plans.py": "constraints",
    "src/ocop/registers/products/tests/test_acts.py": "constraints",
    "src/ocop/registers/products/tests/test_reckonings.py": "rows written over others",
    "src/ocop/foundation/accounts/tests/test_appoint.py": "constraints",
    "src/ocop/foundation/documents/tests/test_papers.py": "constraints",
    "src/ocop/foundation/documents/tests/test_store.py": "constraints",
    "src/ocop/foundation/notifications/tests/test_delivery.py": "locks",
    "src/ocop/foundation/exports/tests/test_ask.py": "constraints inside a savepoint",
    "src/ocop/foundation/exports/tests/test_making.py": "reading a part at a time while notes are written",
    "tests/matrix/test_exports.py": "values of relations and JSON",
    "tests/kills/*": "nothing: on SQLite always, but dear, and so left to this run",
}
"""Tests of what can differ from one database to another, by file, and what it is: they run on PostgreSQL too.
"""

GROUPS = (
    ("tests/journeys/test_demonstration.py", "server"),
    ("tests/journeys/*", "journeys"),
    ("src/ocop/outlets/demo/tests/*", "demonstration"),
    ("tests/races/*", "races"),  # on two workers they would only take the processors from each other
    ("tests/matrix/test_matrix.py", "matrix"),
    ("tests/matrix/test_hostile.py", "hostile"),
    ("tests/matrix/*", "province"),  # each worker has a copy of the small province at once
)
"""Files that one worker takes together for what they share, the longest first;
any other file is a group of its own.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is run once or on both databases;
    the long ones begin, so that no worker is left alone with them.
    """
    for item in items:
        path = item.path.relative_to(HERE).as_posix()
        if any(fnmatch(path, pattern) for pattern in DIFFERS):
            item.add_marker(pytest.mark.differs)
        if path == LISTS or (
            path.startswith(DEMONSTRATION) and "province" in getattr(item, "fixturenames", ())
        ):
            item.add_marker(pytest.mark.once)
        if item.get_closest_marker("once"):  # left out on SQLite, and so not here
            item.add_marker(pytest.mark.differs)
    items.sort(key=lambda item: FIRST.get(_group(item.path.relative_to(HERE).as_posix()), len(FIRST)))


@pytest.hookimpl(optionalhook=True)  # one process alone knows nothing of workers
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Gives each worker a group of files at a time."""
    from xdist.scheduler import LoadScopeScheduling

    class Groups(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid.partition("::")[0])

    return Groups(config, log)


def _group(path: str) -> str:
    return next((group for pattern, group in GROUPS if fnmatch(path, pattern)), path)


FIRST = {group: place for place, (_pattern, group) in enumerate(GROUPS)}


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: Any, request: pytest.FixtureRequest
) -> Iterator[None]:
    """A copy of the database with all places for each worker; its append-only guards are lifted.

    The tests of the guards themselves put them back inside their own transaction.
    """
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with django_db_blocker.unblock(), templates.worker_database(worker):
        yield


@pytest.fixture(autouse=True)
def _fast_passwords(settings: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Cheap password hashes, mail kept in memory, files in a temporary folder."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "files"  # type: ignore[attr-defined]
    settings.FEED_DIR = tmp_path_factory.getbasetemp() / "feeds"  # type: ignore[attr-defined]
    settings.FEED_AGE = 0  # type: ignore[attr-defined]  # what one test made is not the answer of another
    settings.SIGNING_DIR = tmp_path_factory.getbasetemp() / "no-key"  # type: ignore[attr-defined]
    settings.SIGNING_KEY = ""  # type: ignore[attr-defined]
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


@pytest.fixture(autouse=True)
def _days_off_of_the_program() -> None:
    """Dates are counted by the days off of the program; no test asks for those of another."""
    from ocop.kernel.calendar import shipped
    from ocop.registers.programme.selectors import days_off

    days_off.keep(shipped(), float("inf"))


@pytest.fixture
def at() -> datetime:
    """A Monday morning in Lào Cai."""
    return datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


@pytest.fixture
def later(at: datetime) -> datetime:
    """The next minute."""
    return at + timedelta(minutes=1)


class Cast:
    """Lan the producer, Minh the commune officer, Hoa the council member, Quang the stranger,
    and their offices.
    """

    def __init__(self, at: datetime) -> None:
        from ocop.foundation.accounts.models import Person
        from ocop.foundation.places.selectors import place

        self.at = at
        self.long_ago = at - timedelta(days=365)
        self.province = place("15", "province", at.date())
        self.commune = place(
            "02788", "commune", at.date()
        )  # the number of the example product code: 15-02788-…
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
