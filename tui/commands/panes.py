"""What the panes can do: their own commands, and the moves that lists share."""

from __future__ import annotations

from tui.commands.declaration import Command, Need, Where

PANES: tuple[Command, ...] = (
    Command(
        "take", "space,enter", "space", "Take a value", "Show only what has this value, again to let it go; open or close a facet.",
        Where.FILTERS, "take", "take", (Where.FILTERS,),
    ),
    Command(
        "exclude", "exclamation_mark", "!", "Exclude a value", "Show only what does not have this value.",
        Where.FILTERS, "exclude", "exclude", (Where.FILTERS,),
    ),
    Command(
        "article", "enter", "enter", "Read the article", "Show the article with the quoted words highlighted; again for the facts.",
        Where.TIMELINE, "open", "read", (Where.TIMELINE, Where.CHART), needs=Need.MILESTONE,
    ),
    Command(
        "article-facts", "enter", "enter", "Article or facts", "Turn from the facts to the article and back.",
        Where.DETAIL, "turn", "article", (Where.DETAIL,),
    ),
    Command(
        "mark", "space", "space", "Mark", "Mark this milestone for export, or unmark it.",
        Where.TIMELINE, "mark", "mark", (Where.TIMELINE,), needs=Need.MILESTONE,
    ),
    Command(
        "remove-chip", "delete,backspace,enter,space", "del", "Remove the chip", "Take this one condition away.",
        Where.CHIPS, "remove", "remove", (Where.CHIPS,),
    ),
    Command("chip-left", "left,h", "←", "Chip to the left", "Go to the condition before this one.", Where.CHIPS, "step(-1)"),
    Command("chip-right", "right,l", "→", "Chip to the right", "Go to the condition after this one.", Where.CHIPS, "step(1)"),
)  # fmt: skip

MOVES: tuple[Command, ...] = (
    Command("up", "up,k", "↑ k", "Up", "One line up.", Where.LISTS, "cursor(-1)"),
    Command("down", "down,j", "↓ j", "Down", "One line down.", Where.LISTS, "cursor(1)"),
    Command("page-up", "pageup", "PgUp", "Page up", "One page up.", Where.LISTS, "page(-1.0)"),
    Command("page-down", "pagedown", "PgDn", "Page down", "One page down.", Where.LISTS, "page(1.0)"),
    Command("half-up", "ctrl+u", "ctrl+u", "Half a page up", "Half a page up.", Where.LISTS, "page(-0.5)"),
    Command("half-down", "ctrl+d", "ctrl+d", "Half a page down", "Half a page down.", Where.LISTS, "page(0.5)"),
    Command("first", "home,g", "Home g", "First line", "To the top: the newest.", Where.LISTS, "end(-1)"),
    Command("last", "end,G", "End G", "Last line", "To the bottom: the oldest.", Where.LISTS, "end(1)"),
    Command(
        "month-newer", "left_square_bracket", "[", "Heading above",
        "To the newer month; the facet above; in an article, the lit words above.",
        Where.LISTS, "heading(-1)",
    ),
    Command(
        "month-older", "right_square_bracket", "]", "Heading below",
        "To the older month; the facet below; in an article, the lit words below.",
        Where.LISTS, "heading(1)",
    ),
    Command(
        "year-newer", "left_curly_bracket", "{", "Newer year", "To the next newer year.",
        Where.TIMELINE, "year(-1)", needs=Need.SHOWN,
    ),
    Command(
        "year-older", "right_curly_bracket", "}", "Older year", "To the next older year.",
        Where.TIMELINE, "year(1)", needs=Need.SHOWN,
    ),
    Command(
        "go-to-date", "full_stop", ".", "Go to a date", "Type one, such as May 2016, Q2 2016 or 2015.",
        Where.TIMELINE, "go_to_date", needs=Need.SHOWN,
    ),
    Command(
        "today", "t", "t", "Today", "To the latest milestone that is not after today.",
        Where.TIMELINE, "today", needs=Need.SHOWN,
    ),
    Command(
        "mark-all", "asterisk", "*", "Mark all shown", "All that the list holds, or none of it.",
        Where.TIMELINE, "mark_all", needs=Need.SHOWN,
    ),
)  # fmt: skip
