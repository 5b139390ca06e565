"""A value-chain link as a picture: who supplies whom,
from the households at the top to the buyer at the bottom.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.support.labels.facts import words
from ocop.casework.support.models import Activity, Party
from ocop.foundation.ui.words import said
from ocop.kernel.text import number_vi

WIDTH, SIDE, PAD = 360, 10, 12
LINE, ARROW = 20, 46
LONGEST_LINE = 40
"""Letters that surely fit a box at this width: Vietnamese letters are about 8 units wide at 15."""


@dataclass(frozen=True)
class Tier:
    """Everybody of one role."""

    role: str
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """Of its box."""
        return 2 * PAD + LINE * (len(self.lines) + 1)


def tiers_of(activity: Activity, parties: Sequence[Party]) -> list[Tier]:
    """The roles that somebody has, in the order of the kind's row: from the household to the buyer."""
    found = []
    for role in activity.row.parties:
        names = [_named(one) for one in parties if one.role == role.key]
        if names:
            lines = [
                line
                for name in names
                for line in textwrap.wrap(f"• {name}", LONGEST_LINE, subsequent_indent="  ")
            ]
            found.append(Tier(said(role.label), tuple(lines)))
    return found


def _named(party: Party) -> str:
    return party.name if party.households is None else f"{party.name} ({_households(party.households)})"


def _households(count: int) -> str:
    return ngettext("%(count)s hộ", "%(count)s hộ", count) % {"count": number_vi(count)}


def chain_svg(activity: Activity, parties: Sequence[Party]) -> SafeString:
    """The picture with title and description for those who cannot see it; empty with fewer than two roles."""
    tiers = tiers_of(activity, parties)
    if len(tiers) < 2:
        return mark_safe("")
    parts, y = [], SIDE
    for tier in tiers:
        parts.append(_box(tier, y))
        y += tier.height + ARROW
    tops = _tops(tiers)
    for number, (tier, _next) in enumerate(pairwise(tiers)):
        parts.append(_arrow(tops[number] + tier.height, _flow(activity) if number == 0 else ""))
    height = y - ARROW + SIDE
    return format_html(
        '<svg class="chain" viewBox="0 0 {} {}" role="img" aria-labelledby="chain-{}-title chain-{}-desc">'
        '<title id="chain-{}-title">{}</title><desc id="chain-{}-desc">{}</desc>{}</svg>',
        WIDTH, height, activity.pk, activity.pk, activity.pk, chain_title(activity), activity.pk,
        chain_words(activity, parties), mark_safe("".join(parts)),  # noqa: S308 - every text in it is escaped
    )  # fmt: skip


def chain_title(activity: Activity) -> str:
    """What the picture finds, in one line."""
    return _("Liên kết %(goods)s") % {"goods": activity.facts.get("goods", activity.name)}


def chain_words(activity: Activity, parties: Sequence[Party]) -> str:
    """The same in one sentence."""
    tiers = tiers_of(activity, parties)
    names = [
        f"{tier.role}: {', '.join(part.strip() for part in ' '.join(tier.lines).split('•') if part.strip())}"
        for tier in tiers
    ]
    flow = _flow(activity)
    return ". ".join(part for part in (" → ".join(names), flow) if part)


def contract_rows(activity: Activity) -> list[tuple[str, str]]:
    """The facts of the contract with their labels, for the table beside the picture."""
    rows = [(said(field.label), words(field, activity.facts)) for field in activity.row.fields]
    return [(label, text) for label, text in rows if text]


def _flow(activity: Activity) -> str:
    """Goods and volume, as the arrow says."""
    facts = activity.facts
    if not facts.get("volume"):
        return ""
    amount = f"{number_vi(facts['volume'])} {facts.get('volume_unit', '')}".strip()
    return _("%(amount)s mỗi năm") % {"amount": amount}


def _tops(tiers: Sequence[Tier]) -> list[int]:
    tops, y = [], SIDE
    for tier in tiers:
        tops.append(y)
        y += tier.height + ARROW
    return tops


def _box(tier: Tier, y: int) -> str:
    lines = [
        f'<text class="chain-name" x="{SIDE + PAD}" y="{y + PAD + LINE * (number + 2) - 5}">'
        f"{escape(line)}</text>"
        for number, line in enumerate(tier.lines)
    ]
    return (
        f'<rect class="chain-box" x="{SIDE}" y="{y}" width="{WIDTH - 2 * SIDE}"'
        f' height="{tier.height}" rx="10"/>'
        f'<text class="chain-role" x="{SIDE + PAD}" y="{y + PAD + LINE - 6}">'
        f"{escape(tier.role)}</text>{''.join(lines)}"
    )


def _arrow(y: int, label: str) -> str:
    middle, tip = WIDTH // 2, y + ARROW - 4
    text = (
        f'<text class="chain-flow" x="{middle + 14}" y="{y + ARROW // 2 + 5}">{escape(label)}</text>'
        if label
        else ""
    )
    return (
        f'<path class="chain-line" d="M{middle} {y + 4}V{tip - 8}"/>'
        f'<path class="chain-tip" d="M{middle - 7} {tip - 9}L{middle} {tip}L{middle + 7} {tip - 9}z"/>{text}'
    )
