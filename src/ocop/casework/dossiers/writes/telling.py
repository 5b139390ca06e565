"""Telling people about a dossier. Texts are lazy, so that each person reads them in their own language."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.refusals import Text
from ocop.registers.producers.selectors import people_of


def tell_producer(
    dossier: Dossier, kind: str, subject: Text, body: Text, *, at: datetime, url: str = ""
) -> None:
    """Tells the producer's people."""
    tell(
        people_of(dossier.product.producer, at),
        kind=f"dossiers.{kind}",
        subject=subject,
        body=body,
        url=url or dossier.get_absolute_url(),
        at=at,
    )


def tell_officers(
    dossier: Dossier, role: Role, kind: str, subject: Text, body: Text, *, at: datetime
) -> None:
    """Tells those who hold the role for the dossier's commune."""
    people = list(people_holding(role, at, place=dossier.commune))
    tell(people, kind=f"dossiers.{kind}", subject=subject, body=body, url=dossier.get_absolute_url(), at=at)


def tell_withdrawn(dossier: Dossier, *, reason: str, at: datetime) -> None:
    """The offices that had the dossier learn that its producer took it back."""
    subject = about(_("Chủ thể rút hồ sơ “{product}”"), dossier)
    body = about(_("{producer} rút hồ sơ. Lý do: {reason}"), dossier, reason=reason)
    if dossier.submitted_at is not None:
        tell_officers(dossier, Role.COMMUNE_OFFICER, "withdrawn", subject, body, at=at)
    if dossier.proposed_at is not None:
        tell_officers(dossier, Role.PROVINCE_OFFICER, "withdrawn", subject, body, at=at)


def about(template: Any, dossier: Dossier, **values: object) -> Any:
    """A text with the names of product and producer."""
    return format_lazy(
        template, product=dossier.product.name, producer=dossier.product.producer.name, **values
    )


def _written(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


written = lazy(_written, str)
"""A date that is written in the language of whoever reads it."""
