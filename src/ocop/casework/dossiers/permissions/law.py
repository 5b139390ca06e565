"""What a change of law stands against: opening under another law, going on under one that is over."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import said
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.ui.refusals import Refusal
from ocop.kernel.law import load_regulations
from ocop.kernel.law.applicable import NoLawError, applicable
from ocop.registers.products.models import Product


def refuse_other_law(product: Product, day: date) -> Refusal | None:
    """A dossier follows the law in force when it is made;
    the product must be classified under that law (R26-03).
    """
    try:
        law = applicable("first", day, day).regulation
    except NoLawError as none:
        return Refusal("no_law", said(none.label), "", _("Kiểm tra lại ngày."))
    if product.regulation_code == law.code:
        return None
    old = load_regulations()[product.regulation_code]
    return Refusal(
        "product_of_other_law",
        _("“%(product)s” đang xếp nhóm theo Quyết định %(old)s.")
        % {"product": product.name, "old": old.number},
        _("Hồ sơ làm theo văn bản đang có hiệu lực: Quyết định %(new)s, có nhóm và bộ tiêu chí riêng.")
        % {"new": law.number},
        _("Chọn lại nhóm sản phẩm. Tên, ảnh, mô tả và giấy tờ vẫn giữ nguyên."),
    )


def refuse_law(dossier: Dossier, day: date) -> Refusal | None:
    """Proposing, accepting or evaluating under a law that may no longer be used (article 12(2);
    R26-48, R26-49).
    """
    standing = dossier.law_on(day)
    if standing.is_current:
        return None
    answer = standing.answer
    advice = " ".join(said(label) for label in answer.may_do or answer.warnings)
    return Refusal(
        "law_over",
        _("“%(product)s” không làm tiếp theo Quyết định %(old)s được nữa.")
        % {"product": dossier.product.name, "old": standing.own.number},
        f"{said(answer.reason)} ({answer.article})",
        advice
        or _("Trả lại để chủ thể chuyển hồ sơ sang Quyết định %(new)s.") % {"new": answer.regulation.number},
    )


def refuse_hand_in(dossier: Dossier, day: date) -> Refusal | None:
    """Handing in what was written under a law that is over:
    the producer brings it under the new one first.
    """
    standing = dossier.law_on(day)
    if standing.is_current:
        return None
    return Refusal(
        "law_changed",
        _("Hồ sơ đang viết theo Quyết định %(old)s, nay phải theo Quyết định %(new)s.")
        % {"old": standing.own.number, "new": standing.answer.regulation.number},
        said(standing.answer.reason),
        _("Chọn lại nhóm sản phẩm nếu cần, rồi bấm chuyển hồ sơ. Nội dung và giấy tờ đã có được giữ."),
    )


def refuse_follow(dossier: Dossier, day: date) -> Refusal | None:
    """Bringing a dossier under the law in force:
    there is another one, and the product is classified under it.
    """
    standing = dossier.law_on(day)
    if standing.is_current:
        return Refusal(
            "conflict_law_current",
            _("Hồ sơ đang theo đúng văn bản áp dụng."),
            said(standing.answer.reason),
            _("Không cần chuyển."),
        )
    product, law = dossier.product, standing.answer.regulation
    if product.regulation_code == law.code and product.set_number in law.sets:
        return None
    return Refusal(
        "product_of_other_law",
        _("“%(product)s” chưa được xếp nhóm theo Quyết định %(new)s.")
        % {"product": product.name, "new": law.number},
        _("Mỗi văn bản có nhóm và bộ tiêu chí riêng."),
        _("Chọn lại nhóm sản phẩm, rồi chuyển hồ sơ."),
    )
