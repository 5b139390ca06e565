"""Acts of this package, in the order of the work. Bringing in a table has a page of its own."""

from ocop.registers.recognitions.acts.bring_in import Brought, Looked, bring_in, look_at
from ocop.registers.recognitions.acts.undo import UNDO, undo_import

ACTS = (UNDO,)

__all__ = ["ACTS", "UNDO", "Brought", "Looked", "bring_in", "look_at", "undo_import"]
