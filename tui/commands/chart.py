"""What the chart face of the timeline can do besides what it shares with the list."""

from __future__ import annotations

from tui.commands.declaration import Command, Need, Where

_HERE = (Where.CHART,)

CHART: tuple[Command, ...] = (
    Command(
        "zoom-in", "plus,equals_sign", "+", "Nearer", "Less time, more of it: from decades to days. The key = does it too.",
        Where.CHART, "zoom(1)", "nearer", _HERE, needs=Need.SHOWN,
    ),
    Command("zoom-out", "minus", "-", "Farther", "More time at once.", Where.CHART, "zoom(-1)", "farther", _HERE, needs=Need.SHOWN),
    Command(
        "fit", "0", "0", "Most of it", "As near as nine tenths of what is shown fit.",
        Where.CHART, "fit", "most", _HERE, needs=Need.SHOWN,
    ),
    Command(
        "lanes", "L", "L", "Other lanes", "By country, donor, kind, source or series, in turn.",
        Where.CHART, "lanes", "lanes", _HERE,
    ),
    Command("pan-earlier", "h", "h", "Earlier", "Move the window of time to the left.", Where.CHART, "pan(-1)", needs=Need.SHOWN),
    Command("pan-later", "l", "l", "Later", "Move the window of time to the right.", Where.CHART, "pan(1)", needs=Need.SHOWN),
    Command("lane-before", "left", "←", "One before", "To the one before in this lane.", Where.CHART, "step(-1)"),
    Command("lane-after", "right", "→", "Next one", "To the next one in this lane.", Where.CHART, "step(1)"),
)  # fmt: skip
