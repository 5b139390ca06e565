"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.inspections.acts.accept import ACCEPT, accept_correction
from ocop.casework.inspections.acts.add import ADD, add_to_plan
from ocop.casework.inspections.acts.answer import ANSWER, answer_order
from ocop.casework.inspections.acts.check import CHECK, save_findings
from ocop.casework.inspections.acts.conclude import CONCLUDE, Demand, conclude_inspection
from ocop.casework.inspections.acts.declare import DECLARE, declare_tie
from ocop.casework.inspections.acts.dismiss import DISMISS, dismiss_report
from ocop.casework.inspections.acts.draw import DRAW, draw_plan
from ocop.casework.inspections.acts.drop import DROP, drop_inspection
from ocop.casework.inspections.acts.extend import EXTEND, extend_order
from ocop.casework.inspections.acts.follow_ministrys import FOLLOW_MINISTRYS, follow_ministrys
from ocop.casework.inspections.acts.forward import FORWARD, forward_report
from ocop.casework.inspections.acts.inspect import INSPECT, inspect_reported
from ocop.casework.inspections.acts.issue import ISSUE, issue_plan
from ocop.casework.inspections.acts.merge import MERGE, merge_report
from ocop.casework.inspections.acts.note import NOTE, note_commune
from ocop.casework.inspections.acts.object_ import OBJECT, object_to_order
from ocop.casework.inspections.acts.open import OPEN, open_inspection
from ocop.casework.inspections.acts.photos import PHOTOS, add_photos
from ocop.casework.inspections.acts.propose import PROPOSE, propose_revocation
from ocop.casework.inspections.acts.record_ministrys import RECORD_MINISTRYS, record_ministrys
from ocop.casework.inspections.acts.remove import REMOVE, remove_from_plan
from ocop.casework.inspections.acts.report import Told, file_report
from ocop.casework.inspections.acts.uphold import UPHOLD, uphold_order
from ocop.casework.inspections.acts.withdraw import WITHDRAW, withdraw_order

ABOUT_A_PLAN = (ISSUE, ADD)
ABOUT_AN_INSPECTION = (DECLARE, CHECK, PHOTOS, CONCLUDE, DROP)
ABOUT_AN_ORDER = (ANSWER, OBJECT, ACCEPT, EXTEND, PROPOSE, UPHOLD, WITHDRAW)
ABOUT_A_REPORT = (INSPECT, FORWARD, NOTE, MERGE, DISMISS)
ACTS = (
    DRAW, *ABOUT_A_PLAN, REMOVE, OPEN, *ABOUT_AN_INSPECTION, *ABOUT_AN_ORDER, *ABOUT_A_REPORT,
    RECORD_MINISTRYS, FOLLOW_MINISTRYS,
)  # fmt: skip

__all__ = [
    "ABOUT_AN_INSPECTION", "ABOUT_AN_ORDER", "ABOUT_A_PLAN", "ABOUT_A_REPORT", "ACCEPT", "ACTS", "ADD",
    "ANSWER", "CHECK", "CONCLUDE", "DECLARE", "DISMISS", "DRAW", "DROP", "EXTEND", "FOLLOW_MINISTRYS",
    "FORWARD", "INSPECT", "ISSUE", "MERGE", "NOTE", "OBJECT", "OPEN", "PHOTOS", "PROPOSE",
    "RECORD_MINISTRYS", "REMOVE", "UPHOLD", "WITHDRAW", "Demand", "Told", "accept_correction", "add_photos",
    "add_to_plan", "answer_order", "conclude_inspection", "declare_tie", "dismiss_report", "draw_plan",
    "drop_inspection", "extend_order", "file_report", "follow_ministrys", "forward_report",
    "inspect_reported", "issue_plan", "merge_report", "note_commune", "object_to_order", "open_inspection",
    "propose_revocation", "record_ministrys", "remove_from_plan", "save_findings", "uphold_order",
    "withdraw_order",
]  # fmt: skip
