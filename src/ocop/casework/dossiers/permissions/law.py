"""What a change of law stands against: opening under another law, going on under one that is over."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.words import said
from ocop.kernel.calendar.applicable import NoLawError, applicable
from ocop.kernel.law import load_regulations
from ocop.kernel.law.citing import cite
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
        f"{said(answer.reason)} ({said(cite(answer.article))})",
        advice
        or _("Trả lại để chủ thể chuyển hồ sơ sang Quyết định %(new)s.") % {"new": answer.regulation.number},
    )
