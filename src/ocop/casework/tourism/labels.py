"""Words of tourism and value chains."""

from __future__ import annotations

from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.rules import ALL_YEAR, SpotKind, StopKind, spans
from ocop.casework.tourism.states import SHOW_STATES, ShowState
from ocop.foundation.ui.words import said

SPOT_KINDS = {
    SpotKind.VILLAGE: _("Làng, bản du lịch cộng đồng"),
    SpotKind.HOMESTAY: _("Nhà dân đón khách (homestay)"),
    SpotKind.SITE: _("Điểm du lịch"),
}
STOP_KINDS = {
    StopKind.SPOT: _("Làng, nhà dân, điểm du lịch"),
    StopKind.MAKER: _("Cơ sở sản xuất OCOP"),
    StopKind.SIGHT: _("Cảnh đẹp, di tích, chợ"),
}
STATE_KINDS = {ShowState.DRAFT: "wait", ShowState.PUBLISHED: "ok", ShowState.WITHDRAWN: "warn"}


def state_word(state: str) -> str:
    """A state in words."""
    return str(said(SHOW_STATES[ShowState(state)]))


def state_choices() -> list[tuple[str, str]]:
    """States for a column."""
    return [(state.value, state_word(state)) for state in ShowState]


def kind_choices() -> list[tuple[str, object]]:
    """Kinds of places for a column."""
    return [(kind.value, word) for kind, word in SPOT_KINDS.items()]


def stop_choices() -> list[tuple[str, object]]:
    """Kinds of stops for a column."""
    return [(kind.value, word) for kind, word in STOP_KINDS.items()]


def month_words(bits: int) -> str:
    """Months as people say them: from September to November."""
    if bits == ALL_YEAR:
        return gettext("Quanh năm")
    parts = [
        month_name(first) if first == last
        else gettext("%(first)s đến %(last)s") % {"first": month_name(first), "last": month_name(last)}
        for first, last in spans(bits)
    ]  # fmt: skip
    return ", ".join(parts)


def month_name(month: int) -> str:
    """A month inside a sentence: tháng 4, April."""
    name = str(MONTHS[month])
    return name.lower() if (get_language() or "vi").startswith("vi") else name
