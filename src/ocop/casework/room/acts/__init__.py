"""The acts of this package. A sheet that comes late is kept for whoever sends it: no page asks for that."""

from __future__ import annotations

from ocop.foundation.acts import Act

ACTS: tuple[Act, ...] = ()
