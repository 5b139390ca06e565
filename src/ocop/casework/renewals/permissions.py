"""Who answers for a producer, who writes letters, who extends and who reads;
every function gives the reason to refuse, or None.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.renewals.models import CallLetter, Extension
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.models import READING_ROLES, Producer
from ocop.registers.producers.permissions import is_commune_officer_of, producers_acted_for
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Product

LETTER_FILES = "renewals.letter"
EXTENSION_FILES = "renewals.extension"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(LETTER_FILES, refuse_read_letter_file)
    access.register(EXTENSION_FILES, refuse_read_extension_file)


def refuse_read_letter_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The PDF of a letter: its readers."""
    letter = CallLetter.objects.filter(file=stored_file).first()
    return _no_file() if letter is None or not reads_letter(who_is(person, at), letter) else None


def refuse_read_extension_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The PDF of an extension: its readers."""
    rows = Extension.objects.visible_to(person, at)
    return None if rows.filter(file=stored_file).exists() else _no_file()


def _no_file() -> Refusal:
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một giấy tờ không dành cho bạn.")
    )


def reads_letter(who: Who, letter: CallLetter) -> bool:
    """Whether a product in the letter is the person's own, or of the person's office."""
    return CallLetter.objects.visible_to(who.person, who.at).filter(pk=letter.pk).exists()


def reads_extension(who: Who, extension: Extension) -> bool:
    """Whether the person's office prepares, signs or leads in the province."""
    return Extension.objects.visible_to(who.person, who.at).filter(pk=extension.pk).exists()


def reads_term(who: Who, product: Product) -> bool:
    """Whether the product is the person's own, or of the person's office."""
    return Product.objects.visible_to(who.person, who.at).filter(pk=product.pk).exists()


def refuse_list(who: Who, _thing: object = None) -> Refusal | None:
    """Lists of what ends: people with an office that sees producers."""
    if any(appointment.role in READING_ROLES for appointment in who.appointments):
        return None
    return Refusal(
        "no_office",
        _("Bạn không xem được danh sách này."),
        _("Danh sách dành cho cán bộ OCOP của xã và của tỉnh."),
        _("Sản phẩm của bạn ở mục “Sản phẩm của tôi”."),
    )


def refuse_extensions(who: Who) -> Refusal | None:
    """The list of extensions: officers, signers, secretaries and leaders of a province."""
    roles = (Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER)
    return None if any(who.holds(role) for role in roles) else _not_province()


def refuse_answer(who: Who, product: Product) -> Refusal | None:
    """Answering for a producer: its people; an officer of its commune where nobody has an account for it."""
    producer = product.producer
    if producer.pk in producers_acted_for(who):
        return None
    if not is_commune_officer_of(who, producer):
        return Refusal(
            "not_entitled",
            _("Bạn không trả lời thay chủ thể này được."),
            _("Người được chủ thể giao tự trả lời; xã ghi thay chủ thể chưa có tài khoản."),
        )
    return None if not people_of(producer, who.at) else has_account(producer)


def has_account(producer: Producer) -> Refusal:
    """The producer answers for itself."""
    return Refusal(
        "has_account",
        _("Chủ thể “%(name)s” có tài khoản, tự trả lời.") % {"name": producer.name},
        _("Xã chỉ ghi thay chủ thể chưa có tài khoản."),
        _("Nhắc người của chủ thể vào mục “Sản phẩm của tôi”."),
    )


def refuse_officer(who: Who, _thing: object = None) -> Refusal | None:
    """Letters and extensions are prepared by officers of the provincial OCOP body."""
    return None if who.holds(Role.PROVINCE_OFFICER) else _not_province()


def refuse_handle(who: Who, extension: Extension) -> Refusal | None:
    """The same with one that is there: of the own province."""
    return refuse_officer(who) or _refuse_read(who, extension)


def refuse_sign(who: Who, extension: Extension) -> Refusal | None:
    """Signing: who signs for the authority that keeps the certificates in force, never who prepared it."""
    if not who.holds(Role.SIGNER, extension.programme.province):
        return Refusal(
            "not_signer",
            _("Bạn không ký được quyết định này."),
            _("Người có thẩm quyền của tỉnh ký việc kéo dài (khoản 3 Điều 12)."),
            _("Chuyển cho người có thẩm quyền ký."),
        )
    if who.person.pk == extension.prepared_by_id:
        return Refusal(
            "preparer_signs",
            _("Người lập không tự ký quyết định của mình."),
            _("Hai người khác nhau lập và ký để cùng chịu trách nhiệm."),
            _("Chuyển cho người ký khác."),
        )
    return _refuse_read(who, extension)


def _not_province() -> Refusal:
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Cơ quan quản lý OCOP cấp tỉnh lập văn bản đề nghị đánh giá lại và quyết định kéo dài."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def _refuse_read(who: Who, extension: Extension) -> Refusal | None:
    if reads_extension(who, extension):
        return None
    return Refusal("not_reader", _("Bạn không xem được việc kéo dài này."))
