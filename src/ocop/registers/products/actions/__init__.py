"""Every write on products, their photographs, and the recognitions they hold."""

from ocop.registers.products.actions.listings import (
    hold_products,
    list_anew,
    mend_listings,
    register_follower,
)
from ocop.registers.products.actions.photos import (
    MOST_PHOTOS,
    add_photo,
    amend_photo,
    move_photo,
    remove_photo,
)
from ocop.registers.products.actions.products import (
    amend_product,
    follow_producer,
    register_product,
    search_text,
)
from ocop.registers.products.actions.recognitions import record_event, record_recognition
from ocop.registers.products.actions.register import ImportReport, import_register

__all__ = [
    "MOST_PHOTOS",
    "ImportReport",
    "add_photo",
    "amend_photo",
    "amend_product",
    "follow_producer",
    "hold_products",
    "import_register",
    "list_anew",
    "mend_listings",
    "move_photo",
    "record_event",
    "record_recognition",
    "register_follower",
    "register_product",
    "remove_photo",
    "search_text",
]
