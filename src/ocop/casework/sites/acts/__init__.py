"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.sites.acts.add_link import ADD_LINK, add_link
from ocop.casework.sites.acts.add_photos import ADD_PHOTOS, add_photos
from ocop.casework.sites.acts.consent import CONSENT, agree_to_show
from ocop.casework.sites.acts.look_at_link import LOOK_AT, look_at_link
from ocop.casework.sites.acts.name_host import NAME_HOST, name_host
from ocop.casework.sites.acts.open_site import OPEN, open_site
from ocop.casework.sites.acts.publish import PUBLISH, publish_site
from ocop.casework.sites.acts.remove_link import REMOVE_LINK, remove_link
from ocop.casework.sites.acts.remove_photo import REMOVE_PHOTO, remove_photo
from ocop.casework.sites.acts.take_back import TAKE_BACK, take_back_consent
from ocop.casework.sites.acts.tell_sale import TELL_SALE, tell_sale
from ocop.casework.sites.acts.withdraw import WITHDRAW, withdraw_site
from ocop.casework.sites.acts.write import write_site

ACTS = (
    OPEN, PUBLISH, WITHDRAW, CONSENT, TAKE_BACK, ADD_PHOTOS, REMOVE_PHOTO, ADD_LINK, REMOVE_LINK, LOOK_AT,
    NAME_HOST, TELL_SALE,
)  # fmt: skip
ABOUT_A_SITE = (PUBLISH, WITHDRAW)

__all__ = [
    "ABOUT_A_SITE", "ACTS", "ADD_LINK", "ADD_PHOTOS", "CONSENT", "LOOK_AT", "NAME_HOST", "OPEN", "PUBLISH",
    "REMOVE_LINK", "REMOVE_PHOTO", "TAKE_BACK", "TELL_SALE", "WITHDRAW", "add_link", "add_photos",
    "agree_to_show", "look_at_link", "name_host", "open_site", "publish_site", "remove_link", "remove_photo",
    "take_back_consent", "tell_sale", "withdraw_site", "write_site",
]  # fmt: skip
