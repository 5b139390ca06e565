"""Forms about one product: resolutions, findings, recommendation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import cards, name
from ocop.casework.dossiers.rules.answers import options
from ocop.casework.review.labels import RECOMMENDATIONS, said
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.rules.facts import Finding
from ocop.casework.review.rules.outcome import Option
from ocop.foundation.ui.forms import Form, RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.law import Criterion
from ocop.kernel.scoring import Choice


class ResolutionForm(Form):
    """What the council settled, with a place for every criterion that must be agreed."""

    text = TextField(label=_("Nội dung hội đồng thống nhất"), lines=4, max_length=4000)

    def __init__(self, *args: Any, criteria: Iterable[Criterion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for place, criterion in enumerate(self.criteria):
            self.fields[f"agreed_{place}"] = forms.ChoiceField(
                label=name(criterion), choices=cards(criterion), widget=RadioCards
            )

    @property
    def agreed(self) -> dict[str, Choice]:
        """The place of each criterion."""
        return {
            criterion.code: options(criterion)[self.cleaned_data[f"agreed_{place}"]]
            for place, criterion in enumerate(self.criteria)
        }


class FactForm(Form):
    """One finding of the sheet, with its ground."""

    name = forms.ChoiceField(label=_("Điều kiện"), widget=RadioCards)
    reason = TextField(label=_("Căn cứ"), lines=3, max_length=2000)

    def __init__(self, *args: Any, findings: Iterable[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].choices = [(one.name, Card(said(one.label))) for one in findings]  # type: ignore[attr-defined]


class RecommendationForm(Form):
    """From 90 points with an unmet 5-star minimum: which way."""

    recommendation = forms.ChoiceField(label=_("Phương án"), widget=RadioCards)
    reason = TextField(label=_("Lý do"), lines=3, max_length=2000)

    def __init__(self, *args: Any, options: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendation"].choices = [  # type: ignore[attr-defined]
            (kind.value, _card(kind, stars)) for kind, stars in options
        ]


def _card(kind: Recommendation, stars: int | None) -> Card:
    if kind == Recommendation.RECOGNISE:
        return Card(
            RECOMMENDATIONS[kind], text=__("Hạng %(stars)s sao, do tỉnh quyết định.") % {"stars": stars}
        )
    if kind == Recommendation.SEND_ON:
        return Card(RECOMMENDATIONS[kind], text=__("Hội đồng cấp tỉnh đánh giá tiếp."))
    return Card(RECOMMENDATIONS[kind], text=__("Tỉnh trình hồ sơ; chưa cấp giấy chứng nhận."))
