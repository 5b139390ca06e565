"""The one place where a legal period is read: from the regulation that applies, never from the code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ocop.kernel.law.loader import dated_periods
from ocop.kernel.law.model import Period
from ocop.kernel.text import Label

COMMUNE_CHECK = "commune_check"  # Decision 26/2026, article 7(2)
RENEWAL_RESULT = "renewal_result"  # article 7(6)(g)
REVOCATION = "revocation"  # article 8(4)
CERTIFICATE_TERM = "certificate_term"  # article 4(3)
WINDOW_OPENS = "renewal_window_opens"  # article 7(6)(a): not earlier than
WINDOW_CLOSES = "renewal_window_closes"  # article 7(6)(a): not later than
EXTENSION_CAP = "extension_cap"  # article 12(3)


class NoPeriodError(LookupError):
    """No regulation of the data sets a period. `label` is the sentence for people."""

    def __init__(self, name: str) -> None:
        self.label = Label(
            f"Không quy định nào trong dữ liệu ghi thời hạn “{name}”. Chạy “ocop law check” để xem còn thiếu "
            f"gì.",
            f"No regulation of the data sets the period “{name}”. “ocop law check” says what is missing.",
        )
        super().__init__(self.label.en)


def legal_period(name: str, day: date, own: Mapping[str, Period] | None = None) -> Period:
    """The period `name` as it counts from `day`: that of `own`, or else of the law in force on that day.

    `own` are the periods of the regulation that a dossier follows (article 12(2)). What a decree leaves out
    goes on as the decree before it had it; before the first decree that sets it, that one is asked, because
    the articles of the decrees of 2019 and 2023 are not in the data. NoPeriodError where none sets it.
    """
    if own is not None and name in own:
        return own[name]
    laws = dated_periods()
    begun = [law for law in laws if law.effective_from <= day]
    for law in (*reversed(begun), *laws[len(begun) :]):
        if name in law.periods:
            return law.periods[name]
    raise NoPeriodError(name)
