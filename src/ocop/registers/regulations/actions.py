"""Loading the decrees' own wording."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import Refusal, Refused
from ocop.kernel.law import Regulation
from ocop.registers.regulations.models import Wording, WordingSource
from ocop.registers.regulations.rules.lines import UnreadableFileError, read_lines
from ocop.registers.regulations.rules.matching import Matching, expected, match


@recorded
def load_wording(
    regulation: Regulation, *, content: bytes, file_name: str, by: Person | None, at: datetime
) -> tuple[WordingSource, Matching]:
    """Keeps the official sentences that a published text (HTML or DOCX) has for a regulation; earlier ones
    stay behind.

    Refused where the file cannot be read, or holds no sentence at a known place: then nothing is kept.
    """
    try:
        matching = match(regulation, read_lines(content))
    except UnreadableFileError as error:
        raise Refused(
            Refusal(
                "wording_unreadable",
                _("Không đọc được tệp này."),
                str(error),
                _("Hãy lưu văn bản thành HTML hoặc DOCX."),
            )
        ) from error
    if not matching.sentences:
        raise Refused(
            Refusal(
                "wording_nothing_found",
                _("Không tìm thấy tiêu chí nào trong tệp này."),
                _("Mỗi bộ phải bắt đầu bằng số và chữ “Bộ sản phẩm”, mỗi tiêu chí bằng mã của nó."),
                _("Hãy kiểm tra đó là phụ lục bộ tiêu chí của đúng văn bản."),
            )
        )
    rows = {(s.set_number, s.criterion, s.token): s.text for s in matching.sentences}
    source = WordingSource.objects.create(
        regulation_code=regulation.code,
        file_name=file_name[:200],
        sha256=hashlib.sha256(content).hexdigest(),
        matched=len(rows),
        expected=sum(1 for one in regulation.sets.values() for _place in expected(one)),
        loaded_at=at,
    )
    sentences = Wording.objects.bulk_create(
        Wording(source=source, set_number=number, criterion=criterion, token=token, text=text)
        for (number, criterion, token), text in rows.items()
    )
    data = {"matched": source.matched, "content": source.content_hash(sentences)}
    record("regulations.load_wording", source, by=by, at=at, data=data)
    return source, matching
