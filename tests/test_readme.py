"""The README shows real output: its console blocks are run, in order, in one store of their own."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_PICTURE = re.compile(r"\]\(tests/screens/(\w+)\.svg\)")
TODAY = re.compile(r'As of \d{1,2} \w+ \d{4}\.|as_of: "[\d-]+"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ')
"""What is printed otherwise at another time."""


def steps() -> list[tuple[str, str]]:
    """Each command of the README's console blocks with the output printed below it."""
    found = []
    for block in _BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def run(command: str, store: Path) -> str:
    """What a command of the README prints on standard output."""
    words = shlex.split(command)
    assert words[0] == "milepost"
    told = subprocess.run(
        [sys.executable, "-m", "tui.cli", *words[1:]],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"MILEPOST_STORE": str(store), "MILEPOST_USER": "amina", "PYTHONUTF8": "1"},
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_the_tour_shows_true_output(tmp_path: Path) -> None:
    shown = steps()
    assert len(shown) >= 7
    for command, output in shown:
        assert TODAY.sub("", run(command, tmp_path / "tour.db")).strip() == TODAY.sub("", output).strip(), command


def test_every_target_of_make_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE)
    explained = re.findall(r"^([a-z]+):.*## \S", makefile, flags=re.MULTILINE)
    assert targets == explained


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample newsletters."""
    from tests.pictures import demo_store

    return demo_store(tmp_path_factory.mktemp("demo") / "demo.db")


@pytest.mark.parametrize("name", dict.fromkeys(_PICTURE.findall(README.read_text(encoding="utf-8"))))
async def test_pictures_are_true(demo: Path, name: str) -> None:
    from tests.pictures import SCREENS, picture

    on_file = (SCREENS / f"{name}.svg").read_text(encoding="utf-8")
    assert await picture(demo, name) == on_file, "make readme makes it anew"
