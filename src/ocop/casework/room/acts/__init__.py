"""The acts of this package. A sheet that comes late is kept for whoever sends it: no page asks for that."""

from __future__ import annotations

from ocop.casework.room.acts.set_pin import SET_PIN, set_pin

ACTS = (SET_PIN,)

__all__ = ["ACTS", "SET_PIN", "set_pin"]
