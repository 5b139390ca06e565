"""Tables of tourism and of value chains as everyone sees them."""

from ocop.casework.tourism.models.chains import Chain, NameConsent
from ocop.casework.tourism.models.routes import Route, RouteSheet, Stop
from ocop.casework.tourism.models.showing import ShowQuerySet
from ocop.casework.tourism.models.spots import SPOT_TEXTS, Spot, SpotPhoto

__all__ = [
    "SPOT_TEXTS",
    "Chain",
    "NameConsent",
    "Route",
    "RouteSheet",
    "ShowQuerySet",
    "Spot",
    "SpotPhoto",
    "Stop",
]
