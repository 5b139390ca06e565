"""The decree's own sentences on the criterion's page and on form 02."""

from __future__ import annotations

from typing import Any

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.papers import read_content
from ocop.casework.dossiers.selectors import content, set_of
from ocop.casework.dossiers.tests.cast import LAW, SET, Scene
from ocop.registers.regulations.models import Wording, WordingSource

SENTENCE = "Có từ 50% đến dưới 75% nguyên liệu có nguồn gốc trong tỉnh (câu thử)"


def load(scene: Scene, criterion: str) -> None:
    """One official sentence, as an operator would load it."""
    source = WordingSource.objects.create(
        regulation_code=LAW, file_name="thu.html", sha256="0" * 64, matched=1, expected=2, loaded_at=scene.at
    )
    for token, text in (("", "Nguồn nguyên liệu (câu thử)"), ("1", SENTENCE)):
        Wording.objects.create(source=source, set_number=SET, criterion=criterion, token=token, text=text)


def test_the_criterion_shows_them_on_demand(scene: Scene, client: Any) -> None:
    dossier = scene.draft()
    code = next(iter(set_of(dossier).criteria))
    client.force_login(scene.lan)
    address = f"/ho-so/{dossier.key}/tu-danh-gia/{code}/"
    assert SENTENCE not in client.get(address).content.decode()
    load(scene, code)
    assert SENTENCE in client.get(address).content.decode()


def test_form_02_uses_them_when_asked(scene: Scene, client: Any) -> None:
    dossier = scene.draft()
    code = next(iter(set_of(dossier).criteria))
    acts.save_answer(dossier, criterion=code, choice=1, by=scene.lan, at=scene.at)
    load(scene, code)
    written = content(dossier, person=scene.lan, at=scene.at)
    ours, theirs = (
        read_content(written, is_official=asked).sections[0].lines[0].answer for asked in (False, True)
    )
    assert ours != SENTENCE
    assert theirs == SENTENCE
    client.force_login(scene.lan)
    assert client.get(f"/ho-so/{dossier.key}/mau-02.pdf?nguyen-van=co").content.startswith(b"%PDF")
