"""Every act of this package; one file each."""

from ocop.registers.mergers.acts.merge import MERGE, merge_communes
from ocop.registers.mergers.acts.place import PLACE, place_producer

ACTS = (MERGE, PLACE)

__all__ = ["ACTS", "MERGE", "PLACE", "merge_communes", "place_producer"]
