"""Who prepares, verifies, signs and reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.annulment.models import Annulment
from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.permissions.three import refuse_second, refuse_third
from ocop.casework.certificates.selectors.above import Offer
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.products.rules import EventKind

BASIS_FILES = "annulment.basis"
DECISION_FILES = "annulment.decision"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(BASIS_FILES, refuse_read_file)
    access.register(DECISION_FILES, refuse_read_file)


def reads(who: Who, annulment: Annulment) -> bool:
    """Whether the person's office prepares, signs or leads in the province."""
    return Annulment.objects.visible_to(who.person, who.at).filter(pk=annulment.pk).exists()


def refuse_read_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A paper on which an annulment rests, or its decision: the readers of the annulment."""
    own = Q(basis__file=stored_file) | Q(file=stored_file)
    if Annulment.objects.visible_to(person, at).filter(own).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một việc huỷ bỏ."))


def refuse_list(who: Who) -> Refusal | None:
    """The list: officers, signers, secretaries and leaders of a province."""
    roles = (Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER)
    return None if any(who.holds(role) for role in roles) else _not_province()


def refuse_prepare(who: Who, _thing: object = None) -> Refusal | None:
    """Preparing: officers of the provincial OCOP body."""
    return None if who.holds(Role.PROVINCE_OFFICER) else _not_province()


def refuse_handle(who: Who, annulment: Annulment) -> Refusal | None:
    """The same with one that is there: of the own province."""
    return refuse_prepare(who) or _refuse_read(who, annulment)


def refuse_verify(who: Who, annulment: Annulment) -> Refusal | None:
    """Verifying: another officer than who prepared it."""
    return refuse_handle(who, annulment) or refuse_second(who, annulment)


def refuse_sign(who: Who, annulment: Annulment) -> Refusal | None:
    """Signing: the Chair of the province or who signs for the Chair, who neither prepared nor verified it."""
    if not who.holds(Role.SIGNER, annulment.programme.province):
        return Refusal(
            "not_signer",
            _("Bạn không ký được quyết định này."),
            _("Chủ tịch UBND cấp tỉnh huỷ bỏ quyết định đã ký không đúng (điểm b khoản 1 Điều 10)."),
            _("Chuyển cho người có thẩm quyền ký."),
        )
    return refuse_third(who, annulment) or _refuse_read(who, annulment)


def refuse_return(who: Who, annulment: Annulment) -> Refusal | None:
    """Sending back: whoever may sign, and the officers."""
    return None if refuse_handle(who, annulment) is None else refuse_sign(who, annulment)


def offer_annulment(who: Who, certificate: Certificate) -> Offer | None:
    """On the page of a certificate: where annulling it begins, for those who prepare."""
    events = certificate.recognition.events.all()
    ended = {EventKind.ANNULLED, EventKind.REVOKED, EventKind.REPLACED}
    if refuse_prepare(who) is not None or any(event.kind in ended for event in events):
        return None
    return Offer(_("Lập đề nghị huỷ bỏ"), f"{reverse('annulment:prepare')}?ma={certificate.code}")


def _not_province() -> Refusal:
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Cơ quan quản lý OCOP cấp tỉnh xác minh và trình huỷ bỏ."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def _refuse_read(who: Who, annulment: Annulment) -> Refusal | None:
    if reads(who, annulment):
        return None
    return Refusal("not_reader", _("Bạn không xem được việc huỷ bỏ này."))
