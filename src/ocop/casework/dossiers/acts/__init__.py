"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.dossiers.acts.accept import ACCEPT, accept_dossier
from ocop.casework.dossiers.acts.add_evidence import ADD_EVIDENCE, add_evidence
from ocop.casework.dossiers.acts.answer import ANSWER, save_answer, save_description
from ocop.casework.dossiers.acts.check import CHECK, keep_intake_check, save_intake_check
from ocop.casework.dossiers.acts.cite import CITE, cite_evidence
from ocop.casework.dossiers.acts.drop_change import DROP_CHANGE, drop_change
from ocop.casework.dossiers.acts.exclude import EXCLUDE, exclude_dossier
from ocop.casework.dossiers.acts.exempt import EXEMPT, exempt_kind
from ocop.casework.dossiers.acts.fill import FILL, save_form
from ocop.casework.dossiers.acts.follow_law import FOLLOW_LAW, follow_law
from ocop.casework.dossiers.acts.mend import MEND, mark_mended
from ocop.casework.dossiers.acts.open import OPEN, open_dossier
from ocop.casework.dossiers.acts.open_from_idea import OPEN_FROM_IDEA, open_from_idea
from ocop.casework.dossiers.acts.open_renewal import OPEN_RENEWAL, open_renewal
from ocop.casework.dossiers.acts.open_upgrade import OPEN_UPGRADE, open_upgrade
from ocop.casework.dossiers.acts.propose import PROPOSE, propose_dossier
from ocop.casework.dossiers.acts.receive import RECEIVE, receive_dossier
from ocop.casework.dossiers.acts.renew_evidence import RENEW_EVIDENCE, renew_evidence
from ocop.casework.dossiers.acts.return_ import RETURN, ToMend, return_dossier
from ocop.casework.dossiers.acts.say_change import SAY_CHANGE, say_change
from ocop.casework.dossiers.acts.submit import SUBMIT, Incomplete, submit_dossier
from ocop.casework.dossiers.acts.take_over import TAKE_OVER, TakenOver, take_over
from ocop.casework.dossiers.acts.tie import TIE, set_criteria
from ocop.casework.dossiers.acts.uncite import UNCITE, uncite_evidence
from ocop.casework.dossiers.acts.update import UPDATE, save_updates
from ocop.casework.dossiers.acts.withdraw import WITHDRAW, withdraw_dossier
from ocop.casework.dossiers.acts.withdraw_evidence import withdraw_evidence

ACTS = (
    OPEN, OPEN_RENEWAL, OPEN_UPGRADE, OPEN_FROM_IDEA, FILL, UPDATE, SAY_CHANGE, DROP_CHANGE, ANSWER,
    TAKE_OVER, RENEW_EVIDENCE, ADD_EVIDENCE, CITE, TIE, UNCITE, EXEMPT, FOLLOW_LAW,
    SUBMIT, WITHDRAW, RECEIVE, CHECK, PROPOSE, ACCEPT, RETURN, MEND, EXCLUDE,
)  # fmt: skip
ABOUT_A_DOSSIER = (RECEIVE, CHECK, PROPOSE, ACCEPT, RETURN, EXCLUDE, WITHDRAW)
"""Those with a button on a dossier's page, the most likely first."""

__all__ = [
    "ABOUT_A_DOSSIER",
    "ACCEPT",
    "ACTS",
    "ADD_EVIDENCE",
    "ANSWER",
    "CHECK",
    "CITE",
    "DROP_CHANGE",
    "EXCLUDE",
    "EXEMPT",
    "FILL",
    "FOLLOW_LAW",
    "MEND",
    "OPEN",
    "OPEN_FROM_IDEA",
    "OPEN_RENEWAL",
    "OPEN_UPGRADE",
    "PROPOSE",
    "RECEIVE",
    "RENEW_EVIDENCE",
    "RETURN",
    "SAY_CHANGE",
    "SUBMIT",
    "TAKE_OVER",
    "TIE",
    "UNCITE",
    "UPDATE",
    "WITHDRAW",
    "Incomplete",
    "TakenOver",
    "ToMend",
    "accept_dossier",
    "add_evidence",
    "cite_evidence",
    "drop_change",
    "exclude_dossier",
    "exempt_kind",
    "follow_law",
    "keep_intake_check",
    "mark_mended",
    "open_dossier",
    "open_from_idea",
    "open_renewal",
    "open_upgrade",
    "propose_dossier",
    "receive_dossier",
    "renew_evidence",
    "return_dossier",
    "save_answer",
    "save_description",
    "save_form",
    "save_intake_check",
    "save_updates",
    "say_change",
    "set_criteria",
    "submit_dossier",
    "take_over",
    "uncite_evidence",
    "withdraw_dossier",
    "withdraw_evidence",
]
