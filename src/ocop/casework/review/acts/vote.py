"""Ghi biểu quyết: who voted for which place of a marked criterion, and what that settled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.rules.answers import options
from ocop.casework.review.about import PRODUCT
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem, Seat, Vote
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.rules import CastingVote, ResolutionKind, VoteMajority
from ocop.casework.review.rules.votes import ABSTAINED, winner
from ocop.casework.review.selectors import Tally, tally_of
from ocop.casework.review.selectors.panel import bench, presiding_seats
from ocop.casework.review.selectors.votes import last_votes
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.kernel.law.model import Criterion

NOT_GIVEN = "khong"


class AsksVotes(Asks):
    """What each member who judges the product voted for, about one criterion: the one in the address, or the
    first that is not voted on.
    """

    gives = frozenset({"criterion", "votes"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tally = tally_of(self.thing) if self.thing.state == ItemState.DISPUTED else None
        self.about = _criterion(self.tally, self.thing, self.query.get("tieu-chi", ""))
        self.seats = bench(self.thing, self.who.at).judges if self.about else ()
        given = [] if self.about is None else [(w, chosen(self.about, c)) for w, c in _places(self.about)]
        choices = [("", ""), *given, (NOT_GIVEN, _("Không biểu quyết"))]
        for seat in self.seats:
            self.fields[f"vote_{seat.pk}"] = forms.ChoiceField(label=str(seat), choices=choices)

    def given(self) -> Mapping[str, Any]:
        """The criterion, and by seat the word of the place; empty for who abstained."""
        said = {seat.pk: self.cleaned_data[f"vote_{seat.pk}"] for seat in self.seats}
        votes = {pk: ABSTAINED if word == NOT_GIVEN else word for pk, word in said.items()}
        return {"criterion": self.about.code if self.about else "", "votes": votes}


def _places(criterion: Criterion) -> list[tuple[str, Any]]:
    return list(options(criterion).items())


def _criterion(tally: Tally | None, item: AgendaItem, wanted: str) -> Criterion | None:
    """The criterion in the address; else the first split one without a vote, else the first open one."""
    if tally is None or not tally.to_agree:
        return None
    done = last_votes(item)
    split = [one.criterion.code for one in tally.splits]
    open_ones = sorted(tally.to_agree, key=lambda code: (code in done, code not in split))
    return tally.product_set.criteria[wanted if wanted in tally.to_agree else open_ones[0]]


def refuse_vote(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, about a product whose marked criteria the council must settle."""
    return refuse_run(who, item) or refuse_move(item, "resolve")


@recorded
def record_vote(
    item: AgendaItem, *, criterion: str, votes: Mapping[int, str], by: Person, at: datetime
) -> Vote:
    """Puts on record who voted for which place of a marked criterion, and what that settles by the working
    rules: more than half of the votes given unless they say otherwise; the chair's where votes are equal.

    `votes`: by seat the word of a place, empty for who abstained. Without a majority nothing is settled: the
    council goes on talking and votes again. Refused: others than secretary and chair; a product or a
    criterion about which nothing is to be settled; a member without a word, or one who does not judge the
    product (away, a conflict); a place that the rubric lacks.
    """
    ensure(refuse_vote(who_is(by, at), held_item(item)))
    tally = tally_of(item)
    judges = {seat.pk: seat for seat in bench(item, at).judges}
    ensure(_refuse_votes(tally, criterion, votes, judges))
    about = tally.product_set.criteria[criterion]
    rules, places = item.meeting.rules, options(about)
    assert rules is not None  # noqa: S101 - only products of an opened meeting are tallied
    chair = next((seat.pk for seat in presiding_seats(item.meeting, at) if seat.pk in judges), None)
    majority, casting = VoteMajority(rules.vote_majority), CastingVote(rules.casting_vote)
    word, by_chair = winner(votes, chair, majority, casting)
    rows = [
        {
            "seat": pk, "name": str(seat.person), "word": votes[pk],
            "says": chosen(about, places[votes[pk]]) if votes[pk] else "",
        }
        for pk, seat in judges.items()
    ]  # fmt: skip
    vote = Vote.objects.create(
        item=item, pass_no=item.pass_no, criterion=criterion, votes=rows, outcome=word or "",
        outcome_words=chosen(about, places[word]) if word else "", by_chair=by_chair, at=at, by=by,
    )  # fmt: skip
    data = {"criterion": criterion, "outcome": word or "", "by_chair": by_chair}
    data["votes"] = {str(pk): word for pk, word in votes.items()}
    record("agenda_item.vote", item, by=by, at=at, data=data)
    return vote


def _refuse_votes(
    tally: Tally, criterion: str, votes: Mapping[int, str], judges: Mapping[int, Seat]
) -> Refusal | None:
    if ResolutionKind.MINIMUM not in tally.open_points or criterion not in tally.to_agree:
        return Refusal(
            "nothing_to_vote",
            _("Không có gì cần biểu quyết."),
            _("Chỉ biểu quyết mức của tiêu chí mà quy chế giao hội đồng thống nhất."),
            _("Tải lại trang."),
        )
    if votes.keys() != judges.keys():
        names = [str(seat.person) for pk, seat in judges.items() if pk not in votes]
        return Refusal(
            "vote_missing",
            gettext("Chưa có phiếu biểu quyết của: %(names)s.") % {"names": ", ".join(names) or "–"},
            _("Mỗi người chấm sản phẩm này có một phiếu; ai không biểu quyết thì ghi như vậy."),
        )
    known = options(tally.product_set.criteria[criterion])
    if all(word == ABSTAINED or word in known for word in votes.values()):
        return None
    return Refusal("vote_unknown", _("Có mức không nằm trong tiêu chí này."), "", _("Tải lại trang."))


def _asked(form: AsksVotes) -> Mapping[str, Any]:
    """Which criterion, how the sheets differ on it, and the others that are open."""
    if form.tally is None or form.about is None:
        return {}
    code, done = form.about.code, last_votes(form.thing)
    criteria = form.tally.product_set.criteria
    return {
        "heading": gettext("Biểu quyết: %(criterion)s") % {"criterion": name(form.about)},
        "others": [
            (other, name(criteria[other]), done.get(other)) for other in form.tally.to_agree if other != code
        ],
        "splits": [split for split in form.tally.splits if split.criterion.code == code],
    }


def _outcome(item: AgendaItem, vote: Vote) -> str:
    if vote.outcome:
        return gettext("Đã ghi biểu quyết: %(outcome)s.") % {"outcome": vote.outcome_words}
    return gettext("Đã ghi biểu quyết: chưa đủ số phiếu cho mức nào.")


VOTE = Act(
    about=PRODUCT,
    name="vote",
    path="bieu-quyet/",
    when=frozenset({ItemState.DISPUTED}),
    refuse=refuse_vote,
    form=AsksVotes,
    do=record_vote,
    button=_("Ghi biểu quyết"),
    lead=_("Ghi mỗi người chọn mức nào. Biên bản in từng phiếu và kết quả theo quy chế."),
    show=_asked,
    template="review/vote.html",
    confirm=_("Ghi vào biên bản"),
    said=_outcome,
    icon="gavel",
)
