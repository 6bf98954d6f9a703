"""Brings the README's tour up to date: its commands are run again, and what they print replaces what stood below them.

    readme.py

The ID in `milepost show` and `milepost edit` is that of the first milestone listed before it. The picture is made anew as well.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.test_readme import README, ROOT, run

PICTURES = {"app": ("G", "g", "j", "j"), "chart": ("z", "v", "L", "right_curly_bracket", "plus", "l")}
"""The pictures by name, and the keys that lead there."""


def refreshed(text: str, store: Path) -> str:
    """The README with true output below each command of its console blocks."""
    uid = ""

    def block(found: re.Match[str]) -> str:
        nonlocal uid
        parts = []
        for part in re.split(r"^\$ ", found[1], flags=re.MULTILINE)[1:]:
            command = part.partition("\n")[0]
            command = re.sub(r"^milepost (show|edit) \w+", rf"milepost \1 {uid}", command)
            output = run(command, store).strip()
            if command.startswith("milepost list"):
                uid = output[:5]
            parts.append(f"$ {command}\n{output}\n")
        return "```console\n" + "".join(parts) + "```"

    return re.sub(r"```console\n(.*?)```", block, text, flags=re.DOTALL)


async def picture(store: Path, keys: Sequence[str]) -> str:
    """The app on the tour's store at 120x40 after these keys, as SVG."""
    from tui.app import MilepostApp

    app = MilepostApp(store, today=date(2018, 1, 15))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        # no font is fetched from elsewhere: any fixed-width one will do
        return re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="milepost"), flags=re.DOTALL)


def main() -> None:
    """Rewrite README.md and the picture that it shows."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "tour.db"
        README.write_text(refreshed(README.read_text(encoding="utf-8"), store), encoding="utf-8")
        for name, keys in PICTURES.items():
            path = ROOT / "tests" / "screens" / f"{name}.svg"
            path.write_text(asyncio.run(picture(store, keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
