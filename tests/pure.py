"""For `pytest -p tests.pure`: leaves out the tests that need a database;
rules can then be asked thousands of times.
"""

from __future__ import annotations

import pytest

DATABASE = {"db", "transactional_db", "live_server"}


def needs_database(item: pytest.Item) -> bool:
    """Whether a test is marked for the database or asks for a fixture that stands on it."""
    return bool(
        item.get_closest_marker("django_db") or DATABASE.intersection(getattr(item, "fixturenames", ()))
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps the tests that compute only."""
    left_out = [item for item in items if needs_database(item)]
    items[:] = [item for item in items if not needs_database(item)]
    config.hook.pytest_deselected(items=left_out)
