"""No two modules of the lower room need one another, wherever in the file they are imported."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import db

HOME = Path(db.__file__).parent


def imported(path: Path, modules: set[str]) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & modules


def test_no_imports_run_in_a_circle() -> None:
    paths = {
        ".".join(("db", *path.relative_to(HOME).with_suffix("").parts)): path
        for path in HOME.rglob("*.py")
        if path.name != "__init__.py"
    }
    order = TopologicalSorter({name: imported(path, set(paths)) for name, path in paths.items()}).static_order()
    assert set(order) == set(paths)
