"""How large a file may be: as it is set, else as the programme needs it."""

import pytest

from ocop.foundation.documents.rules import Limits, limits

NAMES = ("DOCUMENTS_MAX_BYTES", "DOCUMENTS_MAX_PAGES", "DOCUMENTS_MAX_PIXELS")
USUAL = (26_214_400, 200, 40_000_000)


@pytest.mark.parametrize("own", [None, *NAMES])
def test_each_limit_is_set_by_itself(settings, own):
    for name in NAMES:
        if hasattr(settings, name):
            delattr(settings, name)
    if own is not None:
        setattr(settings, own, 7)
    expected = [7 if name == own else usual for name, usual in zip(NAMES, USUAL, strict=True)]
    assert limits() == Limits(*expected)
