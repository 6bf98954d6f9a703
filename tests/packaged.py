"""Looks into a built wheel: the three packages with their data files, and nothing else.

packaged.py FILE.whl
"""

import sys
import zipfile

NEEDED = (
    "db/data/kinds.tsv",
    "db/py.typed",
    "importers/data/cues.toml",
    "importers/samples/16q2-milestones.md",
    "tui/styles/main.tcss",
    "tui/help/timeline.md",
    "tui/cli/__main__.py",
)


def main(path: str) -> int:
    """Name what is missing or should not be there; 0 where nothing is."""
    names = zipfile.ZipFile(path).namelist()
    wrong = [name for name in NEEDED if name not in names]
    strange = [name for name in names if name.split("/")[0] not in {"db", "importers", "tui"} and ".dist-info/" not in name]
    for name in wrong:
        print(f"{path}: lacks {name}", file=sys.stderr)
    for name in strange:
        print(f"{path}: should not hold {name}", file=sys.stderr)
    return 1 if wrong or strange else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
