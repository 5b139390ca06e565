"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates.about import find_programme
from ocop.casework.renewals import permissions
from ocop.casework.renewals.labels import EXTENSION_KINDS, extension_word
from ocop.casework.renewals.models import Extension
from ocop.casework.renewals.selectors.terms import listed
from ocop.casework.renewals.states import ExtensionState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import standing_of


def find_product(_who: Who, slug: str) -> Product:
    """The product of this address."""
    found = the_one(Product.objects.with_names().filter(slug=slug))
    if found is None:
        raise _no_product()
    return found


def see_product(who: Who, product: Product) -> None:
    """One of another producer or office is not there."""
    if not permissions.reads_term(who, product):
        raise _no_product()


def _no_product() -> Http404:
    return Http404(_("Không có sản phẩm này."))


def head_of_product(product: Product) -> dict[str, Any]:
    """What the head of every page about a term says."""
    one, today = listed(product), timezone.localdate()
    standing = standing_of(one, today) if one else None
    return {
        "name": product.name,
        "kicker": product.producer.name,
        "stage": STANDINGS[standing.kind] if standing else _("Chưa được công nhận"),
        "stage_kind": STANDING_KINDS[standing.kind] if standing else "info",
        "due": one.expires_on if one and standing and standing.is_good else None,
        "today": today,
        "recognition": one,
        "standing": standing,
    }


TERM = Matter(
    space="renewals",
    address="het-han/san-pham/<slug:slug>/",
    find=find_product,
    keys=lambda product: {"slug": product.slug},
    back=lambda product: reverse("renewals:detail", args=[product.slug]),
    head=head_of_product,
    see=see_product,
)

LETTERS = Matter(
    space="renewals",
    address="het-han/",
    find=find_programme,
    back=lambda _programme: reverse("renewals:list"),
)


def find_extension(_who: Who, key: UUID) -> Extension:
    """The extension of this address."""
    rows = Extension.objects.select_related("programme__province", "prepared_by", "paper", "signer", "file")
    found = the_one(rows.filter(key=key))
    if found is None:
        raise _no_extension()
    return found


def see_extension(who: Who, extension: Extension) -> None:
    """One of another province is not there."""
    if not permissions.reads_extension(who, extension):
        raise _no_extension()


def _no_extension() -> Http404:
    return Http404(_("Không có việc kéo dài này."))


def head_of_extension(extension: Extension) -> dict[str, Any]:
    """What the head of every page about an extension says."""
    state = ExtensionState(extension.state)
    is_open = state == ExtensionState.PREPARED
    return {
        "extension": extension,
        "name": str(extension),
        "kicker": _("Kéo dài hiệu lực giấy chứng nhận (khoản 3 Điều 12)"),
        "stage": extension_word(state),
        "stage_kind": EXTENSION_KINDS[state],
        "next_step": _("Ký, hoặc thôi không kéo dài") if is_open else "",
        "holder": _("Người có thẩm quyền ký") if is_open else "",
        "today": timezone.localdate(),
    }


EXTENSION = Matter(
    space="renewals",
    address="keo-dai/<uuid:key>/",
    find=find_extension,
    keys=lambda extension: {"key": extension.key},
    back=Extension.get_absolute_url,
    head=head_of_extension,
    see=see_extension,
)

EXTENSIONS = Matter(
    space="renewals",
    address="keo-dai/",
    find=find_programme,
    back=lambda _programme: reverse("renewals:extensions"),
)
