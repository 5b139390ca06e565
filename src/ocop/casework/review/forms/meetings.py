"""Forms for a meeting: agenda, attendance, declarations, closing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.actions import Word
from ocop.casework.review.labels import relation_choices
from ocop.casework.review.models import AgendaItem, Attendance, Seat
from ocop.casework.review.rules import Relation
from ocop.casework.review.selectors import Task
from ocop.foundation.ui.forms import CheckboxCards, DateField, Form, TextField
from ocop.foundation.ui.parts import Card


class DossierCards(forms.ModelMultipleChoiceField):
    """Dossiers as cards with producer and set."""

    widget = CheckboxCards

    def label_from_instance(self, obj: Dossier) -> Any:
        """Product, producer, set."""
        side = __("Bộ %(number)s") % {"number": obj.set_number}
        return Card(obj.product.name, text=obj.product.producer.name, side=side)


class AgendaForm(Form):
    """Which dossiers come before the council, on which report of the advisory team (R26-29)."""

    dossiers = DossierCards(label=_("Hồ sơ đã được tỉnh nhận"), queryset=Dossier.objects.none())
    report_no = TextField(label=_("Số báo cáo của tổ tư vấn"), max_length=60)
    report_on = DateField(label=_("Ngày báo cáo"))
    advisory_opinion = TextField(
        label=_("Ý kiến tóm tắt của tổ tư vấn"), lines=3, required=False, max_length=4000
    )

    def __init__(self, *args: Any, ready: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dossiers"].queryset = ready  # type: ignore[attr-defined]


class AttendanceForm(Form):
    """Who takes part; one tick and one note per member."""

    def __init__(
        self, seats: Iterable[Seat], known: Mapping[int, Attendance], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.seats = list(seats)
        for seat in self.seats:
            row = known.get(seat.pk)
            self.fields[f"present_{seat.pk}"] = forms.BooleanField(
                label=str(seat.person), required=False, initial=row.is_present if row else True
            )
            self.fields[f"note_{seat.pk}"] = TextField(
                label=__("Ghi chú về %(person)s") % {"person": seat.person}, required=False, max_length=200,
                initial=row.note if row else "",
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Seat, Any, Any]]:
        """Seat, tick, note."""
        return [(seat, self[f"present_{seat.pk}"], self[f"note_{seat.pk}"]) for seat in self.seats]

    @property
    def attendance(self) -> dict[Seat, tuple[bool, str]]:
        """What the secretary wrote down."""
        data = self.cleaned_data
        return {seat: (data[f"present_{seat.pk}"], data[f"note_{seat.pk}"]) for seat in self.seats}


YES, NO = "co", "khong"


class DeclarationForm(Form):
    """One question per product: is there a conflict of interest? With its relation and a note."""

    hide_optional = True

    def __init__(self, tasks: Iterable[Task], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tasks = list(tasks)
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
        return data

    @property
    def rows(self) -> list[tuple[Task, Any, Any, Any]]:
        """Task, question, relation, note."""
        return [
            (
                task,
                self[f"conflict_{task.item.pk}"],
                self[f"relation_{task.item.pk}"],
                self[f"note_{task.item.pk}"],
            )
            for task in self.tasks
        ]

    def words(self) -> dict[AgendaItem, Word]:
        """What is new or different from what was said before."""
        found = {}
        for task in self.tasks:
            pk, data, said = task.item.pk, self.cleaned_data, task.declaration
            has_conflict = data[f"conflict_{pk}"] == YES
            relation = Relation(data[f"relation_{pk}"]) if has_conflict else Relation.NONE
            note = data[f"note_{pk}"] if has_conflict else ""
            if said is None or (said.has_conflict, said.relation, said.note) != (
                has_conflict,
                relation,
                note,
            ):
                found[task.item] = Word(has_conflict, relation, note)
        return found


class ConflictForm(Form):
    """A conflict found later."""

    relation = forms.ChoiceField(label=_("Quan hệ với chủ thể"), choices=relation_choices)
    note = TextField(label=_("Nói rõ"), max_length=300)


class MemberConflictForm(ConflictForm):
    """The same about a member, by the secretary or the chair."""

    seat = forms.ModelChoiceField(label=_("Thành viên"), queryset=Seat.objects.none())
    field_order = ("seat", "relation", "note")

    def __init__(self, *args: Any, seats: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats  # type: ignore[attr-defined]


class ReasonForm(Form):
    """Why."""

    reason = TextField(label=_("Lý do"), lines=3, max_length=2000)


class ClosingForm(Form):
    """The number from the records office and the conclusion."""

    minutes_no = TextField(
        label=_("Số biên bản"), max_length=60, help_text=_("Số do văn thư cấp, ví dụ 05/BB-HĐ.")
    )
    closing_note = TextField(label=_("Kết luận của chủ trì"), lines=4, required=False, max_length=4000)
