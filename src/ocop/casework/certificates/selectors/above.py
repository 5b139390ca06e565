"""What packages above offer on the page of a certificate (taking it back, annulling it) and of the notice of
a result (objecting to it).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ocop.casework.certificates.models import Certificate, ResultNotice
from ocop.foundation.accounts.who import Who


class Offer(NamedTuple):
    """A page on which something may be done with the certificate or the notice."""

    label: str
    url: str


_offers: list[Callable[[Who, Certificate], Offer | None]] = []


def register_offer(offer: Callable[[Who, Certificate], Offer | None]) -> None:
    """Lets a package above offer what may be done with a certificate."""
    _offers.append(offer)


def offered(who: Who, certificate: Certificate) -> list[Offer]:
    """What this person may do with the certificate elsewhere."""
    return [made for offer in _offers if (made := offer(who, certificate))]


_notice_offers: list[Callable[[Who, ResultNotice], Offer | None]] = []


def register_notice_offer(offer: Callable[[Who, ResultNotice], Offer | None]) -> None:
    """Lets a package above offer what may be done about the result that a notice tells."""
    _notice_offers.append(offer)


def offered_on(who: Who, notice: ResultNotice) -> list[Offer]:
    """What this person may do about the result elsewhere."""
    return [made for offer in _notice_offers if (made := offer(who, notice))]
