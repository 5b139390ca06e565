"""Lưu và tiếp: the producer answers a criterion of the self-assessment; kept while it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import CRITERION, AskedCriterion
from ocop.casework.dossiers.acts.fill import step_url
from ocop.casework.dossiers.checks import unknown_criterion
from ocop.casework.dossiers.labels.criteria import cards, name
from ocop.casework.dossiers.models import Answer, Dossier
from ocop.casework.dossiers.permissions import refuse_write, refuse_write_part
from ocop.casework.dossiers.rules.answers import is_known, options, word
from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.casework.dossiers.selectors import cited_at, live_result, not_cited, return_items, set_of
from ocop.casework.dossiers.selectors.lights import score
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.words import said
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice, Result
from ocop.registers.regulations.selectors import official_wording


class AsksAnswer(Asks):
    """The choice and what proves it; both may be left open."""

    hide_optional = True
    choice = forms.ChoiceField(label=_("Sản phẩm đạt mức nào?"), widget=RadioCards, required=False)
    description = TextField(
        label=_("Mô tả, chứng minh"),
        lines=4,
        required=False,
        help_text=_("Viết ngắn vì sao chọn mức này: số liệu, tên giấy tờ, thời gian."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = cards(self.thing.criterion)  # type: ignore[attr-defined]

    def known(self) -> Mapping[str, Any]:
        """The answer as it stands."""
        asked = self.thing
        answer = Answer.objects.filter(dossier=asked.dossier, criterion=asked.criterion.code).first()
        if answer is None:
            return {}
        choice = word(asked.criterion, answer.choice) if answer.is_answered else ""
        return {"choice": choice, "description": answer.description}

    def onward(self) -> str:
        """The criterion before or after; past the last one, all of them."""
        dossier, code, go = self.thing.dossier, self.thing.criterion.code, self.data.get("go")
        if go != "stay":
            before, after = neighbours(live_result(dossier), code)
            code = before if go == "back" else after
        return (
            reverse("dossiers:criterion", args=[dossier.key, code])
            if code
            else step_url(dossier, FormSection.ASSESSMENT)
        )


@recorded
def save_answer(
    dossier: Dossier,
    *,
    criterion: str,
    by: Person,
    at: datetime,
    choice: Choice = None,
    is_answered: bool = True,
    description: str | None = None,
) -> Answer:
    """Keeps the answer to one criterion: the choice (None: nothing is reached) and, where given, the
    description.

    Refused: a stranger, a dossier that was handed in, a criterion or choice that the rubric does not have.
    """
    ensure(refuse_write(who_is(by, at), held(dossier)))
    _check_choice(_criterion(dossier, criterion), choice)
    values: dict[str, Any] = {"choice": choice, "is_answered": is_answered, "updated_at": at}
    if description is not None:
        values["description"] = description
    return _store(dossier, criterion, values, at)


@recorded
def save_description(
    dossier: Dossier, *, criterion: str, description: str, by: Person, at: datetime
) -> Answer:
    """Keeps the description of one criterion and leaves the choice as it is. Refused as `save_answer` is."""
    ensure(refuse_write(who_is(by, at), held(dossier)))
    _criterion(dossier, criterion)
    return _store(dossier, criterion, {"description": description, "updated_at": at}, at)


def _store(dossier: Dossier, criterion: str, values: dict[str, Any], at: datetime) -> Answer:
    answer, _created = Answer.objects.update_or_create(dossier=dossier, criterion=criterion, defaults=values)
    Dossier.objects.filter(pk=dossier.pk).update(updated_at=at)
    return answer


def _criterion(dossier: Dossier, code: str) -> Criterion:
    product_set = set_of(dossier)
    if not product_set.has_rubric:
        raise Refused(
            Refusal(
                "no_rubric",
                gettext("Chưa tự đánh giá được."),
                gettext("Hệ thống chưa có bộ tiêu chí của bộ sản phẩm số %(number)s.")
                % {"number": product_set.number},
                gettext("Hồ sơ vẫn được giữ; làm trước các phần khác."),
            )
        )
    if code not in product_set.criteria:
        raise Refused(unknown_criterion(code))
    return product_set.criteria[code]


def _check_choice(criterion: Criterion, choice: Choice) -> None:
    if not is_known(criterion, choice):
        raise Refused(
            Refusal(
                "unknown_choice",
                gettext("Tiêu chí %(code)s không có mức vừa chọn.") % {"code": criterion.code},
                "",
                gettext("Tải lại trang rồi chọn một mức trong danh sách."),
            )
        )


def give_answer(
    asked: AskedCriterion, *, by: Person, at: datetime, choice: str = "", description: str | None = None
) -> None:
    """As its page does: without a choice the criterion is left unanswered as it was."""
    code = asked.criterion.code
    if choice:
        chosen = options(asked.criterion)[choice]
        save_answer(asked.dossier, criterion=code, choice=chosen, description=description, by=by, at=at)
    elif description is not None:
        save_description(asked.dossier, criterion=code, description=description, by=by, at=at)


def _keep(form: Asks, fields: dict[str, Any]) -> None:
    give_answer(form.thing, **fields, by=form.who.person, at=form.who.at)


def neighbours(result: Result, code: str) -> tuple[str, str]:
    """The criteria before and after; empty at the ends.
    What does not apply to this product is passed over.
    """
    codes = [
        working.criterion.code
        for working in result.criteria
        if working.applies or working.criterion.code == code
    ]
    place = codes.index(code)
    return codes[place - 1] if place else "", codes[place + 1] if place + 1 < len(codes) else ""


def _shown(form: Asks) -> Mapping[str, Any]:
    """The criterion as the law words it, its papers, the points as they stand."""
    dossier, asked = form.thing.dossier, form.thing.criterion
    result = live_result(dossier)
    before, after = neighbours(result, asked.code)
    working = next(one for one in result.criteria if one.criterion.code == asked.code)
    return score(dossier, result) | {
        **_worded(dossier, asked),
        "applies": working.applies,
        "before": before,
        "after": after,
        "papers": cited_at(dossier, asked.code),
        "usable": not_cited(dossier, asked.code),
        "to_mend": [item for item in return_items(dossier) if item.target == f"criterion:{asked.code}"],
    }


def _worded(dossier: Dossier, asked: Criterion) -> dict[str, Any]:
    product_set = set_of(dossier)
    codes = list(product_set.criteria)
    section = next(section for section in product_set.sections if section.code == asked.section)
    return {
        "criterion": asked,
        "criterion_name": name(asked),
        "section_name": f"{asked.part.value} · {section.code}. {said(section.label)}",
        "requirement": said(asked.requirement) if asked.requirement else "",
        "hints": [said(note) for note in asked.notes] + [said(rule.label) for rule in asked.rules],
        "sentences": official_wording(dossier.regulation_code, dossier.set_number).get(asked.code),
        "place": codes.index(asked.code) + 1,
        "of": len(codes),
    }


ANSWER = Act(
    about=CRITERION,
    name="criterion",
    refuse=refuse_write_part,
    form=AsksAnswer,
    do=give_answer,
    keep=_keep,
    button=_("Lưu và tiếp"),
    show=_shown,
    template="dossiers/criterion.html",
)
