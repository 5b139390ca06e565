"""Ideas for the small province: Lan's at every step, a farmer's that Minh wrote down, and a workbook."""

from __future__ import annotations

import io

from django.core.files.base import ContentFile
from openpyxl import Workbook

from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.foundation.places.selectors import place
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.stage import Stage

HEADER = ["Tên sản phẩm", "Nguyên liệu địa phương", "Người hoặc cơ sở có ý tưởng", "Xã, phường"]


def tell_ideas(stage: Stage) -> None:
    """A draft, one that waits, one returned, one approved of Lan's; an approved one without a producer."""
    minh, lan, at = stage.people["minh"], stage.people["lan"], moment("11-16 09:00")
    commune = place("02788", "commune", at.date())
    told = {
        name: acts.register_idea(
            fields={"name": name, "material": "Dứa Queen của xã", "place": commune},
            producer=stage.producers["na-loc"], by=lan, at=at,
        )
        for name in ("Mứt dứa", "Giấm dứa", "Trà dứa", "Rượu dứa")
    }  # fmt: skip
    for name in ("Giấm dứa", "Trà dứa", "Rượu dứa"):
        acts.submit_idea(told[name], by=lan, at=at)
    acts.return_idea(told["Trà dứa"], reason="Nói rõ cách làm.", by=minh, at=at)
    acts.approve_idea(told["Rượu dứa"], by=minh, at=at)
    fields = {"name": "Chổi chít", "material": "Chít rừng", "place": commune, "proposer": "Sùng A Páo"}
    farmer = acts.register_idea(fields=fields, is_for_other=True, by=minh, at=at)
    acts.submit_idea(farmer, by=minh, at=at)
    acts.approve_idea(farmer, by=minh, at=at)
    acts.check_sheet(ContentFile(_workbook(), name="y-tuong.xlsx"), by=minh, at=at)


def _workbook() -> bytes:
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(["Bánh dứa", "Dứa của xã", "Lý Mẩy", "02788"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def idea_places() -> dict[str, tuple[object, ...]]:
    """What stands in the addresses of ideas."""
    keys = dict(Idea.objects.values_list("name", "key"))
    sheet = IdeaSheet.objects.select_related("file").get()
    return {
        "idea-draft": (keys["Mứt dứa"],),
        "idea-sent": (keys["Giấm dứa"],),
        "idea-approved": (keys["Rượu dứa"],),
        "idea-farmer": (keys["Chổi chít"],),
        "idea-sheet": (sheet.key,),
        "idea-file": (sheet.file_id,),
    }
