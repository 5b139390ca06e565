"""The office decides on an idea; an approved one becomes product and dossier."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers import idea_notices as notices
from ocop.casework.dossiers.actions.drafting import open_dossier
from ocop.casework.dossiers.actions.ideas import held
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.idea import Idea
from ocop.casework.dossiers.permissions import ideas as permissions
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.places.selectors import today_of
from ocop.foundation.ui.refusals import Refused, ensure
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer
from ocop.registers.products.actions import amend_product, register_product
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import regulation_on


def _decide(idea: Idea, move: str, *, by: Any, at: datetime, reason: str = "", **more: Any) -> Idea:
    """The act with the level at which it was done; the level is a fact of the day's law, not of the state."""
    stored = held(idea)
    ensure(permissions.refuse_decide(by, stored, at, move))
    level = permissions.level_at(at).value
    changes = {"updated_at": at, "reason": reason, **more}
    if "decided_at" in more:
        changes["decided_level"] = level
    transition(stored, move, by=by, at=at, reason=reason, changes=changes, data={"level": level})
    return stored


@transaction.atomic
def approve_idea(idea: Idea, *, by: Any, at: datetime) -> Idea:
    """Approves an idea that waits. Refused to every other level, to the idea's own people,
    and from another step.
    """
    approved = _decide(idea, "approve", by=by, at=at, decided_at=at, decided_by=by, approved_at=at)
    notices.approved(approved, at=at)
    return approved


@transaction.atomic
def return_idea(idea: Idea, *, reason: str, by: Any, at: datetime) -> Idea:
    """Sends an idea back to be completed. Refused as `approve_idea` is, and without a reason."""
    returned = _decide(idea, "return", by=by, at=at, reason=reason)
    notices.returned(returned, at=at)
    return returned


@transaction.atomic
def refuse_idea(idea: Idea, *, reason: str, by: Any, at: datetime) -> Idea:
    """Refuses an idea for good. Refused as `approve_idea` is, and without a reason."""
    refused = _decide(idea, "refuse", by=by, at=at, reason=reason, decided_at=at, decided_by=by)
    notices.refused(refused, at=at)
    return refused


@transaction.atomic
def attach_producer(idea: Idea, *, producer: Producer, by: Any, at: datetime) -> Idea:
    """Names the producer of an idea that was registered for a person. The proposer's name stays.

    Refused: who may act neither for the idea nor for the producer; an idea that has one; an idea that has
    ended.
    """
    stored = held(idea)
    ensure(permissions.refuse_attach_producer(by, stored, at, producer))
    stored.producer = producer
    stored.search_text = f"{fold(producer.name)} {stored.search_text}"
    stored.updated_at = at
    stored.save(update_fields=["producer", "search_text", "updated_at"])
    record("idea.attach_producer", stored, by=by, at=at, data={"producer": producer.pk})
    return stored


@transaction.atomic
def open_from_idea(
    idea: Idea, *, by: Any, at: datetime, leaf: str = "", product: Product | None = None
) -> Dossier:
    """Makes product and dossier out of an approved idea, everything that was written carried over.

    `leaf` is the kind of product where the idea has none yet. `product`, or one of the same name of this
    producer, is taken instead of a second one. Refused: an idea that is not approved, is used, has no
    producer; a stranger to the producer; a kind of product that the classification does not have; a product
    that has a dossier under way.
    """
    stored = held(idea)
    ensure(permissions.refuse_open_from_idea(by, stored, at))
    if product is not None and product.producer_id != stored.producer_id:
        raise Refused(permissions.other_producer(product))
    chosen = product or _product(stored, leaf or stored.leaf, by=by, at=at)
    dossier = open_dossier(product=chosen, by=by, at=at)
    stored.dossier = dossier
    stored.updated_at = at
    stored.save(update_fields=["dossier", "updated_at"])
    record("idea.open_dossier", stored, by=by, at=at, data={"dossier": str(dossier.key)})
    return dossier


def _product(idea: Idea, leaf: str, *, by: Any, at: datetime) -> Product:
    assert idea.producer is not None  # noqa: S101 - the permission has seen it
    known = idea.producer.products.filter(name=idea.name).first()
    classified = _classification(leaf, at)
    if known is None:
        texts = {"name": idea.name, "description": description_of(idea), "commune": _commune(idea, at)}
        return register_product(
            idea.producer, fields=texts | classified, by=by, at=at, is_illustration=idea.is_illustration
        )
    if known.set_number is None and classified:
        return amend_product(known, fields=classified, by=by, at=at)
    return known


def _classification(leaf: str, at: datetime) -> dict[str, Any]:
    """The fields of a product of this leaf under the classification of the day; nothing without a leaf."""
    regulation = regulation_on(timezone.localdate(at))
    if not leaf or regulation is None:
        return {}
    if leaf not in regulation.leaves:
        raise Refused(permissions.unknown_leaf())
    number = regulation.leaves[leaf].set_number
    return {"regulation_code": regulation.code, "leaf": leaf, "set_number": number}


def _commune(idea: Idea, at: datetime) -> Any:
    """The commune of the idea, or the one that it became; the producer's own where that is not one."""
    today = today_of(idea.place, timezone.localdate(at))
    return today[0] if len(today) == 1 else None


def description_of(idea: Idea) -> str:
    """What the product's page begins with."""
    material = _("Nguyên liệu: %(material)s") % {"material": idea.material} if idea.material else ""
    return "\n".join(part for part in (idea.description, material) if part)
