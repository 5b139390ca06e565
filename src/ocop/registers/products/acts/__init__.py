"""Every act of this package, in the order of the work; one file each."""

from ocop.registers.products.acts.add_photo import ADD_PHOTOS, MOST_PHOTOS, add_photo, add_photos
from ocop.registers.products.acts.amend import AMEND, amend_product
from ocop.registers.products.acts.amend_photo import AMEND_PHOTO, amend_photo
from ocop.registers.products.acts.classify import CLASSIFY, classify_product
from ocop.registers.products.acts.import_register import ImportReport, import_register
from ocop.registers.products.acts.move_photo import MOVE_PHOTO, move_photo
from ocop.registers.products.acts.register import REGISTER, register_product
from ocop.registers.products.acts.remove_photo import REMOVE_PHOTO, remove_photo

ACTS = (REGISTER, AMEND, CLASSIFY, ADD_PHOTOS, AMEND_PHOTO, MOVE_PHOTO, REMOVE_PHOTO)

__all__ = [
    "ACTS",
    "ADD_PHOTOS",
    "AMEND",
    "AMEND_PHOTO",
    "CLASSIFY",
    "MOST_PHOTOS",
    "MOVE_PHOTO",
    "REGISTER",
    "REMOVE_PHOTO",
    "ImportReport",
    "add_photo",
    "add_photos",
    "amend_photo",
    "amend_product",
    "classify_product",
    "import_register",
    "move_photo",
    "register_product",
    "remove_photo",
]
