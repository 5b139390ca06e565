"""Pages and a press plan for the small province:
a commune's draft and proposal, a public page, a broadcast.
"""

from __future__ import annotations

from datetime import date

from django.core.files.base import ContentFile

from ocop.casework.communication import acts
from ocop.casework.communication.rules import Channel, NewsKind, Tongue, Topic
from ocop.foundation.documents.tests.corpus import mp3, pdf, picture
from ocop.foundation.places.selectors import place
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.stage import Stage


def tell_news(stage: Stage) -> None:
    """Minh drafts and proposes for Bản Lầu; Phúc publishes and records."""
    minh, phuc, at = stage.people["minh"], stage.people["phuc"], moment("11-16 09:00")
    commune = place("02788", "commune", at.date())
    assert commune is not None
    draft = acts.write_page(
        place=commune, kind=NewsKind.NEWS, content={"title": "Chợ phiên", "body": "Chủ nhật."}, by=minh, at=at
    )
    public = acts.write_page(
        place=stage.programme.province, kind=NewsKind.NEWS, by=phuc, at=at,
        content={"title": "Mở đợt hai", "body": "Nộp hồ sơ ở xã."},
    )  # fmt: skip
    for page in (draft, public):
        upload = ContentFile(picture(), name="anh.jpg")
        acts.add_pictures(page, uploads=[upload], caption="Chợ phiên", by=phuc, at=at)
    acts.publish_page(public, publish_on=date(2026, 11, 16), by=phuc, at=at)
    sent = acts.write_page(
        place=commune, kind=NewsKind.NEWS, content={"title": "Hội chợ xã", "body": "Đầu năm."}, by=minh, at=at
    )
    acts.propose_page(sent, by=minh, at=at)
    gone = acts.write_page(
        place=commune, kind=NewsKind.NEWS, content={"title": "Bài bỏ", "body": "Trùng bài."}, by=minh, at=at
    )
    acts.withdraw_page(gone, reason="Trùng bài.", by=minh, at=at)
    _record_sounds(stage)
    known = {
        "plan": None,
        "place": commune,
        "channel": Channel.COMMUNE_RADIO,
        "planned_on": at.date(),
        "at": at,
    }
    acts.note_item(title="Phát thanh về đợt hai", by=minh, **known)
    done = acts.note_item(title="Phát thanh về đợt một", by=phuc, **known)
    acts.note_item(title="Phát thanh về đợt ba", by=phuc, **known)
    paper = ContentFile(pdf(), name="so-phat-thanh.pdf")
    acts.record_item(done, done_on=at.date(), times=2, uploads=[paper], by=minh, at=at)


def _record_sounds(stage: Stage) -> None:
    """Minh keeps a recording of Bản Lầu; one of the province is heard by everyone."""
    minh, phuc, at = stage.people["minh"], stage.people["phuc"], moment("11-16 10:00")
    commune = place("02788", "commune", at.date())
    assert commune is not None
    said = {"topic": Topic.IDEA, "transcript": "Mang phiếu đến xã.", "at": at}
    for title, where, who, tongue in (
        ("Đăng ký ở xã", commune, minh, Tongue.MONG),
        ("Đăng ký ý tưởng", stage.programme.province, phuc, Tongue.TAY),
    ):
        upload = ContentFile(mp3(), name="loi.mp3")
        made = acts.add_recording(place=where, title=title, language=tongue, upload=upload, by=who, **said)
        if who == phuc:
            acts.publish_recording(made, by=phuc, at=at)
