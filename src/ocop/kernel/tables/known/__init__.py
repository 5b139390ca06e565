"""The kinds of tables that are read, one a file."""

from ocop.kernel.tables.known.attendance import ATTENDANCE
from ocop.kernel.tables.known.ideas import IDEAS
from ocop.kernel.tables.known.people import PEOPLE
from ocop.kernel.tables.known.register import REGISTER
from ocop.kernel.tables.known.results import RESULTS
from ocop.kernel.tables.known.targets import TARGETS

KINDS = {kind.name: kind for kind in (IDEAS, TARGETS, ATTENDANCE, PEOPLE, REGISTER, RESULTS)}

__all__ = ["ATTENDANCE", "IDEAS", "KINDS", "PEOPLE", "REGISTER", "RESULTS", "TARGETS"]
