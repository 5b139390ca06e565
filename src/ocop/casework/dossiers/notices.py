"""What people are told about dossiers.
Texts are lazy, so that each person reads them in their own language.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels import ground_words
from ocop.casework.dossiers.models import Dossier, Exclusion, ReturnNote, Submission
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.selectors import people_of

Text = Any  # a text, or a lazy one


def _producer(dossier: Dossier, kind: str, subject: Text, body: Text, *, at: datetime, url: str = "") -> None:
    people = people_of(dossier.product.producer, at)
    tell(
        people,
        kind=f"dossiers.{kind}",
        subject=subject,
        body=body,
        url=url or dossier.get_absolute_url(),
        at=at,
    )


def _officers(dossier: Dossier, role: Role, kind: str, subject: Text, body: Text, *, at: datetime) -> None:
    people: list[Person] = list(people_holding(role, at, place=dossier.commune))
    tell(people, kind=f"dossiers.{kind}", subject=subject, body=body, url=dossier.get_absolute_url(), at=at)


def _about(template: Text, dossier: Dossier, **values: object) -> Text:
    return format_lazy(
        template, product=dossier.product.name, producer=dossier.product.producer.name, **values
    )


def _written(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


_day = lazy(_written, str)
"""A date that is written in the language of whoever reads it."""


def submitted(submission: Submission, *, at: datetime) -> None:
    """The producer gets the receipt, the commune a new dossier with its due date."""
    dossier = submission.dossier
    _producer(
        dossier,
        "submitted",
        _about(_("Đã nộp hồ sơ “{product}”"), dossier),
        _about(
            _("Mã biên nhận {code}. Xã kiểm tra xong chậm nhất ngày {due}."),
            dossier,
            code=submission.code,
            due=_day(dossier.commune_due_on),
        ),
        at=at,
        url=submission.get_absolute_url(),
    )
    _officers(
        dossier,
        Role.COMMUNE_OFFICER,
        "to_receive",
        _about(_("Hồ sơ mới: {product}"), dossier),
        _about(
            _("{producer} nộp hồ sơ, mã {code}. Hạn kiểm tra và đề nghị: {due}."),
            dossier,
            code=submission.code,
            due=_day(dossier.commune_due_on),
        ),
        at=at,
    )


def received(dossier: Dossier, *, at: datetime) -> None:
    """The producer learns the number of the registration form."""
    _producer(
        dossier,
        "received",
        _about(_("Xã đã tiếp nhận hồ sơ “{product}”"), dossier),
        _about(
            _("Phiếu số {number}. Xã đang kiểm tra thành phần hồ sơ."),
            dossier,
            number=dossier.registration_no,
        ),
        at=at,
    )


def returned(note: ReturnNote, *, at: datetime) -> None:
    """The producer learns what to mend; the commune, when the province returned it."""
    dossier = note.dossier
    subject = _about(_("Cần bổ sung hồ sơ “{product}”"), dossier)
    body = _about(_("Lý do: {reason} Sửa từng mục được nêu rồi nộp lại."), dossier, reason=note.reason)
    _producer(dossier, "returned", subject, body, at=at)
    if note.level == Level.PROVINCE:
        _officers(
            dossier,
            Role.COMMUNE_OFFICER,
            "returned",
            _about(_("Tỉnh trả lại hồ sơ “{product}”"), dossier),
            _about(_("Lý do: {reason} Chủ thể bổ sung rồi nộp lại cho xã."), dossier, reason=note.reason),
            at=at,
        )


def proposed(dossier: Dossier, number: str, *, at: datetime) -> None:
    """The province gets the dossier; the producer learns that the commune has done its part."""
    _producer(
        dossier,
        "proposed",
        _about(_("Xã đã đề nghị tỉnh đánh giá “{product}”"), dossier),
        _about(
            _("Văn bản đề nghị số {number}. Tỉnh sẽ kiểm tra rồi đưa ra hội đồng."), dossier, number=number
        ),
        at=at,
    )
    _officers(
        dossier,
        Role.PROVINCE_OFFICER,
        "to_accept",
        _about(_("Xã đề nghị đánh giá: {product}"), dossier),
        _about(_("{producer}, văn bản đề nghị số {number}."), dossier, number=number),
        at=at,
    )


def accepted(dossier: Dossier, *, at: datetime) -> None:
    """The producer and the commune learn that the council will see the dossier."""
    subject = _about(_("Tỉnh đã nhận hồ sơ “{product}”"), dossier)
    body = _about(_("Hồ sơ chờ xếp vào phiên họp của hội đồng."), dossier)
    _producer(dossier, "accepted", subject, body, at=at)
    _officers(dossier, Role.COMMUNE_OFFICER, "accepted", subject, body, at=at)


def excluded(exclusion: Exclusion, *, at: datetime) -> None:
    """The producer and the commune learn that the dossier was thrown out, and why."""
    dossier = exclusion.dossier
    subject = _about(_("Hồ sơ “{product}” bị loại"), dossier)
    body = _about(
        _("Căn cứ: {ground}. {reason}"),
        dossier,
        ground=ground_words(exclusion.ground, set_of(dossier)),
        reason=exclusion.reason,
    )
    _producer(dossier, "excluded", subject, body, at=at)
    _officers(dossier, Role.COMMUNE_OFFICER, "excluded", subject, body, at=at)


def withdrawn(dossier: Dossier, reason: str, *, at: datetime) -> None:
    """The office that had the dossier learns that the producer took it back."""
    subject = _about(_("Chủ thể rút hồ sơ “{product}”"), dossier)
    body = _about(_("{producer} rút hồ sơ. Lý do: {reason}"), dossier, reason=reason)
    _officers(dossier, Role.COMMUNE_OFFICER, "withdrawn", subject, body, at=at)
    if dossier.proposed_at is not None:
        _officers(dossier, Role.PROVINCE_OFFICER, "withdrawn", subject, body, at=at)
