"""What holds though a sheet does not print it: a forged dossier is thrown out under every set of every
regulation.

Article 8(1)(a) of Decision 26/2026 takes a recognition back because of a forged dossier, so none can be given
on one. Where a sheet prints the line, it is the ground; where it does not, the exclusion is a reading of ours
and says so.
"""

from __future__ import annotations

from ocop.kernel.law.model import EXCLUDING, ProductSet, Rule
from ocop.kernel.text import Label

FORGED = "dossier_forged"
UNPRINTED_FACTS = (FORGED,)
"""The facts of which an anomaly may say that the sheet prints no line on them."""


def forgery_reading(product_set: ProductSet) -> Rule | None:
    """The rule on forgery of a set whose sheet prints none; None where it prints one."""
    if any(rule.when == FORGED and rule.type in EXCLUDING for rule in product_set.printed_rules):
        return None
    doubt = "" if product_set.forgery_doubt is None else f" ({product_set.forgery_doubt})"
    why = Label(
        f"phiếu của bộ này không in dòng đó, nên đây là cách hiểu của hệ thống{doubt}",
        f"the sheet of this set does not print the line, so this is a reading of the system{doubt}",
    )
    label = Label(f"Bị loại nếu giả mạo hồ sơ; {why.vi}", f"Excluded if the dossier is forged; {why.en}")
    return Rule("disqualify", FORGED, label, "set", reading=why)


def heading_rules(product_set: ProductSet) -> tuple[Rule, ...]:
    """The conditions that head a sheet:
    those printed there, and before them forgery where no line says it.
    """
    reading = forgery_reading(product_set)
    return product_set.disqualifiers if reading is None else (reading, *product_set.disqualifiers)
