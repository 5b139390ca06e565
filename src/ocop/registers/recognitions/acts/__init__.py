"""Acts of this package, in the order of the work. Bringing in a table has a page of its own."""

from ocop.registers.recognitions.acts.bring_in import Brought, Looked, bring_in, look_at
from ocop.registers.recognitions.acts.correct import CORRECT, correct_recognition
from ocop.registers.recognitions.acts.enter import ENTER, enter_recognition
from ocop.registers.recognitions.acts.scan import SCAN, attach_scan
from ocop.registers.recognitions.acts.undo import UNDO, undo_import

ACTS = (UNDO, ENTER, CORRECT, SCAN)

__all__ = [
    "ACTS",
    "CORRECT",
    "ENTER",
    "SCAN",
    "UNDO",
    "Brought",
    "Looked",
    "attach_scan",
    "bring_in",
    "correct_recognition",
    "enter_recognition",
    "look_at",
    "undo_import",
]
