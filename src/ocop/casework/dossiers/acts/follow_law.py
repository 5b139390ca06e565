"""Chuyển hồ sơ: the producer brings a dossier under the law that is in force now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import DOSSIER
from ocop.casework.dossiers.models import Answer, Citation, Dossier, FormerAnswers
from ocop.casework.dossiers.permissions import refuse_write
from ocop.casework.dossiers.rules.carrying import counterparts
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.dossiers.selectors.content import reread_product
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.words import said
from ocop.kernel.law.citing import cite


def refuse_follow_law(who: Who, dossier: Dossier) -> Refusal | None:
    """The producer's people, while they may write, where there is a law to follow."""
    return refuse_write(who, dossier) or refuse_follow(dossier, timezone.localdate(who.at))


def refuse_follow(dossier: Dossier, day: date) -> Refusal | None:
    """Bringing a dossier under the law in force:
    there is another one, and the product is classified under it.
    """
    standing = dossier.law_on(day)
    if standing.is_current:
        return Refusal(
            "conflict_law_current",
            gettext("Hồ sơ đang theo đúng văn bản áp dụng."),
            said(standing.answer.reason),
            gettext("Không cần chuyển."),
        )
    product, law = dossier.product, standing.answer.regulation
    if product.regulation_code == law.code and product.set_number in law.sets:
        return None
    return Refusal(
        "product_of_other_law",
        gettext("“%(product)s” chưa được xếp nhóm theo Quyết định %(new)s.")
        % {"product": product.name, "new": law.number},
        gettext("Mỗi văn bản có nhóm và bộ tiêu chí riêng."),
        gettext("Chọn lại nhóm sản phẩm, rồi chuyển hồ sơ."),
    )


@recorded
def follow_law(dossier: Dossier, *, by: Person, at: datetime) -> Dossier:
    """Brings a draft or a returned dossier under the law of today, in the set that its product has there
    (article 12).

    Nothing is lost: texts and papers stay, descriptions and papers of criteria go to the criteria about the
    same matter, and all old answers are kept beside. Choices are made anew, for the ladders differ. Refused:
    a stranger, a dossier with an office, one whose law holds, a product that is not classified under the new
    law yet.
    """
    reread_product(held(dossier))
    ensure(refuse_follow_law(who_is(by, at), dossier))
    old, target = dossier.regulation_code, dossier.law_on(timezone.localdate(at)).answer.regulation
    before, after = set_of(dossier), target.set(dossier.product.set_number or 0)
    _put_aside(dossier, by=by, at=at)
    _carry(dossier, counterparts(before, after) if before.has_rubric and after.has_rubric else {}, at)
    dossier.regulation_code, dossier.set_number, dossier.updated_at = target.code, after.number, at
    dossier.declared_true = False
    dossier.save(update_fields=["regulation_code", "set_number", "updated_at", "declared_true"])
    data = {"from": old, "to": target.code, "set": after.number}
    record("dossier.follow_law", dossier, by=by, at=at, data=data)
    return dossier


def _put_aside(dossier: Dossier, *, by: Person, at: datetime) -> None:
    answers = {
        row.criterion: {"choice": row.choice, "is_answered": row.is_answered, "description": row.description}
        for row in dossier.answers.all()
    }
    if answers:
        FormerAnswers.objects.create(
            dossier=dossier, regulation_code=dossier.regulation_code, set_number=dossier.set_number,
            answers=answers, at=at, by=by,
        )  # fmt: skip


def _carry(dossier: Dossier, twins: dict[str, str], at: datetime) -> None:
    """Descriptions and papers follow their criterion;
    a paper without a counterpart stays in the dossier as a whole.
    """
    described = {
        twins[row.criterion]: row.description for row in dossier.answers.all() if row.criterion in twins
    }
    dossier.answers.all().delete()
    Answer.objects.bulk_create(
        Answer(dossier=dossier, criterion=code, description=text, updated_at=at)
        for code, text in described.items()
        if text.strip()
    )
    cited = list(dossier.citations.exclude(criterion=""))
    dossier.citations.exclude(criterion="").delete()
    Citation.objects.bulk_create(
        Citation(dossier=dossier, evidence_id=row.evidence_id, criterion=twins[row.criterion])
        for row in cited
        if row.criterion in twins
    )


def _shown(form: Asks) -> Mapping[str, Any]:
    """What the new law is, and why."""
    answer = form.thing.law_on(timezone.localdate(form.who.at)).answer
    return {
        "heading": gettext("Chuyển hồ sơ sang Quyết định %(new)s?") % {"new": answer.regulation.number},
        "details": [
            (gettext("Lý do"), said(answer.reason)),
            (gettext("Căn cứ"), said(cite(answer.article))),
        ],
    }


FOLLOW_LAW = Act(
    about=DOSSIER,
    name="follow_law",
    path="van-ban/",
    refuse=refuse_follow_law,
    do=follow_law,
    button=_("Chuyển hồ sơ"),
    lead=_(
        "Giữ nguyên nội dung các phần, ảnh, giấy tờ và mô tả. Mức ở từng tiêu chí phải chọn lại "
        "vì bộ tiêu chí đã khác; câu trả lời cũ vẫn xem được."
    ),
    said=_("Đã chuyển hồ sơ. Chọn lại mức ở từng tiêu chí, rồi nộp."),
    show=_shown,
    template="ui/confirm.html",
)
