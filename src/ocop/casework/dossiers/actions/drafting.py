"""The producer opens a dossier and fills it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.dossiers import permissions
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.models import Answer, Dossier, ReturnItem
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.answers import is_known
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.ideas.models import Idea
from ocop.foundation.audit.actions import record
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice
from ocop.registers.producers.selectors import representative
from ocop.registers.products.models import Product

FORM_FIELDS = frozenset(
    {
        "contact_name", "contact_title", "contact_phone", "contact_email", "samples_offered",
        "declared_papers",
        "exemptions", "has_story", "business_results_materials", "business_results_quality",
        "business_results_markets", "business_results_figures", "production_plan", "declared_true",
    }
)  # fmt: skip


@transaction.atomic
def open_dossier(
    *,
    product: Product,
    by: Any,
    at: datetime,
    kind: DossierKind = DossierKind.FIRST,
    idea: Idea | None = None,
) -> Dossier:
    """Opens a dossier of a product under the law in force (R26-16), with what is known already filled in.

    Refused: a stranger; a product without a set or a commune, or classified under another law than the one in
    force; a product with another dossier under way.
    """
    product = Product.objects.select_for_update(of=("self",)).select_related("producer__commune",
    "commune").get(
        pk=product.pk
    )  # fmt: skip
    ensure(permissions.refuse_open(by, product, at))
    producer, commune = product.producer, product.commune or product.producer.commune
    assert commune is not None  # noqa: S101 - the permission has seen both
    assert product.set_number is not None  # noqa: S101
    known = representative(producer, person=by, at=at)
    dossier = Dossier.objects.create(
        product=product,
        kind=kind.value,
        regulation_code=product.regulation_code,
        set_number=product.set_number,
        commune=commune,
        contact_name=known.full_name if known else "",
        contact_title=known.title if known else "",
        contact_phone=producer.phone,
        contact_email=producer.email,
        has_story=product.has_story,
        idea=idea,
        created_at=at,
        created_by=by,
        updated_at=at,
    )
    record("dossier.open", dossier, by=by, at=at, data={"kind": kind.value, "set": dossier.set_number})
    return dossier


@transaction.atomic
def save_form(dossier: Dossier, *, fields: Mapping[str, Any], by: Any, at: datetime) -> Dossier:
    """Keeps some of the texts of forms 01 and 02. Refused to strangers and once the dossier was handed in."""
    if unknown := fields.keys() - FORM_FIELDS:
        raise ValueError(f"not fields of the forms: {sorted(unknown)}")
    stored = held(dossier)
    ensure(permissions.refuse_write(by, stored, at))
    for name, value in fields.items():
        setattr(stored, name, value)
    stored.updated_at = at
    stored.save(update_fields=[*fields, "updated_at"])
    return stored


@transaction.atomic
def save_answer(
    dossier: Dossier,
    *,
    criterion: str,
    by: Any,
    at: datetime,
    choice: Choice = None,
    is_answered: bool = True,
    description: str | None = None,
) -> Answer:
    """Keeps the answer to one criterion: the choice (None: nothing is reached) and, where given, the
    description.

    Refused: a stranger, a dossier that was handed in, a criterion or choice that the rubric does not have.
    """
    stored = held(dossier)
    ensure(permissions.refuse_write(by, stored, at))
    _check_choice(_criterion(stored, criterion), choice)
    values: dict[str, Any] = {"choice": choice, "is_answered": is_answered, "updated_at": at}
    if description is not None:
        values["description"] = description
    answer, _created = Answer.objects.update_or_create(dossier=stored, criterion=criterion, defaults=values)
    Dossier.objects.filter(pk=stored.pk).update(updated_at=at)
    return answer


@transaction.atomic
def save_description(dossier: Dossier, *, criterion: str, description: str, by: Any, at: datetime) -> Answer:
    """Keeps the description of one criterion and leaves the choice as it is. Refused as `save_answer` is."""
    stored = held(dossier)
    ensure(permissions.refuse_write(by, stored, at))
    _criterion(stored, criterion)
    answer, _created = Answer.objects.update_or_create(
        dossier=stored, criterion=criterion, defaults={"description": description, "updated_at": at}
    )
    Dossier.objects.filter(pk=stored.pk).update(updated_at=at)
    return answer


def _criterion(dossier: Dossier, code: str) -> Criterion:
    product_set = set_of(dossier)
    if not product_set.has_rubric:
        raise Refused(
            Refusal(
                "no_rubric",
                _("Chưa tự đánh giá được."),
                _("Hệ thống chưa có bộ tiêu chí của bộ sản phẩm số %(number)s.")
                % {"number": product_set.number},
                _("Hồ sơ vẫn được giữ; làm trước các phần khác."),
            )
        )
    if code not in product_set.criteria:
        raise Refused(
            Refusal("unknown_criterion", _("Bộ tiêu chí không có tiêu chí %(code)s.") % {"code": code})
        )
    return product_set.criteria[code]


def _check_choice(criterion: Criterion, choice: Choice) -> None:
    if not is_known(criterion, choice):
        raise Refused(
            Refusal(
                "unknown_choice",
                _("Tiêu chí %(code)s không có mức vừa chọn.") % {"code": criterion.code},
                "",
                _("Tải lại trang rồi chọn một mức trong danh sách."),
            )
        )


@transaction.atomic
def mark_mended(item: ReturnItem, *, is_done: bool, by: Any, at: datetime) -> ReturnItem:
    """The producer ticks off one thing that was to be mended, or takes the tick back."""
    ensure(permissions.refuse_write(by, held(item.note.dossier), at))
    item.is_done = is_done
    item.save(update_fields=["is_done"])
    return item
