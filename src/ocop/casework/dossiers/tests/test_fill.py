"""Writing in forms 01 and 02: texts are kept, refused to others and once the dossier is locked."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused


def test_texts_are_kept(scene: Scene) -> None:
    dossier = acts.save_form(scene.draft(), fields={"production_plan": "Mở rộng"}, by=scene.lan, at=scene.at)
    assert dossier.production_plan == "Mở rộng"


def test_only_fields_of_the_forms_are_known(scene: Scene) -> None:
    with pytest.raises(ValueError, match="state"):
        acts.save_form(scene.draft(), fields={"state": "accepted"}, by=scene.lan, at=scene.at)


@pytest.mark.parametrize("who", ["quang", "minh", "phuc"])
def test_others_are_refused(scene: Scene, who: str) -> None:
    call = lambda: acts.save_form(
        scene.draft(), fields={"has_story": True}, by=getattr(scene, who), at=scene.at
    )
    assert refused(call) == "not_entitled"


def test_a_locked_dossier_is_refused(scene: Scene) -> None:
    dossier = scene.submitted()
    call = lambda: acts.save_form(dossier, fields={"has_story": True}, by=scene.lan, at=scene.at)
    assert refused(call) == "conflict_not_editable"
