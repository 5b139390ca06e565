"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.sites.acts.add_link import ADD_LINK, add_link
from ocop.casework.sites.acts.add_photos import ADD_PHOTOS, add_photos
from ocop.casework.sites.acts.answer import ANSWER, answer_question
from ocop.casework.sites.acts.ask import Asked, ask_producer, question_of
from ocop.casework.sites.acts.consent import CONSENT, agree_to_show
from ocop.casework.sites.acts.look_at_link import LOOK_AT, look_at_link
from ocop.casework.sites.acts.name_host import NAME_HOST, name_host
from ocop.casework.sites.acts.open_site import OPEN, open_site
from ocop.casework.sites.acts.publish import PUBLISH, publish_site
from ocop.casework.sites.acts.remove_link import REMOVE_LINK, remove_link
from ocop.casework.sites.acts.remove_photo import REMOVE_PHOTO, remove_photo
from ocop.casework.sites.acts.report_question import REPORT_QUESTION, report_question
from ocop.casework.sites.acts.spam import SPAM, mark_spam
from ocop.casework.sites.acts.take_back import TAKE_BACK, take_back_consent
from ocop.casework.sites.acts.tell_sale import TELL_SALE, tell_sale
from ocop.casework.sites.acts.withdraw import WITHDRAW, withdraw_site
from ocop.casework.sites.acts.write import write_site

ACTS = (
    OPEN, PUBLISH, WITHDRAW, CONSENT, TAKE_BACK, ADD_PHOTOS, REMOVE_PHOTO, ADD_LINK, REMOVE_LINK, LOOK_AT,
    NAME_HOST, TELL_SALE, ANSWER, SPAM, REPORT_QUESTION,
)  # fmt: skip
ABOUT_A_SITE = (PUBLISH, WITHDRAW)
ABOUT_A_QUESTION = (ANSWER, REPORT_QUESTION, SPAM)

__all__ = [
    "ABOUT_A_QUESTION",
    "ABOUT_A_SITE",
    "ACTS",
    "ADD_LINK",
    "ADD_PHOTOS",
    "ANSWER",
    "CONSENT",
    "LOOK_AT",
    "NAME_HOST",
    "OPEN",
    "PUBLISH",
    "REMOVE_LINK",
    "REMOVE_PHOTO",
    "REPORT_QUESTION",
    "SPAM",
    "TAKE_BACK",
    "TELL_SALE",
    "WITHDRAW",
    "Asked",
    "add_link",
    "add_photos",
    "agree_to_show",
    "answer_question",
    "ask_producer",
    "look_at_link",
    "mark_spam",
    "name_host",
    "open_site",
    "publish_site",
    "question_of",
    "remove_link",
    "remove_photo",
    "report_question",
    "take_back_consent",
    "tell_sale",
    "withdraw_site",
    "write_site",
]  # fmt: skip
