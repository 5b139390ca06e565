"""What several acts, or acts of packages above, write; nobody is asked here."""

from ocop.casework.samples.writes.demands import demand_test, require_by_points

__all__ = ["demand_test", "require_by_points"]
