"""Which level decides on ideas on a day."""

from __future__ import annotations

from datetime import date

from ocop.foundation.accounts.rules import Level
from ocop.foundation.places.rules import REFORM_ON
from ocop.kernel.calendar.applicable import applicable


def deciding_level(on: date) -> Level:
    """The level that decides on ideas on a day: the first office in the procedure of that day's law to get a
    dossier.

    The district under 1048/QĐ-TTg and 148/QĐ-TTg until 30 June 2025, the commune since, also under
    26/2026/QĐ-TTg. From 1 to 5 July 2025 the text still named districts, which there were none of: the
    commune has their work. NoLawError (a LookupError) for a day without any regulation.
    """
    stages = applicable("first", on, on).stages
    level = next(Level(stage.level) for stage in stages if stage.level != "producer")
    return Level.COMMUNE if level == Level.DISTRICT and on >= REFORM_ON else level
