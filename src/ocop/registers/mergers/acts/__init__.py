"""Every act of this package; one file each."""

from ocop.registers.mergers.acts.merge import MERGE, merge_communes

ACTS = (MERGE,)

__all__ = ["ACTS", "MERGE", "merge_communes"]
