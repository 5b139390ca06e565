"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.fieldwork.acts.announce import ANNOUNCE, announce_visit
from ocop.casework.fieldwork.acts.announce_day import ANNOUNCE_DAY, announce_day
from ocop.casework.fieldwork.acts.cancel import CANCEL, cancel_visit
from ocop.casework.fieldwork.acts.declare import DECLARE, declare_relation
from ocop.casework.fieldwork.acts.drop_photo import DROP_PHOTO, drop_photo
from ocop.casework.fieldwork.acts.end import END, end_visit
from ocop.casework.fieldwork.acts.findings import FINDINGS, keep_findings, save_findings
from ocop.casework.fieldwork.acts.further import FURTHER, report_further
from ocop.casework.fieldwork.acts.photo import PHOTO, add_photo
from ocop.casework.fieldwork.acts.plan import PLAN, plan_visits
from ocop.casework.fieldwork.acts.postpone import POSTPONE, postpone_visit
from ocop.casework.fieldwork.acts.sign import SIGN, sign_visit

ABOUT_A_VISIT = (ANNOUNCE, DECLARE, FINDINGS, END, FURTHER, POSTPONE, CANCEL)
"""Those with a button on its page."""
ACTS = (PLAN, ANNOUNCE_DAY, *ABOUT_A_VISIT, PHOTO, DROP_PHOTO, SIGN)

__all__ = [
    "ABOUT_A_VISIT",
    "ACTS",
    "ANNOUNCE",
    "ANNOUNCE_DAY",
    "CANCEL",
    "DECLARE",
    "DROP_PHOTO",
    "END",
    "FINDINGS",
    "FURTHER",
    "PHOTO",
    "PLAN",
    "POSTPONE",
    "SIGN",
    "add_photo",
    "announce_day",
    "announce_visit",
    "cancel_visit",
    "declare_relation",
    "drop_photo",
    "end_visit",
    "keep_findings",
    "plan_visits",
    "postpone_visit",
    "report_further",
    "save_findings",
    "sign_visit",
]
