"""Legal forms, and who may bring which product (Decision 26/2026, articles 1(2) and 2(3))."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from enum import StrEnum

from ocop.kernel.text import fold


class LegalForm(StrEnum):
    """The legal forms of a producer."""

    COOPERATIVE = "cooperative"
    COOPERATIVE_UNION = "cooperative_union"
    COOPERATIVE_GROUP = "cooperative_group"
    LIMITED_COMPANY = "limited_company"
    JOINT_STOCK_COMPANY = "joint_stock_company"
    PRIVATE_ENTERPRISE = "private_enterprise"
    FARM = "farm"
    HOUSEHOLD = "household"
    ASSOCIATION = "association"
    FEDERATION = "federation"
    OPERATING_CENTRE = "operating_centre"


class EnterpriseSize(StrEnum):
    """The size of an enterprise; only small and medium ones (micro included) may apply."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Source(StrEnum):
    """Where a record comes from."""

    SELF = "self"
    OFFICE = "office"
    REGISTER = "register"


ENTERPRISES = frozenset(
    {LegalForm.LIMITED_COMPANY, LegalForm.JOINT_STOCK_COMPANY, LegalForm.PRIVATE_ENTERPRISE}
)
TOURISM_ONLY = frozenset({LegalForm.ASSOCIATION, LegalForm.FEDERATION, LegalForm.OPERATING_CENTRE})

# Decision 26/2026 names applicants more coarsely than the law of enterprises names legal forms.
APPLICANT_KINDS = {
    LegalForm.COOPERATIVE: "cooperative",
    LegalForm.COOPERATIVE_UNION: "cooperative",
    LegalForm.COOPERATIVE_GROUP: "cooperative_group",
    LegalForm.LIMITED_COMPANY: "enterprise",
    LegalForm.JOINT_STOCK_COMPANY: "enterprise",
    LegalForm.PRIVATE_ENTERPRISE: "enterprise",
    LegalForm.FARM: "farm",
    LegalForm.HOUSEHOLD: "household",
    LegalForm.ASSOCIATION: "association",
    LegalForm.FEDERATION: "federation",
    LegalForm.OPERATING_CENTRE: "operating_centre",
}


def fault_of_form(
    legal_form: LegalForm, size: str, *, has_registration: bool, admits: Callable[[str], bool]
) -> str | None:
    """Why a producer of this form may not enter a product, as a code; None where it may.

    `admits` says for an applicant kind whether the regulation lets it enter the product's set.
    Codes: large_enterprise (R26-01), registration_missing (R26-01), form_not_admitted (R26-02).
    """
    if legal_form in ENTERPRISES and size == EnterpriseSize.LARGE:
        return "large_enterprise"
    if not has_registration:
        return "registration_missing"
    if not admits(APPLICANT_KINDS[legal_form]):
        return "form_not_admitted"
    return None


# words that say what a producer is, not which one: they do not tell two producers apart
_FORM_PHRASES = (
    "lien hiep hop tac xa", "hop tac xa", "to hop tac", "cong ty trach nhiem huu han", "cong ty tnhh",
    "cong ty co phan", "cong ty cp", "cong ty", "doanh nghiep tu nhan", "dntn", "htx", "tht", "tnhh", "mtv",
    "mot thanh vien", "1 thanh vien", "co so san xuat", "co so", "ho kinh doanh", "hkd", "ho san xuat",
    "ho gia dinh", "trang trai",
)  # fmt: skip
ALIKE = 0.85


def core_name(name: str) -> str:
    """The folded name without the words of the legal form: "HTX Bản Lầu" and "Hợp tác xã Bản Lầu" are both
    "ban lau".

    A name that consists of such words only stays whole.
    """
    padded = f" {fold(name)} "
    whole = padded
    for phrase in _FORM_PHRASES:
        padded = padded.replace(f" {phrase} ", " ")
    return padded.strip() or whole.strip()


def are_alike(one: str, other: str) -> bool:
    """Whether two names may mean the same producer:
    the same core, one core within the other, or a slip of the pen.
    """
    first, second = core_name(one), core_name(other)
    if not first or not second:
        return False
    words, others = set(first.split()), set(second.split())
    shorter = min(words, others, key=len)
    if len(shorter) > 1 and shorter == words & others:
        return True
    # in a fixed order, because the measure depends on it
    return SequenceMatcher(None, min(first, second), max(first, second)).ratio() >= ALIKE
