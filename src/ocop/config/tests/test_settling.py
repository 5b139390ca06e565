"""A worker settles once."""

import gc

from ocop.config.settling import WARM, Settling


def test_after_so_many_answers_and_once(monkeypatch):
    frozen = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("now"))
    application = Settling(lambda _environ, _start: [b"ocop"])
    assert [application({}, None) for _number in range(WARM - 1)] == [[b"ocop"]] * (WARM - 1)
    assert frozen == []
    assert [application({}, None) for _number in range(2 * WARM)] == [[b"ocop"]] * 2 * WARM
    assert frozen == ["now"]
