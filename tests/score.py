"""Prints how well newsletters and dates are read, against what careful readers found in them.

    score.py SHARED

SHARED is the folder that holds `newsletters`, `scoring` and `dates`. The newsletters go through the commands that people use.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main(shared: Path) -> int:
    """Import the newsletters into a store of their own, export them, and score the export and the dates."""
    if not (shared / "scoring" / "score.py").is_file():
        print(f"{shared}: no newsletters to score against here; give the folder with SHARED=FOLDER", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"MILEPOST_STORE": str(Path(folder) / "score.db")}
        exported = Path(folder) / "milestones.json"
        newsletters = sorted(map(str, (shared / "newsletters").glob("*.txt")))
        milepost = [sys.executable, "-m", "tui.cli"]
        subprocess.run([*milepost, "import", *newsletters], check=True, env=environment, stdout=subprocess.DEVNULL)
        subprocess.run(
            [*milepost, "export", "-f", "json", "-o", str(exported)], check=True, env=environment, stderr=subprocess.DEVNULL
        )
        scorer = [sys.executable, str(shared / "scoring" / "score.py")]
        subprocess.run([*scorer, str(shared / "scoring" / "gold.jsonl"), str(exported)], check=True)
    print()
    subprocess.run([sys.executable, str(shared / "dates" / "score_dates.py")], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
