def test_smoke(scene):
    d = scene.accepted()
    assert d.state == "accepted"
