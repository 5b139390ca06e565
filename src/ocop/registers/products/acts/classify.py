"""Chọn nhóm này: puts a product into the set of another leaf of the classification."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure
from ocop.registers.products.about import LEAF, ChosenFor
from ocop.registers.products.acts.amend import amend_product
from ocop.registers.products.models import Product
from ocop.registers.products.permissions import refuse_classify, refuse_form


def refuse_leaf(who: Who, chosen: ChosenFor) -> Refusal | None:
    """As amending, and not while a dossier rests on the set."""
    return refuse_classify(who, chosen.product)


def classify_product(chosen: ChosenFor, *, by: Person, at: datetime) -> Product:
    """Amends what the product keeps of its place in the classification.

    Refused to strangers, and while a dossier rests on the set, were it only to choose the same leaf again.
    """
    ensure(refuse_leaf(who_is(by, at), chosen))
    return amend_product(chosen.product, fields=chosen.law, by=by, at=at)


def _lead(chosen: ChosenFor) -> str:
    """Why its producer could not hand in a dossier in this set, where that is so."""
    return str(refuse_form(chosen.product.producer, chosen.regulation, chosen.leaf.set_number) or "")


def _details(form: Asks) -> Mapping[str, Any]:
    chosen = form.thing
    words = {"number": chosen.leaf.set_number, "name": chosen.set_label}
    named = gettext("Bộ %(number)s: %(name)s") % words
    return {"details": [(gettext("Nhóm"), chosen.name), (gettext("Bộ tiêu chí"), named)]}


CLASSIFY = Act(
    about=LEAF,
    name="classify_leaf",
    refuse=refuse_leaf,
    do=classify_product,
    button=_("Chọn nhóm này"),
    heading=lambda chosen: gettext("Xếp “%(product)s” vào nhóm này?") % {"product": chosen.product.name},
    lead=_lead,
    show=_details,
    said=_("Đã lưu nhóm sản phẩm."),
    then=lambda chosen, _product: chosen.product.get_absolute_url(),
    template="ui/confirm.html",
)
