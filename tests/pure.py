"""For `pytest -p tests.pure`: leaves out the tests that need a database or a browser;
rules can then be asked thousands of times.
"""

from __future__ import annotations

import pytest

DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def computes_only(item: pytest.Item) -> bool:
    """Whether a test is marked for neither database nor browser, and asks for no fixture of theirs."""
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("browser")
    return not marked and not DATABASE.intersection(getattr(item, "fixturenames", ()))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps the tests that compute only."""
    left_out = [item for item in items if not computes_only(item)]
    items[:] = [item for item in items if computes_only(item)]
    config.hook.pytest_deselected(items=left_out)
