"""The help screen: its keys go to the line in which one types what is sought."""

from __future__ import annotations

from tui.commands.declaration import Command, Where

HELP: tuple[Command, ...] = (
    Command("help-next", "tab", "tab", "Next topic", "The next one in which something is found.", Where.HELP, "screen.turn(1)",
            "next topic", (Where.HELP,)),
    Command("help-previous", "shift+tab", "shift+tab", "Topic before", "The one above.", Where.HELP, "screen.turn(-1)"),
    Command("help-hit", "enter", "enter", "Next hit", "The next place where it stands, through all topics.", Where.HELP,
            "screen.next_hit", "next hit", (Where.HELP,)),
    Command("help-up", "up", "↑", "Up", "Scroll the page.", Where.HELP, "screen.scroll(-1)"),
    Command("help-down", "down", "↓", "Down", "Scroll the page.", Where.HELP, "screen.scroll(1)", "read on", (Where.HELP,)),
    Command("help-page-up", "pageup,ctrl+u", "PgUp", "Page up", "Scroll the page.", Where.HELP, "screen.scroll(-12)"),
    Command("help-page-down", "pagedown,ctrl+d", "PgDn", "Page down", "Scroll the page.", Where.HELP, "screen.scroll(12)"),
    Command("help-top", "home", "Home", "Top", "To the beginning of the page.", Where.HELP, "screen.scroll(-10000)"),
    Command("help-end", "end", "End", "End", "To the end of the page.", Where.HELP, "screen.scroll(10000)"),
    Command("help-leave", "escape,f1", "esc", "Leave", "Clear what is typed, then close the help.", Where.HELP, "screen.leave",
            "leave", (Where.HELP,)),
)  # fmt: skip
