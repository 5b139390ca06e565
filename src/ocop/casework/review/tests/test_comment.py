"""What a member writes about a criterion or the product."""

from __future__ import annotations

from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import refused


def test_comments(room, at):
    item = room.item(room.scoring())
    acts.save_comment(item, criterion="1.1", text=" Rõ nguồn gốc ", by=room.hoa, at=at)
    acts.save_comment(item, text="Sản phẩm tốt", by=room.hoa, at=at)
    sheet = ScoreSheet.objects.get()
    assert (sheet.comments, sheet.general_comment, sheet.version) == (
        {"1.1": "Rõ nguồn gốc"},
        "Sản phẩm tốt",
        2,
    )
    assert (
        refused(acts.save_comment, item, criterion="99", text="x", by=room.hoa, at=at) == "unknown_criterion"
    )
