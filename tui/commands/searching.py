"""What can be done above the panes: in the search line, and in the histogram beside it."""

from __future__ import annotations

from tui.commands.declaration import Command, Where

SEARCHING: tuple[Command, ...] = (
    Command(
        "search-done", "enter", "enter", "To the list", "Keep the search and go to the list.",
        Where.SEARCH, "leave(True)", "to the list", (Where.SEARCH,),
    ),
    Command(
        "search-undo", "escape", "esc", "Give up the search", "Go back to what was shown before.",
        Where.SEARCH, "leave(False)", "as it was", (Where.SEARCH,),
    ),
    Command(
        "search-complete", "right", "→", "Take the completion", "What stands dimmed behind the cursor; values come with counts.",
        Where.SEARCH, "cursor_right", "complete", (Where.SEARCH,),
    ),
    Command("search-complete-tab", "tab", "tab", "Complete, or leave", "So does tab, or it goes on.", Where.SEARCH, "complete"),
    Command(
        "search-older", "up", "↑", "Earlier search", "The value above in the small list; else what was searched for before.",
        Where.SEARCH, "step(-1)", "earlier searches", (Where.SEARCH,),
    ),
    Command("search-newer", "down", "↓", "Later search", "The same downwards; in the end to the list.", Where.SEARCH, "step(1)"),
    Command(
        "period-take", "enter", "enter", "Choose this time", "Show only what falls in the time that is pointed at.",
        Where.HISTOGRAM, "take", "choose", (Where.HISTOGRAM,),
    ),
    Command(
        "period-from", "space", "space", "From here", "From here on the arrows make the time longer; again for one bar.",
        Where.HISTOGRAM, "anchor", "from here", (Where.HISTOGRAM,),
    ),
    Command("period-earlier", "left,h", "← h", "Earlier", "One bar to the left.", Where.HISTOGRAM, "step(-1)"),
    Command("period-later", "right,l", "→ l", "Later", "One bar to the right.", Where.HISTOGRAM, "step(1)"),
    Command(
        "period-stretch-back", "shift+left,H", "shift+← H", "Stretch back", "The time ends one bar to the left.",
        Where.HISTOGRAM, "step(-1,True)",
    ),
    Command(
        "period-stretch", "shift+right,L", "shift+→ L", "Stretch on", "The time ends one bar to the right.",
        Where.HISTOGRAM, "step(1,True)",
    ),
    Command("period-first", "home,g", "Home g", "The first bar", "To the earliest.", Where.HISTOGRAM, "end(-1)"),
    Command("period-last", "end,G", "End G", "The last bar", "To the latest.", Where.HISTOGRAM, "end(1)"),
    Command(
        "period-all", "delete,backspace", "del", "All times", "Take every condition about time away.",
        Where.HISTOGRAM, "drop", "all times", (Where.HISTOGRAM,),
    ),
    Command("period-leave", "escape", "esc", "Leave", "Nothing is chosen.", Where.HISTOGRAM, "leave", "leave", (Where.HISTOGRAM,)),
)  # fmt: skip
