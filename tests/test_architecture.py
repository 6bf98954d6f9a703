"""The house rules that a machine can hold: the direction of imports, lazy imports, the size of files, what stands in them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("db", "importers", "tui")
CODE = sorted(path for folder in (*ROOMS, "tests") for ending in ("py", "tcss") for path in (ROOT / folder).rglob(f"*.{ending}"))


def loaded(*code: str) -> set[str]:
    """The names of the modules that a fresh interpreter has loaded after running `code`."""
    told = subprocess.run(
        [sys.executable, "-c", "\n".join([*code, "import sys", "print(*sys.modules, sep=chr(10))"])],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    return set(told.stdout.split())


def modules(room: str) -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in (ROOT / room).rglob("*.py")
    )


@pytest.mark.parametrize("room", ["db", "importers"])
def test_the_lower_rooms_load_no_screen(room: str) -> None:
    names = loaded(*(f"import {module}" for module in modules(room)))
    assert not {name for name in names if name.split(".")[0] in {"textual", "rich", "tui"}}


def test_db_loads_no_importer() -> None:
    names = loaded(*(f"import {module}" for module in modules("db")))
    assert not {name for name in names if name.split(".")[0] == "importers"}


def test_commands_load_no_textual(tmp_path: Path) -> None:
    run = f"tui.cli.main(['list', '--store', {str(tmp_path / 'none.db')!r}], standalone_mode=False)"
    names = loaded(f"import contextlib, tui.cli\nwith contextlib.suppress(SystemExit):\n {run}\n")
    assert "tui.cli.printing" in names or "db.connect" in names
    assert not {name for name in names if name.split(".")[0] == "textual"}


@pytest.mark.parametrize("module", ["db.connect", "db.selection", "db.queries.listing", "db.queries.facets"])
def test_the_way_to_the_first_page_is_light(module: str) -> None:
    names = {name.split(".")[0] for name in loaded(f"import {module}")}
    assert not names & {"sqlite_utils", "dateutil", "rich"}


def test_the_app_begins_without_what_no_first_screen_needs() -> None:
    names = loaded("import tui.app")
    assert not names & {
        "db.models",
        "db.changes",
        "db.queries.details",
        "tui.screens.form",
        "tui.screens.help",
        "tui.widgets.chart",
    }
    assert not {name.split(".")[0] for name in names} & {"sqlite_utils", "dateutil", "markdown_it", "importers"}


def test_the_app_asks_the_store_nothing_by_itself() -> None:
    asking = {path for path in CODE if path.is_relative_to(ROOT / "tui") and ".execute(" in path.read_text(encoding="utf-8")}
    # what it asks there is about its connection
    assert {str(path.relative_to(ROOT)) for path in asking} <= {"tui/background/lane.py", "tui/cli/review.py"}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_grows_past_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", [path for path in CODE if path.suffix == ".py"], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith('"""') or not text.strip() or path.name.startswith("conftest")


@pytest.mark.parametrize(
    "package",
    sorted(path for room in ("tui", "db", "importers") for path in (ROOT / room).rglob("__init__.py")),
    ids=lambda path: str(path.parent.relative_to(ROOT)),
)
def test_a_room_names_all_that_stands_in_it(package: Path) -> None:
    told = package.read_text(encoding="utf-8").split('"""')[1]
    inside = [path.stem for path in package.parent.glob("*.py") if not path.name.startswith("__")]
    inside += [path.parent.name for path in package.parent.glob("*/__init__.py")]
    assert not [name for name in inside if f"`{name}`" not in told]
