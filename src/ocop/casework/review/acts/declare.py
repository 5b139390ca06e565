"""Khai báo xung đột lợi ích: a member says of each product whether there is a conflict of interest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import OWN_PART
from ocop.casework.review.labels import HINTS, relation_choices
from ocop.casework.review.models import AgendaItem, Declaration, Meeting, Seat
from ocop.casework.review.permissions import refuse_declare
from ocop.casework.review.permissions.conflicts import not_member
from ocop.casework.review.permissions.who import member_seat, seat_of
from ocop.casework.review.rules import Relation
from ocop.casework.review.rules.conflicts import Hint
from ocop.casework.review.selectors import Task, hints_for, tasks
from ocop.casework.review.writes.declarations import Word, write_word
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, recorded
from ocop.foundation.ui.forms import TextField

YES, NO = "co", "khong"


class AsksConflicts(Asks):
    """One question per product: is there a conflict of interest? With its relation and a note."""

    hide_optional = True
    gives = frozenset({"words"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = tasks(self.who, self.thing)
        self.tasks = [task for task in mine if refuse_declare(self.who, task.item) is None]
        seat = member_seat(self.who, self.thing)
        items = [task.item for task in self.tasks]
        self.hinted = {} if seat is None else hints_for(seat, items, self.who.at)
        for task in self.tasks:
            self._add(task)

    def _add(self, task: Task) -> None:
        pk, said = task.item.pk, task.declaration
        answered = None if said is None else (YES if said.has_conflict else NO)
        self.fields[f"conflict_{pk}"] = forms.ChoiceField(
            label=task.item.dossier.product.name,
            choices=[(NO, _("Không")), (YES, _("Có"))],
            widget=forms.RadioSelect,
            initial=answered,
            error_messages={"required": _("Hãy trả lời cho sản phẩm này.")},
        )
        self.fields[f"relation_{pk}"] = forms.ChoiceField(
            label=_("Quan hệ"), choices=lambda: [("", "–"), *relation_choices()], required=False,
            initial=said.relation if said else "",
        )  # fmt: skip
        self.fields[f"note_{pk}"] = TextField(
            label=_("Nói rõ"), required=False, max_length=300, initial=said.note if said else ""
        )

    def clean(self) -> dict[str, Any]:
        """A conflict names its relation."""
        data = super().clean() or {}
        for task in self.tasks:
            pk = task.item.pk
            if data.get(f"conflict_{pk}") == YES and not data.get(f"relation_{pk}"):
                self.add_error(f"relation_{pk}", _("Hãy chọn quan hệ với chủ thể."))
            if data.get(f"conflict_{pk}") == NO and self.hinted[pk] and not data.get(f"note_{pk}"):
                self.add_error(
                    f"note_{pk}", _("Hãy nói rõ vì sao dấu hiệu trên không phải xung đột lợi ích.")
                )
        return data

    def given(self) -> Mapping[str, Any]:
        """What is new or different from what was said before."""
        said = ((task, self._word(task.item.pk)) for task in self.tasks)
        return {"words": {task.item: word for task, word in said if _is_news(task.declaration, word)}}

    def _word(self, pk: int) -> Word:
        data = self.cleaned_data
        if data[f"conflict_{pk}"] != YES:
            return Word(False, note=data[f"note_{pk}"] if self.hinted[pk] else "")
        return Word(True, Relation(data[f"relation_{pk}"]), data[f"note_{pk}"])


def _is_news(said: Declaration | None, word: Word) -> bool:
    if said is None:
        return True
    return (said.has_conflict, said.relation, said.note) != (word.has_conflict, word.relation, word.note)


def refuse_declare_at(who: Who, meeting: Meeting) -> Refusal | None:
    """Members; each product says by itself until when it is declared."""
    return None if member_seat(who, meeting) is not None else not_member()


@recorded
def declare(words: Mapping[AgendaItem, Word], *, by: Person, at: datetime) -> list[Declaration]:
    """A member declares for each product, yes or no with the relation; a later word replaces an earlier one.

    Refused: strangers; a conflict without its relation; a hint that is denied without a word; a product with
    a result; a sheet that is already sealed.
    """
    who, declared = who_is(by, at), []
    found = _hinted(who, words)
    for item, word in words.items():
        ensure(refuse_declare(who, held_item(item)))
        seat = seat_of(who, item.meeting.council_id)
        assert seat is not None  # noqa: S101 - the permission has seen it
        hinted = found[item.pk]
        ensure(_refuse_silence(item, word) if hinted else None)
        declared.append(
            write_word(item, seat, replace(word, hints=[str(one) for one in hinted]), by=by, at=at)
        )
    return declared


def _hinted(who: Who, items: Iterable[AgendaItem]) -> dict[int, list[Hint]]:
    """What the member and the producer's side have in common, by product, seat by seat."""
    by_seat: dict[int, tuple[Seat, list[AgendaItem]]] = {}
    for item in items:
        seat = seat_of(who, item.meeting.council_id)
        if seat is not None:
            by_seat.setdefault(seat.pk, (seat, []))[1].append(item)
    found: dict[int, list[Hint]] = {}
    for seat, its in by_seat.values():
        found |= hints_for(seat, its, who.at)
    return found


def _refuse_silence(item: AgendaItem, word: Word) -> Refusal | None:
    """A hint is confirmed by declaring the conflict, or denied in words; it is never passed over."""
    if word.has_conflict or word.note.strip():
        return None
    return Refusal(
        "hint_unanswered",
        gettext("Có dấu hiệu liên quan với chủ thể của “%(product)s”.") % {"product": item},
        _("Dấu hiệu không phải kết luận, nhưng thành viên phải xác nhận hoặc phủ nhận trước khi chấm."),
        _("Chọn “Có” với quan hệ, hoặc chọn “Không” và nói rõ vì sao."),
    )


def declare_at(
    meeting: Meeting, *, words: Mapping[AgendaItem, Word], by: Person, at: datetime
) -> list[Declaration]:
    """The same for the products of a meeting."""
    ensure(refuse_declare_at(who_is(by, at), meeting))
    return declare(words, by=by, at=at)


def _rows(form: AsksConflicts) -> Mapping[str, Any]:
    """Task, question, relation, note, and what member and producer have in common."""
    rows = []
    for task in form.tasks:
        pk = task.item.pk
        fields = (form[f"{name}_{pk}"] for name in ("conflict", "relation", "note"))
        rows.append((task, *fields, [HINTS[hint] for hint in form.hinted[pk]]))
    return {"rows": rows}


DECLARE = Act(
    about=OWN_PART,
    name="declare",
    path="khai-bao/",
    refuse=refuse_declare_at,
    form=AsksConflicts,
    do=declare_at,
    show=_rows,
    button=_("Khai báo xung đột lợi ích"),
    said=_("Đã ghi lời khai. Sản phẩm không có xung đột đã mở cho bạn."),
    template="review/declare.html",
)
