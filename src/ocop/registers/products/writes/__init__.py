"""What several acts write, here and in packages above; nobody is asked."""

from ocop.registers.products.writes.listings import (
    hold_products,
    list_anew,
    mend_listings,
    register_follower,
    tell_followers,
)
from ocop.registers.products.writes.products import follow_producer, search_text
from ocop.registers.products.writes.recognitions import record_event, record_recognition

__all__ = [
    "follow_producer",
    "hold_products",
    "list_anew",
    "mend_listings",
    "record_event",
    "record_recognition",
    "register_follower",
    "search_text",
    "tell_followers",
]
