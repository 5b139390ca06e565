"""A script and the modules beside it are one version."""

from pathlib import Path

from ocop.foundation.ui.static_files import HashedFiles


def test_an_imported_module_carries_its_hash(tmp_path: Path) -> None:
    texts = {"a.js": 'import { x } from "./b.js";\nx();\n', "b.js": "export const x = () => 1;\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    storage = HashedFiles(location=tmp_path, base_url="/static/")
    done = {
        name: hashed for name, hashed, _ in storage.post_process({name: (storage, name) for name in texts})
    }
    assert storage.hashed_files["a.js"] != "a.js" != done["a.js"]
    written = (tmp_path / storage.hashed_files["a.js"]).read_text(encoding="utf-8")
    assert written == f'import {{ x }} from "./{storage.hashed_files["b.js"]}";\nx();\n'
