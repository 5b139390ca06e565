"""Papers of a re-evaluation or an upgrade that do not hold until the decision (article 6(1)(c), R26-18)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors.renewing import Ended, ended_papers
from ocop.foundation.refusals import Refusal


def refuse_ended(dossier: Dossier, on: date) -> Refusal | None:
    """Proposing or deciding on a day on which a paper of the dossier does not hold any more. A newer paper
    that its producer adds in its place is enough; a first dossier is asked for its mandatory papers alone.
    """
    over = ended_papers(dossier, on) if dossier.is_again else []
    if not over:
        return None
    return Refusal(
        "paper_ended",
        _("“%(product)s” có giấy tờ đã hết hạn: %(papers)s.")
        % {"product": dossier.product.name, "papers": papers_in_words(over)},
        _("Giấy tờ có thời hạn phải còn giá trị đến khi có quyết định (điểm c khoản 1 Điều 6)."),
        _("Chủ thể thêm bản cấp mới ở mục Minh chứng của hồ sơ, không phải nộp lại hồ sơ."),
    )


def papers_in_words(papers: Iterable[Ended]) -> str:
    """Each paper with its last day."""
    words = _("“%(title)s” (hết hạn %(day)s)")
    return "; ".join(
        words % {"title": one.title, "day": date_format(one.last_day, "DATE_FORMAT")} for one in papers
    )
