"""Who may do what with products; every function gives the reason to refuse, or None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.kernel.law import Regulation
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import refuse_keep
from ocop.registers.products.labels import FORM_FAULTS
from ocop.registers.products.models import Photo, Product
from ocop.registers.products.rules import PUBLIC_STATUSES, fault_of_set

PHOTO_FILES = "products.photo"

# packages above let people read photographs of a product that is not public, such as the members of a council
_readers: list[Callable[[Who, Product], bool]] = []
# packages above say whether a dossier under way rests on the set of a product
_set_users: list[Callable[[Product, datetime], bool]] = []
# packages above say whether a product is being judged, so that its photographs must stay as they are
_freezers: list[Callable[[Product], bool]] = []


# packages above say where else everyone sees a photograph, such as on a certificate
_showers: list[Callable[[StoredFile], bool]] = []


def register_shower(is_shown: Callable[[StoredFile], bool]) -> None:
    """Lets a package above keep a photograph public that the product's page no longer shows."""
    _showers.append(is_shown)


def register_freezer(is_frozen: Callable[[Product], bool]) -> None:
    """Lets a package above hold a product's photographs as they were handed in."""
    _freezers.append(is_frozen)


def register_reader(may_read: Callable[[Who, Product], bool]) -> None:
    """Lets a package above open photographs to people whom this package does not know of."""
    _readers.append(may_read)


def register_set_user(uses_set: Callable[[Product, datetime], bool]) -> None:
    """Lets a package above hold the set of a product while a dossier rests on it."""
    _set_users.append(uses_set)


def register_files() -> None:
    """Tells the foundation who may read photographs, and which of them everyone may see."""
    access.register(PHOTO_FILES, refuse_read_photo)
    access.register_public(PHOTO_FILES, is_photo_public)


def is_photo_public(stored_file: StoredFile) -> bool:
    """Photographs on the page of a product of the public catalogue,
    and wherever a package above shows them.
    """
    shown = Photo.objects.filter(
        file=stored_file, is_withdrawn=False, product__recognitions__status_code__in=PUBLIC_STATUSES
    )
    return shown.exists() or any(is_shown(stored_file) for is_shown in _showers)


def refuse_read_photo(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The original: the producer's people, the offices of its place, whomever a package above lets.

    Nobody besides where everyone sees the picture: the original may say where the photographer lives.
    """
    photo = Photo.objects.filter(file=stored_file).select_related("product__producer__commune").first()
    if photo is not None:
        product = photo.product
        if Product.objects.visible_to(person, at).filter(pk=product.pk).exists():
            return None
        if any(may_read(who_is(person, at), product) for may_read in _readers):
            return None
    return Refusal(
        "not_reader", _("Bạn không xem được ảnh này."), _("Ảnh thuộc một sản phẩm không dành cho bạn.")
    )


def refuse_form(producer: Producer, regulation: Regulation, set_number: int) -> Refusal | None:
    """Why a dossier of this producer in this set will not be taken (R26-01, R26-02):
    a warning while registering.
    """
    if not producer.legal_form:
        return Refusal("form_unknown", *FORM_FAULTS["form_unknown"])
    fault = fault_of_set(
        regulation, set_number, producer.form, producer.enterprise_size,
        has_registration=bool(producer.registration_no.strip()),
    )  # fmt: skip
    return None if fault is None else Refusal(fault, *FORM_FAULTS[fault])


def refuse_register(who: Who, producer: Producer) -> Refusal | None:
    """Registering a product: who may act for its producer."""
    return refuse_keep(who, producer)


def refuse_amend(who: Who, product: Product) -> Refusal | None:
    """Changing a product: who may act for its producer."""
    return refuse_keep(who, product.producer)


def refuse_classify(who: Who, product: Product) -> Refusal | None:
    """Another set: as amending, but not while a dossier under way is written on the rubric of the present
    one.
    """
    refusal = refuse_amend(who, product)
    if refusal is not None:
        return refusal
    if any(uses_set(product, who.at) for uses_set in _set_users):
        return Refusal(
            "set_in_use",
            _("Chưa đổi được nhóm sản phẩm."),
            _("Một hồ sơ đang làm theo bộ tiêu chí của nhóm hiện nay."),
            _("Rút hồ sơ đó trước, hoặc đợi có kết quả."),
        )
    return None


def refuse_import(who: Who) -> Refusal | None:
    """Entering a register of products recognised before: officers of the province."""
    if who.holds(Role.PROVINCE_OFFICER):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không nhập được danh bạ sản phẩm."),
        _("Việc này thuộc cơ quan quản lý OCOP cấp tỉnh."),
        _("Gửi danh sách cho cán bộ OCOP của tỉnh."),
    )


def refuse_remove_photo(who: Who, product: Product) -> Refusal | None:
    """Taking a photograph away: as amending, but not while a dossier with it is being judged."""
    refusal = refuse_amend(who, product)
    if refusal is not None:
        return refusal
    if any(is_frozen(product) for is_frozen in _freezers):
        return Refusal(
            "photo_frozen",
            _("Chưa bỏ được ảnh này."),
            _("Hồ sơ của sản phẩm đang được xem xét với đúng các ảnh đã nộp."),
            _("Đợi có kết quả, hoặc rút hồ sơ trước."),
        )
    return None
