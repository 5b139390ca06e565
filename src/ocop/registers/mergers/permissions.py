"""Who enters mergers: operators, for communes of their own province; who says where producers lie."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.permissions import refuse_manage_people, refuse_manage_place
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import today_of_each
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import Programme


def refuse_list(who: Who) -> Refusal | None:
    """The list: operators."""
    return refuse_manage_people(who.person, who.at)


def refuse_merge(who: Who, programme: Programme) -> Refusal | None:
    """Entering one: the operator of the programme's province."""
    return refuse_manage_place(who.person, programme.province, who.at)


def units_after(producer: Producer, on: date) -> list[Place]:
    """The units of a day that stand where the producer's commune was."""
    if producer.commune is None:
        return []
    return today_of_each([producer.commune], on)[producer.commune.pk]


def refuse_place(who: Who, producer: Producer) -> Refusal | None:
    """Saying in which of several new units a producer lies: officers of the province, while nobody has."""
    if not who.holds(Role.PROVINCE_OFFICER):
        return Refusal(
            "not_province_officer",
            _("Bạn không làm được việc này."),
            _("Cơ quan OCOP cấp tỉnh chọn xã mới cho chủ thể của xã bị chia tách."),
        )
    if len(units_after(producer, timezone.localdate(who.at))) > 1:
        return None
    return Refusal(
        "conflict_not_divided",
        _("Xã của chủ thể này không bị chia tách, hoặc đã chọn xã mới."),
        "",
        _("Mở trang chủ thể để xem xã hiện nay."),
    )
