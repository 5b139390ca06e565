"""Every run makes its rubrics anew, also where it begins in a process that made some before."""

import pytest

from ocop.kernel.scoring import shelf


@pytest.fixture(scope="session", autouse=True)
def _empty_shelf() -> None:
    """`script/mutate` begins so: a rubric of before would hide what a change does to its making."""
    shelf._shelves.clear()
