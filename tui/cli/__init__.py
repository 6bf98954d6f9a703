"""The command line: what `milepost` and its commands do, and what they print. Only to open the app is Textual loaded.

To be read in this order: `program` is where it begins, `common` what all commands share; then a file for each command, or for
few of one sort: `edit` and `review` put milestones right, `care` looks after newsletters and the store, `views`, `keys`,
`where`, `man`. `imports` reads newsletters in, `printing`, `card` and `facets` print what the store answers, `roff` makes
the manual page.
"""

from tui.cli.program import main

__all__ = ["main"]
