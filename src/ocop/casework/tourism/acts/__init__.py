"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.tourism.acts.add_photos import ADD_PHOTOS, add_photos
from ocop.casework.tourism.acts.add_stop import ADD_STOP, add_stop
from ocop.casework.tourism.acts.agree_name import AGREE_NAME, agree_name
from ocop.casework.tourism.acts.consent import AGREE, agree_to_contact
from ocop.casework.tourism.acts.open_chain import OPEN_CHAIN, open_chain
from ocop.casework.tourism.acts.open_route import OPEN_ROUTE, open_route
from ocop.casework.tourism.acts.open_spot import OPEN_SPOT, open_spot
from ocop.casework.tourism.acts.publish_chain import CHAIN_PUBLISH, publish_chain
from ocop.casework.tourism.acts.publish_route import ROUTE_PUBLISH, publish_route
from ocop.casework.tourism.acts.publish_spot import SPOT_PUBLISH, publish_spot
from ocop.casework.tourism.acts.remove_photo import REMOVE_PHOTO, remove_photo
from ocop.casework.tourism.acts.remove_stop import REMOVE_STOP, remove_stop
from ocop.casework.tourism.acts.take_back import TAKE_BACK, take_back_contact
from ocop.casework.tourism.acts.take_back_name import TAKE_BACK_NAME, take_back_name
from ocop.casework.tourism.acts.tie_spot import TIE, tie_spot
from ocop.casework.tourism.acts.withdraw_chain import CHAIN_WITHDRAW, withdraw_chain
from ocop.casework.tourism.acts.withdraw_route import ROUTE_WITHDRAW, withdraw_route
from ocop.casework.tourism.acts.withdraw_spot import SPOT_WITHDRAW, withdraw_spot
from ocop.casework.tourism.acts.write_readiness import write_readiness
from ocop.casework.tourism.acts.write_spot import write_spot
from ocop.casework.tourism.acts.write_words import write_words

ABOUT_A_SPOT = (SPOT_PUBLISH, SPOT_WITHDRAW)
ABOUT_A_ROUTE = (ROUTE_PUBLISH, ROUTE_WITHDRAW)
ABOUT_A_CHAIN = (CHAIN_PUBLISH, CHAIN_WITHDRAW)
ACTS = (
    OPEN_SPOT, *ABOUT_A_SPOT, AGREE, TAKE_BACK, ADD_PHOTOS, REMOVE_PHOTO, TIE, OPEN_ROUTE, *ABOUT_A_ROUTE,
    ADD_STOP, REMOVE_STOP, OPEN_CHAIN, *ABOUT_A_CHAIN, AGREE_NAME, TAKE_BACK_NAME,
)  # fmt: skip

__all__ = [
    "ABOUT_A_CHAIN", "ABOUT_A_ROUTE", "ABOUT_A_SPOT", "ACTS", "ADD_PHOTOS", "ADD_STOP", "AGREE",
    "AGREE_NAME", "OPEN_CHAIN", "OPEN_ROUTE", "OPEN_SPOT", "REMOVE_PHOTO", "REMOVE_STOP", "TAKE_BACK",
    "TAKE_BACK_NAME", "TIE", "add_photos", "add_stop", "agree_name", "agree_to_contact", "open_chain",
    "open_route", "open_spot", "publish_chain", "publish_route", "publish_spot", "remove_photo",
    "remove_stop", "take_back_contact", "take_back_name", "tie_spot", "withdraw_chain",
    "withdraw_route", "withdraw_spot", "write_readiness",
    "write_spot", "write_words",
]  # fmt: skip
