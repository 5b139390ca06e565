"""Who prepares, signs and reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ocop.casework.certificates.models import (
    Certificate,
    Correction,
    Decision,
    DecisionItem,
    ResultNotice,
)
from ocop.casework.certificates.models.visible import READERS
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import conflicts_of
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import producers_acted_for


def refuse_prepare(who: Who, _thing: object = None) -> Refusal | None:
    """Drafting, submitting, dropping, proposing, noticing: officers of the provincial OCOP body (R26-31).

    Before July 2025 those of districts too, which decided 3 stars (Decision 148/2023).
    """
    if who.holds(Role.PROVINCE_OFFICER) or who.holds(Role.COMMUNE_OFFICER, level=Level.DISTRICT):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Cơ quan quản lý OCOP cấp tỉnh tổng hợp và trình quyết định (điểm đ khoản 3 Điều 7)."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def refuse_handle(who: Who, decision: Decision) -> Refusal | None:
    """The same with a decision that is there: of the own province, and before it is signed none that a
    conflict keeps the person from.
    """
    return refuse_prepare(who) or refuse_read(who, decision)


def refuse_sign(who: Who, decision: Decision) -> Refusal | None:
    """Signing and returning: the authority's signer,
    who had no hand in the draft and no conflict with a product.
    """
    place = decision.place or decision.programme.province
    if not who.holds(Role.SIGNER, place, Level(decision.level) if decision.place else None):
        return Refusal(
            "not_signer",
            _("Bạn không ký được quyết định này."),
            _("Người có thẩm quyền ký là %(authority)s.") % {"authority": decision.authority}
            if decision.place
            else _("Chủ tịch UBND cấp tỉnh quyết định công nhận 3 sao, 4 sao (điểm a khoản 1 Điều 4)."),
            _("Chuyển cho người có thẩm quyền ký."),
        )
    if _had_a_hand(who, decision):
        return Refusal(
            "drafter_signs",
            _("Người soạn không tự ký quyết định của mình."),
            _("Hai người khác nhau soạn và ký để cùng chịu trách nhiệm."),
            _("Chuyển cho người ký khác."),
        )
    return refuse_conflict(
        who, [row.item for row in decision.items.live().select_related("item__dossier__product")]
    )


def _had_a_hand(who: Who, decision: Decision) -> bool:
    """Whether the person drafted, changed or submitted the decision at any time."""
    if who.person.pk in (decision.drafted_by_id, decision.submitted_by_id):
        return True
    deeds = history(decision).filter(action__in=["decision.draft", "decision.amend", "decision.submit"])
    return deeds.filter(by=who.person.pk).exists()


def refuse_conflict(who: Who, items: Sequence[AgendaItem]) -> Refusal | None:
    """Nobody handles a product with which a conflict of interest was declared at its meeting."""
    kept = conflicts_of(who)
    return next((_kept_from(item.dossier.product.name) for item in items if item.pk in kept), None)


def _kept_from(product: str) -> Refusal:
    return Refusal(
        "conflict_of_interest",
        _("Bạn không xử lý được “%(product)s”.") % {"product": product},
        _("Bạn đã khai báo xung đột lợi ích với sản phẩm này."),
        _("Nhờ người khác làm việc này."),
    )


def refuse_read(who: Who, decision: Decision) -> Refusal | None:
    """Reading a decision: the offices that prepare, sign or lead;
    once signed also the producers and communes in it.
    """
    if reads_whole(who, decision) or has_part_in(who, decision):
        return None
    return _not_reader(_("Bạn không xem được quyết định này."))


def reads_whole(who: Who, decision: Decision) -> bool:
    """Whether the person reads all of a decision, and not only what it says of the own products."""
    return Decision.objects.visible_to(who.person, who.at).filter(pk=decision.pk).exists()


def has_part_in(who: Who, decision: Decision) -> bool:
    """Whether a product of the signed decision is the person's own, or of their commune."""
    return decision.is_signed and concerns(who, [row.item for row in _live(decision)])


def _live(decision: Decision) -> list[DecisionItem]:
    return list(
        decision.items.live().select_related(
            "item__dossier__product__producer", "item__dossier__commune__parent"
        )
    )


def concerns(who: Who, items: Sequence[AgendaItem]) -> bool:
    """Whether one of the products is the person's own, or of the commune in whose office the person works."""
    own = producers_acted_for(who)
    communes = {row.office.place_id for row in who.appointments if row.role == Role.COMMUNE_OFFICER}
    dossiers = [item.dossier for item in items]
    return any(dossier.product.producer_id in own or dossier.commune_id in communes for dossier in dossiers)


def refuse_read_certificate(who: Who, certificate: Certificate) -> Refusal | None:
    """Reading the page and the PDF of a certificate:
    offices of province and commune, its producer's people.
    """
    if Certificate.objects.visible_to(who.person, who.at).filter(pk=certificate.pk).exists():
        return None
    return _not_reader(_("Bạn không xem được giấy chứng nhận này."))


def refuse_read_notice(who: Who, notice: ResultNotice) -> Refusal | None:
    """Reading a notice of result: the offices of the province, the commune, the producer's people."""
    if refuse_conflict(who, [notice.item]) is None:
        if who.holds_any(*READERS, place=notice.item.dossier.commune.province):
            return None
        if concerns(who, [notice.item]):
            return None
    return _not_reader(_("Bạn không xem được thông báo này."))


def refuse_read_correction(who: Who, correction: Correction) -> Refusal | None:
    """Reading a correcting paper: whoever may read what it corrects."""
    if correction.decision is not None:
        return refuse_read(who, correction.decision)
    assert correction.notice is not None  # noqa: S101 - a constraint of the table
    return refuse_read_notice(who, correction.notice)


def _not_reader(what: str) -> Refusal:
    return Refusal("not_reader", what, _("Trang này chỉ dành cho cơ quan OCOP, xã và chủ thể có sản phẩm."))
