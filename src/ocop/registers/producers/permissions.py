"""Who may do what with producers; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role, in_force
from ocop.foundation.accounts.selectors import appointments_on, holds
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.models import READING_ROLES, Producer, Representation
from ocop.registers.producers.rules import Source


def refuse_register(
    person: Any, at: datetime, *, source: str = Source.SELF, commune: Any = None
) -> Refusal | None:
    """Anyone who has signed in may register a producer, for which that person then acts.

    Entering somebody else's producer is for officers of its commune and of the province.
    """
    if not person.is_authenticated or not person.is_active:
        return Refusal("sign_in", _("Bạn chưa đăng nhập."), "", _("Đăng nhập rồi thử lại."))
    if source == Source.SELF or is_officer_at(person, commune, at):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không nhập được chủ thể thay người khác."),
        _("Chỉ cán bộ của xã có chủ thể và cán bộ cấp tỉnh nhập thay được."),
        _("Chọn xã thuộc địa bàn của bạn, hoặc để chủ thể tự đăng ký."),
    )


def acts_for(person: Any, producer: Producer, at: datetime) -> bool:
    """Whether the person is entitled to act for the producer at this moment."""
    return producer.pk in producers_acted_for(who_is(person, at))


def producers_acted_for(who: Who) -> set[int]:
    """The ids of the producers for whom the person may act at this moment."""
    rows = who.once(representations_of) if who.is_somebody else []
    return {row.producer_id for row in rows if in_force(row.starts_at, row.ends_at, who.at)}


def representations_of(person: Person) -> list[Representation]:
    """Every period in which the person may act for a producer, past and future ones too."""
    return list(Representation.objects.filter(person=person))


def is_officer_at(person: Any, commune: Any, at: datetime) -> bool:
    """Whether the person is an officer of the commune, or of a province;
    without a commune only the latter.
    """
    if holds(person, Role.PROVINCE_OFFICER, at, place=commune):
        return True
    return commune is not None and holds(person, Role.COMMUNE_OFFICER, at, place=commune)


def is_officer_of(person: Any, producer: Producer, at: datetime) -> bool:
    """Whether the person is an officer of the producer's commune, or of the province."""
    return is_officer_at(person, producer.commune, at)


def is_commune_officer_of(who: Who, producer: Producer) -> bool:
    """Whether the person is an officer of the producer's own commune, who knows its people by sight."""
    return producer.commune is not None and who.holds(Role.COMMUNE_OFFICER, producer.commune)


def is_officer(person: Any, at: datetime) -> bool:
    """Whether the person helps producers in any commune or province."""
    return holds(person, Role.PROVINCE_OFFICER, at) or holds(person, Role.COMMUNE_OFFICER, at)


def refuse_list(person: Any, at: datetime) -> Refusal | None:
    """The lists of producers and products: people with an office that sees them."""
    if any(appointment.role in READING_ROLES for appointment in appointments_on(person, at)):
        return None
    return Refusal(
        "no_office",
        _("Bạn không xem được danh sách này."),
        _("Danh sách dành cho cán bộ OCOP của xã và của tỉnh."),
        _("Chủ thể của bạn ở mục “Chủ thể của tôi”."),
    )


def refuse_act(person: Any, producer: Producer, at: datetime) -> Refusal | None:
    """Amending a producer or its products: the producer's people;
    officers of its commune or province help.
    """
    if acts_for(person, producer, at) or is_officer_of(person, producer, at):
        return None
    return Refusal(
        "not_entitled",
        _("Bạn không được làm thay chủ thể này."),
        _("Chỉ người được chủ thể giao và cán bộ phụ trách địa bàn mới làm được việc này."),
        _("Nếu bạn mới nhận việc, nhờ người đại diện của chủ thể hoặc cán bộ xã thêm tên bạn."),
    )


def refuse_keep(who: Who, producer: Producer) -> Refusal | None:
    """The same of who asks now, for the acts on a producer."""
    return refuse_act(who.person, producer, who.at)


def refuse_see_representative(person: Any, producer: Producer, at: datetime) -> Refusal | None:
    """Sex, ethnicity and disability of the representative: only the producer's people and its officers."""
    return refuse_act(person, producer, at)


def refuse_end_representation(person: Any, representation: Representation, at: datetime) -> Refusal | None:
    """Ending somebody's right: as acting; once only;
    the last one only by an officer, or nobody could act any more.
    """
    producer = representation.producer
    refusal = refuse_act(person, producer, at)
    if refusal is not None:
        return refusal
    if representation.ends_at is not None and representation.ends_at <= at:
        return Refusal(
            "conflict_ended", _("Quyền làm thay này đã kết thúc rồi."), "", _("Tải lại trang để xem.")
        )
    others = producer.representations.filter(ends_at__isnull=True).exclude(pk=representation.pk)
    if others.exists() or is_officer_of(person, producer, at):
        return None
    return Refusal(
        "last_representation",
        _("Đây là người cuối cùng làm thay được cho chủ thể."),
        _("Không còn ai thì không ai sửa hoặc nộp hồ sơ được nữa."),
        _("Thêm người khác trước, hoặc nhờ cán bộ xã."),
    )
