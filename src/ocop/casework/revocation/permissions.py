"""Who prepares, verifies, signs and reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.permissions.three import refuse_second, refuse_third
from ocop.casework.certificates.selectors import status_on
from ocop.casework.certificates.selectors.above import Offer
from ocop.casework.revocation.models import Cessation, Revocation
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal

DECISION_FILES = "revocation.decision"
BASIS_FILES = "revocation.basis"
"""Conclusions, confirmations and the Minister's decisions, as they came in."""


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(BASIS_FILES, refuse_read_file)
    access.register(DECISION_FILES, refuse_read_file)


def reads(who: Who, revocation: Revocation) -> bool:
    """Whether the person's office prepares, signs or leads in the province."""
    return Revocation.objects.visible_to(who.person, who.at).filter(pk=revocation.pk).exists()


def refuse_read_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A paper on which a revocation rests, or that decided it: the readers of the revocation."""
    rows = Revocation.objects.visible_to(person, at)
    own = Q(basis__file=stored_file) | Q(paper__file=stored_file) | Q(file=stored_file)
    if rows.filter(own).exists():
        return None
    if Cessation.objects.visible_to(person, at).filter(paper__file=stored_file).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một việc thu hồi."))


def refuse_list(who: Who) -> Refusal | None:
    """The list: officers, signers, secretaries and leaders of a province."""
    roles = (Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER)
    return None if any(who.holds(role) for role in roles) else _not_province()


def refuse_prepare(who: Who, _thing: object = None) -> Refusal | None:
    """Preparing: officers of the provincial OCOP body (article 8(3)(a))."""
    return None if who.holds(Role.PROVINCE_OFFICER) else _not_province()


def refuse_handle(who: Who, revocation: Revocation) -> Refusal | None:
    """The same with one that is there: of the own province."""
    return refuse_prepare(who) or _refuse_read(who, revocation)


def refuse_verify(who: Who, revocation: Revocation) -> Refusal | None:
    """Verifying: another officer than who prepared it (R26-42)."""
    return refuse_handle(who, revocation) or refuse_second(who, revocation)


def refuse_sign(who: Who, revocation: Revocation) -> Refusal | None:
    """Signing: the Chair of the province or who signs for the Chair, who neither prepared nor verified it
    (article 8(2)(a), R26-41); never what the Minister decides.
    """
    if not who.holds(Role.SIGNER, revocation.programme.province):
        return Refusal(
            "not_signer",
            _("Bạn không ký được quyết định này."),
            _("Chủ tịch UBND cấp tỉnh thu hồi giấy chứng nhận 3 sao, 4 sao (điểm a khoản 2 Điều 8)."),
            _("Chuyển cho người có thẩm quyền ký."),
        )
    return (
        refuse_third(who, revocation)
        or _refuse_read(who, revocation)
        or (_ministrys() if revocation.is_ministrys else None)
    )


def refuse_return(who: Who, revocation: Revocation) -> Refusal | None:
    """Sending back: whoever may sign, and the officers."""
    return None if refuse_handle(who, revocation) is None else refuse_sign(who, revocation)


def refuse_ministry(who: Who, revocation: Revocation) -> Refusal | None:
    """Recording what went to the Ministry and came from it: officers of the province, for 5 stars."""
    refusal = refuse_handle(who, revocation)
    if refusal is not None or revocation.is_ministrys:
        return refusal
    return Refusal(
        "not_ministrys",
        _("Bộ không quyết định việc này."),
        _("Giấy chứng nhận 3 sao, 4 sao do Chủ tịch UBND cấp tỉnh thu hồi (điểm a khoản 2 Điều 8)."),
        _("Trình người có thẩm quyền của tỉnh ký."),
    )


def _ministrys() -> Refusal:
    return Refusal(
        "ministrys",
        _("Tỉnh không thu hồi giấy chứng nhận 5 sao."),
        _("Bộ trưởng Bộ Nông nghiệp và Môi trường quyết định (điểm b khoản 2 Điều 8)."),
        _("Gửi đề nghị lên Bộ, rồi ghi quyết định của Bộ trưởng."),
    )


def _not_province() -> Refusal:
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Cơ quan quản lý OCOP cấp tỉnh kiểm tra, xác minh và trình thu hồi (điểm a khoản 3 Điều 8)."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def _refuse_read(who: Who, revocation: Revocation) -> Refusal | None:
    if reads(who, revocation):
        return None
    return Refusal("not_reader", _("Bạn không xem được việc thu hồi này."))


def offer_revocation(who: Who, certificate: Certificate) -> Offer | None:
    """On the page of a certificate: where taking it back begins, for those who prepare."""
    if refuse_prepare(who) is not None or not status_on(certificate, timezone.localdate(who.at)).is_good:
        return None
    return Offer(_("Lập đề nghị thu hồi"), f"{reverse('revocation:prepare')}?ma={certificate.product_code}")


def refuse_report(who: Who, _thing: object = None) -> Refusal | None:
    """Recording that a product is made no more or a producer was dissolved: officers of communes (article
    8(4)) and of the province.
    """
    if who.holds(Role.COMMUNE_OFFICER) or who.holds(Role.PROVINCE_OFFICER):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không làm được việc này."),
        _("UBND cấp xã xác nhận chủ thể không còn sản xuất (khoản 4 Điều 8)."),
        _("Liên hệ UBND cấp xã."),
    )


def refuse_dismiss(who: Who, cessation: Cessation) -> Refusal | None:
    """Setting aside what was recorded: officers of the province."""
    if refusal := refuse_prepare(who):
        return refusal
    if Cessation.objects.visible_to(who.person, who.at).filter(pk=cessation.pk).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được việc này."))


def offer_report(who: Who, certificate: Certificate) -> Offer | None:
    """On the page of a certificate: recording that the product is made no more."""
    if refuse_report(who) is not None or not status_on(certificate, timezone.localdate(who.at)).is_good:
        return None
    words = _("Ghi ngừng sản xuất, giải thể")
    return Offer(words, f"{reverse('revocation:report')}?ma={certificate.product_code}")
