"""Giving out the artwork of the mark with stars, per product."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils import timezone

from ocop.casework.support import notices, permissions, refusals
from ocop.casework.support.models import Activity, Kit
from ocop.casework.support.permissions.files import KIT_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.refusals import Refused, ensure
from ocop.registers.products.models import Recognition
from ocop.registers.products.selectors import standing_of


@recorded
def issue_kit(
    activity: Activity, *, recognition: Recognition, upload: File[Any], by: Person, at: datetime
) -> Kit:
    """Gives the artwork for one product with its stars; it may be used until its recognition ends (MARK-1).

    Refused for kinds without artwork, a product that the activity does not help, the second time, and where
    the recognition does not hold today with 3 stars or more. The product's people are told.
    """
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    product, today = recognition.product, timezone.localdate(at)
    if not activity.row.kits:
        raise Refused(refusals.no_kits())
    if not activity.beneficiaries.filter(product=product).exists():
        raise Refused(refusals.kit_not_for_product(product.name))
    if activity.kits.filter(recognition=recognition).exists():
        raise Refused(refusals.twice(product.name))
    standing = standing_of(recognition, today)
    until = standing.until or recognition.expires_on
    if not standing.is_good or until is None or (recognition.stars or 0) < 3:
        raise Refused(refusals.kit_without_recognition(product.name))
    file = store(upload, owner=KIT_FILES, by=by, at=at)
    kit = Kit.objects.create(
        activity=activity, recognition=recognition, allowed_until=until, file=file, issued_on=today
    )
    data = {
        "product": product.pk,
        "stars": recognition.stars,
        "until": until.isoformat(),
        "sha256": file.sha256,
    }
    record("activity.kit", activity, by=by, at=at, data=data)
    notices.kit_given(kit, at=at)
    return kit
