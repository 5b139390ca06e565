"""The house itself: one writer of states, foreign keys point downward, every address is guarded."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from ocop.outlets.catalogue.sites.hosts import HOST_URLS

SOURCE = Path(__file__).parents[2] / "src" / "ocop"
FLOORS = ["kernel", "foundation", "registers", "casework", "outlets"]
ORDER = [
    "places", "ui", "audit", "documents", "tables", "accounts", "printing", "notifications", "exports",
    "recovery",
    "producers", "products", "programme", "rounds", "regulations", "recognitions", "mergers",
    "ideas", "dossiers", "samples", "fieldwork", "advisory", "review", "room", "certificates", "inspections",
    "revocation", "annulment", "renewals", "objections", "paperwork", "support", "sites", "communication",
    "tourism",
    "portal", "catalogue", "api", "reports", "demo",
]  # fmt: skip
# the one upward key: the swappable user
MAY_POINT_TO_PERSON = {"audit", "documents", "tables"}


def python_files() -> list[Path]:
    return [p for p in SOURCE.rglob("*.py") if not {"tests", "migrations"} & set(p.relative_to(SOURCE).parts)]


def assignments_of_state(tree: ast.AST) -> list[int]:
    """Lines that assign an attribute called state, or pass state to update()."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            lines += [t.lineno for t in targets if isinstance(t, ast.Attribute) and t.attr == "state"]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "update":
            lines += [k.value.lineno for k in node.keywords if k.arg == "state"]
    return lines


def test_only_transition_assigns_a_state():
    found = {
        str(path.relative_to(SOURCE)): lines
        for path in python_files()
        if "kernel" not in path.relative_to(SOURCE).parts  # holds no rows
        if (lines := assignments_of_state(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {}


def test_the_search_for_assignments_finds_them():
    source = "a.state = 1\nq.update(state='x')\nsetattr(a, 'b', 1)\na.state: str = 2\n"
    assert sorted(assignments_of_state(ast.parse(source))) == [1, 2, 4]


def our_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("ocop.")]


SESSIONS = ("ocop.foundation.accounts.models", "ocop.foundation.accounts.sessions")
"""Django asks a table of sessions for its store, and the store for its table."""


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """What each module imports, inside functions too."""
    graph = grimp.build_graph("ocop", exclude_type_checking_imports=True, cache_dir=None)
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def test_no_module_leads_back_to_itself(imports):
    assert SESSIONS[1] in imports[SESSIONS[0]]
    others = imports | {SESSIONS[0]: imports[SESSIONS[0]] - {SESSIONS[1]}}
    TopologicalSorter(others).prepare()  # raises CycleError, which names the circle


def package_of(module: str) -> str:
    """ "casework.dossiers" for whatever lies in it, "config" for what is on no floor."""
    _ocop, *parts = module.split(".")
    return ".".join(parts[:2] if parts[:1] and parts[0] in FLOORS else parts[:1])


def between_packages(imports: dict[str, set[str]]) -> dict[str, set[str]]:
    """Which packages each package imports, whatever of it and for whatever: acts, pages, a single word.

    Without tests, which set their stage with what they need.
    """
    found: dict[str, set[str]] = {}
    for module, others in imports.items():
        if ".tests" not in module:
            here = package_of(module)
            found.setdefault(here, set()).update({package_of(one) for one in others} - {here})
    return found


def test_no_package_stands_in_a_circle(imports):
    """What a page shows of a package above comes to it: the package above registers it at the start."""
    packages = between_packages(imports)
    assert {"registers.producers", "foundation.accounts", "kernel.law"} <= packages["casework.dossiers"]
    assert "casework.ideas" in packages["casework.dossiers"]
    TopologicalSorter(packages).prepare()


@pytest.mark.parametrize(
    ("page", "above"),
    [
        ("ocop.casework.ideas.pages.idea", "ocop.casework.dossiers.selectors"),
        ("ocop.registers.producers.pages.own", "ocop.registers.products.selectors"),
        ("ocop.kernel.law.loader", "ocop.kernel.calendar.periods"),
    ],
)
def test_a_page_that_looks_upward_closes_a_circle(imports, page, above):
    assert {page, above} <= imports.keys()
    packages = between_packages(imports | {page: imports[page] | {above}})
    with pytest.raises(CycleError):
        TopologicalSorter(packages).prepare()


def test_every_package_has_its_place_in_the_order():
    labels = {m._meta.app_label for m in our_models()}
    assert labels - set(ORDER) == set()


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m._meta.label)
def test_foreign_keys_point_downward(model):
    here = model._meta.app_label
    for field in model._meta.get_fields():
        if not (field.is_relation and field.concrete) or field.related_model is None:
            continue
        target = field.related_model._meta.app_label
        if target == here or (target == "accounts" and here in MAY_POINT_TO_PERSON):
            continue
        if target in ORDER:
            assert ORDER.index(target) < ORDER.index(here), (
                f"{model._meta.label}.{field.name} points up to {target}"
            )


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m._meta.label)
def test_foreign_keys_protect(model):
    for field in model._meta.get_fields():
        if isinstance(field, models.ForeignKey) and field.concrete and not field.auto_created:
            assert field.remote_field.on_delete in (models.PROTECT, models.CASCADE), field
            if field.remote_field.on_delete is models.CASCADE:
                assert model._meta.label in MAY_CASCADE, f"{model._meta.label}.{field.name} cascades"


# rows that are nothing without their parent and are not official
MAY_CASCADE = {"accounts.Session", "places.Ground", "products.Reckoning"}


def views(resolver: URLResolver, prefix: str = "") -> list[tuple[str, str]]:
    """Every address with the full name of its view."""
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            namespaces = prefix
            found.append((f"{namespaces}{entry.name}" if entry.name else "", str(entry.pattern)))
        else:
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            found += views(entry, inner)
    return found


def test_every_address_has_a_name():
    assert [pattern for name, pattern in views(get_resolver()) if not name] == []


def test_the_public_list_names_only_views_that_exist():
    names = {name for urls in (None, HOST_URLS) for name, _ in views(get_resolver(urls))}
    assert settings.PUBLIC_VIEWS - names == set()


def test_templates_hold_no_inline_script_or_style():
    for path in SOURCE.rglob("*.html"):
        text = path.read_text("utf-8")
        assert " style=" not in text, path
        assert "<style" not in text, path
        assert [word for word in (" onclick=", " onsubmit=", " onchange=") if word in text] == [], path
        for piece in text.split("<script")[1:]:
            head = piece.split(">")[0]
            assert "src=" in head or "json" in head or "importmap" in head, path


def test_the_project_does_not_speak_of_its_workplace():
    words = ["/" + "work/", "/" + "farm", "shared" + "/law", "../" + "shared"]
    root = SOURCE.parents[1]
    for path in [
        *SOURCE.rglob("*.py"),
        *SOURCE.rglob("*.md"),
        *(root / "docs").rglob("*.md"),
        root / "README.md",
    ]:
        if path.exists():
            text = path.read_text("utf-8")
            assert [word for word in words if word in text] == [], path
