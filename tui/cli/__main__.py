"""`python -m tui.cli` is `milepost`."""

from tui.cli import main

main()
