"""What the council voted on, product by product."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _

from ocop.casework.review.models import AgendaItem, Vote


def last_votes(item: AgendaItem) -> dict[str, Vote]:
    """The last vote on each criterion about the present count."""
    return {vote.criterion: vote for vote in item.votes.all() if not is_old(item, vote)}


def is_old(item: AgendaItem, vote: Vote) -> bool:
    """Whether it was about an earlier pass, or about sheets that were counted again since."""
    return vote.pass_no < item.pass_no or any(row.at > vote.at for row in item.earlier_results.all())


def vote_words(vote: Vote) -> str:
    """How many voted for what, and what that settled, without names."""
    counts = Counter(row["says"] or _("không biểu quyết") for row in vote.votes)
    given = "; ".join(f"“{says}”: {count}" for says, count in counts.most_common())
    if not vote.outcome:
        return _("Biểu quyết: %(given)s. Chưa đủ số phiếu cho mức nào.") % {"given": given}
    known = {"given": given, "outcome": vote.outcome_words}
    if vote.by_chair:
        return _("Biểu quyết: %(given)s. Ngang nhau, theo phiếu của chủ trì: “%(outcome)s”.") % known
    return _("Biểu quyết: %(given)s. Được thông qua: “%(outcome)s”.") % known
