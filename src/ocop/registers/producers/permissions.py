"""Who may do what with producers; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.ui.refusals import Refusal
from ocop.registers.producers.models import Producer


def refuse_register(person: Any, at: datetime) -> Refusal | None:
    """Anyone who has signed in may register a producer, for which that person then acts."""
    if not person.is_authenticated or not person.is_active:
        return Refusal("sign_in", _("Bạn chưa đăng nhập."), "", _("Đăng nhập rồi thử lại."))
    return None


def acts_for(person: Any, producer: Producer, at: datetime) -> bool:
    """Whether the person is entitled to act for the producer at this moment."""
    return person.is_authenticated and Producer.objects.acted_for_by(person, at).filter(pk=producer.pk).exists()


def is_officer_of(person: Any, producer: Producer, at: datetime) -> bool:
    """Whether the person is an officer of the producer's commune, or of the province."""
    if holds(person, Role.PROVINCE_OFFICER, at):
        return True
    return producer.commune is not None and holds(person, Role.COMMUNE_OFFICER, at, place=producer.commune)


def refuse_act(person: Any, producer: Producer, at: datetime) -> Refusal | None:
    """Amending a producer or its products: the producer's people; officers of its commune or province help."""
    if acts_for(person, producer, at) or is_officer_of(person, producer, at):
        return None
    return Refusal(
        "not_entitled",
        _("Bạn không được làm thay chủ thể này."),
        _("Chỉ người được chủ thể giao và cán bộ phụ trách địa bàn mới làm được việc này."),
        _("Nếu bạn mới nhận việc, nhờ người đại diện của chủ thể hoặc cán bộ xã thêm tên bạn."),
    )


def refuse_see_representative(person: Any, producer: Producer, at: datetime) -> Refusal | None:
    """Sex, ethnicity and disability of the representative: only the producer's people and its officers."""
    return refuse_act(person, producer, at)
