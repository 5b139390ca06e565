"""What several acts ask of what they were told; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.rules import Level
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal


def refuse_place(place: Place, at: datetime) -> Refusal | None:
    """An idea is of a commune that stands on that day: an old one has become part of another."""
    if place.level == Level.COMMUNE and place.stands(timezone.localdate(at)):
        return None
    return Refusal(
        "place_not_standing",
        _("%(place)s không phải là xã, phường vào ngày đăng ký.") % {"place": place.local_full_name},
        _("Ý tưởng được duyệt ở xã, phường nơi làm sản phẩm."),
        _("Chọn xã, phường hiện nay."),
    )


def refuse_nameless(idea: Idea) -> Refusal | None:
    """An idea has a name, and somebody has it."""
    if not idea.name.strip():
        return Refusal("name_missing", _("Ý tưởng chưa có tên."), "", _("Ghi tên sản phẩm bạn định làm."))
    if not idea.proposer.strip():
        return Refusal(
            "proposer_missing",
            _("Chưa ghi ý tưởng của ai."),
            "",
            _("Ghi họ tên người hoặc tên cơ sở có ý tưởng."),
        )
    return None
