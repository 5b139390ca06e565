"""Ghi ý kiến thống nhất: the chair records what the council settled together, one open point at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import cards, name
from ocop.casework.dossiers.rules.answers import is_known, options, word
from ocop.casework.review.about import PRODUCT
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.labels import RESOLUTION_KINDS
from ocop.casework.review.models import AgendaItem, Resolution
from ocop.casework.review.permissions import refuse_preside
from ocop.casework.review.rules import ResolutionKind
from ocop.casework.review.selectors import Tally, result_fields, tally_of
from ocop.casework.review.selectors.votes import last_votes, vote_words
from ocop.casework.review.states import ITEM_WORKFLOW, ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.tallies import summary
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, transition
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.words import said
from ocop.kernel.scoring import Choice


class AsksResolution(Asks):
    """What the council settled, with a place for every criterion that must be agreed."""

    text = TextField(label=_("Nội dung hội đồng thống nhất"), lines=4, max_length=4000)
    gives = frozenset({"kind", "text", "agreed"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tally = tally_of(self.thing) if self.thing.state == ItemState.DISPUTED else None
        # another may have settled it meanwhile; the act says so
        self.kind = ResolutionKind(self.tally.open_points[0]) if self.tally else ResolutionKind.SPREAD
        codes = self.tally.to_agree if self.tally and self.kind == ResolutionKind.MINIMUM else ()
        self.criteria = [self.tally.product_set.criteria[code] for code in codes] if self.tally else []
        voted = last_votes(self.thing) if self.criteria else {}
        for place, criterion in enumerate(self.criteria):
            vote = voted.get(criterion.code)
            self.fields[f"agreed_{place}"] = forms.ChoiceField(
                label=name(criterion), choices=cards(criterion), widget=RadioCards,
                initial=vote.outcome if vote else None,
                help_text=vote_words(vote) if vote else "",
            )  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """With the place of each criterion."""
        agreed = {
            criterion.code: options(criterion)[self.cleaned_data[f"agreed_{place}"]]
            for place, criterion in enumerate(self.criteria)
        }
        return {"kind": self.kind, "text": self.cleaned_data["text"], "agreed": agreed}


def refuse_resolve(who: Who, item: AgendaItem) -> Refusal | None:
    """The chair, about a product that the council must settle."""
    return refuse_preside(who, item) or refuse_move(item, "resolve")


@recorded
def record_resolution(
    item: AgendaItem,
    *,
    kind: ResolutionKind,
    text: str,
    by: Person,
    at: datetime,
    agreed: Mapping[str, Choice] | None = None,
) -> Resolution:
    """The chair records what the council settled: that the spread stands, or the places of marked criteria.

    When nothing is left to settle, the product has its result. Refused: others than the chair; a product that
    is not disputed; a point that is not open; no words; a marked criterion without a place, with one the
    rubric lacks, or with another than the council voted for.
    """
    ensure(refuse_resolve(who_is(by, at), held_item(item)))
    tally = tally_of(item)
    ensure(_refuse_words(tally, kind, text, agreed or {}))
    resolution = Resolution.objects.create(
        item=item,
        pass_no=item.pass_no,
        kind=kind.value,
        text=text.strip(),
        agreed=dict(agreed or {}),
        at=at,
        by=by,
    )
    if agreed:
        item.agreed = dict(agreed)
        item.save(update_fields=["agreed"])
    record("agenda_item.resolution", item, by=by, at=at, reason=text, data={"kind": kind.value})
    settled = tally_of(item, tally.sheets)
    if not settled.open_points:
        changes = {**result_fields(settled), "tallied_at": at}
        transition(item, "resolve", by=by, at=at, reason=text, changes=changes, data=summary(settled))
    return resolution


def _refuse_words(
    tally: Tally, kind: ResolutionKind, text: str, agreed: Mapping[str, Choice]
) -> Refusal | None:
    if kind not in tally.open_points:
        return Refusal(
            "nothing_to_settle", _("Không có gì cần thống nhất về việc này."), "", _("Tải lại trang.")
        )
    if not text.strip():
        return Refusal("reason_missing", _("Chưa ghi nội dung hội đồng thống nhất."))
    if kind != ResolutionKind.MINIMUM:
        return None
    criteria = tally.product_set.criteria
    wrong = [
        code for code in tally.to_agree if code not in agreed or not is_known(criteria[code], agreed[code])
    ]
    if not wrong and agreed.keys() <= set(tally.to_agree):
        return _refuse_unlike_votes(tally, agreed)
    return Refusal(
        "agreed_missing",
        gettext("Chưa ghi mức thống nhất của tiêu chí: %(codes)s.") % {"codes": ", ".join(wrong) or "–"},
        _("Quy chế yêu cầu hội đồng thống nhất mức của từng tiêu chí có yêu cầu tối thiểu."),
    )


def _refuse_unlike_votes(tally: Tally, agreed: Mapping[str, Choice]) -> Refusal | None:
    """What was voted on stands: another place needs another vote."""
    criteria, voted = tally.product_set.criteria, last_votes(tally.item)
    unlike = [code for code, vote in voted.items() if word(criteria[code], agreed[code]) != vote.outcome]
    if not unlike:
        return None
    return Refusal(
        "agreed_unlike_vote",
        gettext("Mức ghi khác kết quả biểu quyết của tiêu chí: %(codes)s.") % {"codes": ", ".join(unlike)},
        _("Đã biểu quyết thì theo kết quả biểu quyết; chưa đủ số phiếu thì chưa có mức nào."),
        _("Ghi đúng mức đã biểu quyết, hoặc biểu quyết lại."),
    )


_QUESTIONS = {
    ResolutionKind.SPREAD: _(
        "Chênh lệch giữa các phiếu vượt mức của quy chế. Ghi vì sao hội đồng giữ kết quả này."
    ),
    ResolutionKind.MINIMUM: _(
        "Quy chế yêu cầu hội đồng thống nhất mức của từng tiêu chí có yêu cầu tối thiểu."
    ),
}


def _asked(form: AsksResolution) -> Mapping[str, Any]:
    """About which point, in the words of the rules or of the law."""
    by_hand = form.tally.regulation.minimums_by_hand if form.tally else None
    lead = _QUESTIONS.get(form.kind) or (said(by_hand) if by_hand else "")
    return {"heading": f"{RESOLUTION_KINDS[form.kind]}: {form.thing}", "lead": lead}


RESOLVE = Act(
    about=PRODUCT,
    name="resolve",
    path="thong-nhat/",
    move=ITEM_WORKFLOW.move("resolve"),
    refuse=refuse_resolve,
    form=AsksResolution,
    do=record_resolution,
    show=_asked,
    confirm=_("Ghi vào biên bản"),
    said=_("Đã ghi ý kiến thống nhất của hội đồng."),
    weight="main",
    icon="gavel",
)
